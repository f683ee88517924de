import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { createSummaries } from '../../../server/scoring/summaries.ts';
import {
  findEvaluation,
  insertEvaluation,
  listAllEvaluations,
  type NewEvaluation,
} from '../../../server/store/evaluations.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import {
  ARCHIVED_CHOICES,
  EVALUATION_SORTS,
  EVALUATION_STATES,
} from '../../../survey-definitions/evaluation.ts';
import { said, withExample, withTestApp } from '../../support/app.ts';
import { countingStatements } from '../../support/counting-statements.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW, SYSTEM, startFieldwork } from '../../support/fieldwork.ts';

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe.each(ENGINES)('the list of evaluations (%s)', (engine) => {
  const t = withTestApp(engine);
  const ids: Record<string, string> = {};
  const codes: Record<string, string> = {};

  async function add(key: string, changed: Partial<NewEvaluation>, score?: number) {
    const id = randomUUID();
    ids[key] = id;
    await insertEvaluation(t.store.write, {
      id,
      department: '市水务局',
      place: '某市',
      year: 2020,
      indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
      feeds: {},
      example: false,
      createdAt: at(Object.keys(ids).length).toISOString(),
      ...changed,
    });
    if (score !== undefined)
      await t.admin('PUT', `/api/evaluations/${id}/scoring/A101`, { inputs: { score } });
  }
  async function put(key: string, changed: Parameters<typeof aSurvey>[1]) {
    const survey = aSurvey(ids[key] ?? '', changed);
    await insertSurvey(t.store.write, survey);
    codes[key] = survey.code;
  }

  beforeAll(async () => {
    // Brings the definitions, and one more evaluation with an open survey.
    const { evaluationId, code } = await startFieldwork(t.store);
    ids['fieldwork'] = evaluationId;
    codes['fieldwork'] = code;
    await add('planned', { department: '市教育局', place: '朔州市', year: 2021 });
    await put('planned', { state: 'draft' });
    await add('ended', { particulars: { reportNumber: '财绩〔２０２０〕7号' } });
    await put('ended', { state: 'closed' });
    await add('scored', { year: 2019 }, 80);
    await add('best', { department: '市教育局', year: 2019 }, 95);
    await add('same', {});
    await add('later', {});
    await put('later', { opensAt: at(1000).toISOString(), closesAt: at(1800).toISOString() });
    await add('archived', { department: '旧局', year: 2018 }, 70);
    await t.admin('PATCH', `/api/evaluations/${ids['archived']}`, { archived: true });
  });

  const keyOf = (id: string) => Object.keys(ids).find((key) => ids[key] === id);
  const listed = async (query: string) => {
    const { status, body } = await said(t.admin('GET', `/api/evaluations?${query}`));
    expect(status).toBe(200);
    return body.items.map(({ id }: { id: string }) => keyOf(id));
  };

  it('leaves out what is archived unless it is asked for', async () => {
    const working = await listed('');
    expect(working).toHaveLength(7);
    expect(working).not.toContain('archived');
    expect(await listed('archived=only')).toEqual(['archived']);
    expect(await listed('archived=all')).toEqual(['archived', ...working]);
  });

  it.each([
    ['planning', ['same', 'planned']],
    ['fieldwork', ['later', 'fieldwork']],
    ['scoring', ['ended']],
    ['complete', ['best', 'scored']],
  ])('has a state for each, and finds those in %s', async (state, found) => {
    expect(await listed(`state=${state}`)).toEqual(found);
    for (const key of found) {
      const { body } = await said(t.admin('GET', `/api/evaluations/${ids[key]}`));
      expect([key, body.state]).toEqual([key, state]);
    }
  });

  it.each([
    ['水务', ['later', 'same', 'scored', 'ended']],
    ['教育局 ２０１９', ['best']],
    ['2021', ['planned']],
    ['朔州', ['planned', 'fieldwork']],
    ['财绩[2020', []],
    ['〔2020〕7号', ['ended']],
    ['TINY-system 水务 2019', ['scored']],
    ['%', []],
    ['_', []],
    ['务 水', ['later', 'same', 'scored', 'ended']],
    ['务水', []],
    [' \u200b ', ['later', 'same', 'best', 'scored', 'ended', 'planned', 'fieldwork']],
  ])('finds what has every word of “%s”', async (q, found) => {
    expect(await listed(`q=${encodeURIComponent(q)}`)).toEqual(found);
  });

  it('finds an evaluation by the code of its survey, in capitals too', async () => {
    expect(await listed(`q=${codes['ended']?.toUpperCase()}`)).toEqual(['ended']);
  });

  it.each([
    ['newest', ['later', 'same', 'best', 'scored', 'ended', 'planned', 'fieldwork']],
    ['year', ['planned', 'later', 'same', 'ended', 'best', 'scored', 'fieldwork']],
    ['department', ['planned', 'best', 'later', 'same', 'ended', 'scored', 'fieldwork']],
    ['total', ['best', 'scored', 'later', 'same', 'ended', 'planned', 'fieldwork']],
  ])('comes in order of %s', async (sort, found) => {
    expect(await listed(`sort=${sort}`)).toEqual(found);
  });

  it('comes by pages that follow one another, however it is sifted and put in order', async () => {
    for (const sort of EVALUATION_SORTS)
      for (const state of ['', ...EVALUATION_STATES.map((each) => `&state=${each}`)])
        for (const archived of ARCHIVED_CHOICES)
          for (const q of ['', '&q=局']) {
            const query = `sort=${sort}${state}&archived=${archived}${q}`;
            const whole = await listed(query);
            const seen: string[] = [];
            let after = '';
            do {
              const page = await said(t.admin('GET', `/api/evaluations?${query}&limit=2${after}`));
              seen.push(...page.body.items.map(({ id }: { id: string }) => keyOf(id)));
              after = page.body.next && `&after=${encodeURIComponent(page.body.next)}`;
            } while (after);
            expect([query, seen]).toEqual([query, whole]);
          }
  }, 120_000);

  it('goes on from where it was, though more has been begun and a total has moved', async () => {
    const first = await said(t.admin('GET', '/api/evaluations?sort=total&limit=2'));
    const score = (key: string, value: number) =>
      t.admin('PUT', `/api/evaluations/${ids[key]}/scoring/A101`, { inputs: { score: value } });
    await add('new', { department: '新局' }, 99);
    const after = encodeURIComponent(first.body.next);
    expect(await listed(`sort=total&limit=2&after=${after}`)).toEqual(['later', 'same']);
    await t.store.write
      .deleteFrom('scoring_entries')
      .where('evaluation_id', '=', ids['new'] ?? '')
      .execute();
    await t.store.write
      .deleteFrom('evaluations')
      .where('id', '=', ids['new'] ?? '')
      .execute();
    delete ids['new'];
    await score('best', 95);
  });

  it.each(['sort=name', 'state=open', 'archived=yes', `q=${'x'.repeat(101)}`])(
    'does not come by %s',
    async (query) => {
      expect((await t.admin('GET', `/api/evaluations?${query}`)).status).toBe(422);
    },
  );

  it('does not come by the place in another order, or by one that is none', async () => {
    const { body } = await said(t.admin('GET', '/api/evaluations?sort=total&limit=1'));
    const none = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
    for (const query of [
      `sort=year&after=${body.next}`,
      `after=${body.next}`,
      `sort=total&after=${none(['total', '1/0', 'x', 'y'])}`,
      `sort=total&after=${none(['total', '1e999', 'x', 'y'])}`,
      `sort=year&after=${none(['year', 'soon', 'x', 'y'])}`,
      `sort=year&after=${none(['year', 2020, 'x', 'y'])}`,
      `sort=department&after=${none(['department', '', 'x', 'y'])}`,
    ])
      expect([query, (await t.admin('GET', `/api/evaluations?${query}`)).status]).toEqual([
        query,
        422,
      ]);
  });

  it('says how many others have the name of one', async () => {
    const { body } = await said(t.admin('GET', '/api/evaluations?archived=all'));
    const namesakes = Object.fromEntries(
      body.items.map((each: { id: string; namesakes: number }) => [keyOf(each.id), each.namesakes]),
    );
    expect(namesakes).toEqual({
      ended: 2,
      same: 2,
      later: 2,
      scored: 0,
      best: 0,
      planned: 0,
      fieldwork: 0,
      archived: 0,
    });
  });

  it('says what is missing of each, in codes and numbers', async () => {
    const missing = async (key: string) =>
      (await said(t.admin('GET', `/api/evaluations/${ids[key]}`))).body.missing;
    const unscored = { part: 'indicators-without-score', n: 1, of: ['A101'] };
    expect(await missing('planned')).toEqual([
      { part: 'surveys-in-draft', n: 1, of: [codes['planned']] },
      unscored,
    ]);
    expect(await missing('ended')).toEqual([unscored]);
    expect(await missing('best')).toEqual([]);
  });

  it('is another by the clock alone, also for what it does not show', async () => {
    const query = '/api/evaluations?state=scoring';
    const tagged = async (tag = '') => {
      const answer = await t.admin('GET', query, undefined, { 'if-none-match': tag });
      return { status: answer.status, tag: answer.headers.get('etag') ?? '' };
    };
    try {
      const { tag } = await tagged();
      t.clock.now = at(1799);
      // It has begun meanwhile, which might have mattered.
      const { tag: then } = await tagged(tag);
      expect((await tagged(then)).status).toBe(304);
      expect(await listed('state=scoring')).toEqual(['ended']);
      // Written down by nobody who waits; else the session, idle since the beginning, would end with the next second.
      const seen = t.store.read.selectFrom('sessions').select('last_seen_at');
      await expect
        .poll(() => seen.execute())
        .toContainEqual({ last_seen_at: at(1799).toISOString() });
      t.clock.now = at(1800);
      expect((await tagged(then)).status).toBe(200);
      expect(await listed('state=scoring')).toEqual(['later', 'ended']);
    } finally {
      t.clock.now = NOW;
    }
  });

  it('is another after one is archived, and the same for who asks the same again', async () => {
    const tag = async () => (await t.admin('GET', '/api/evaluations')).headers.get('etag');
    const before = await tag();
    expect(await tag()).toBe(before);
    await t.admin('PATCH', `/api/evaluations/${ids['same']}`, { archived: true });
    expect(await tag()).not.toBe(before);
    expect(await listed('')).not.toContain('same');
    await t.admin('PATCH', `/api/evaluations/${ids['same']}`, { archived: false });
    expect(await listed('')).toContain('same');
  });

  it('scores nothing anew to be sifted or put in order, where nothing has changed', async () => {
    const { store, statements } = countingStatements(t.store);
    const app = createApp({ ...t.deps, store });
    const ask = async (query: string) => {
      const before = statements();
      await app.request(`/api/evaluations?${query}`, {
        headers: { cookie: `manping=${t.secret}` },
      });
      return statements() - before;
    };
    await ask('sort=total');
    // Who it is, what has changed, all of them, and how many have the same name.
    for (const query of ['sort=total', 'state=planning', 'state=complete&sort=year'])
      expect([query, await ask(query)]).toEqual([query, 4]);
    expect(await ask('q=局')).toBeLessThanOrEqual(6);
  });
});

describe.each(ENGINES)(
  'summaries that are kept for fewer evaluations than are asked for (%s)',
  (engine) => {
    const t = withTestApp(engine);

    it('are there for all of them, in their order, also where some were known', async () => {
      const { evaluationId } = await startFieldwork(t.store);
      const first = await findEvaluation(t.store.read, evaluationId);
      if (first === undefined) throw new Error('it was just stored');
      for (const _ of [1, 2]) await insertEvaluation(t.store.write, { ...first, id: randomUUID() });
      const all = await listAllEvaluations(t.store.read, 'all', {});
      const summaries = createSummaries(1);
      for (const last of all) {
        await summaries.of(t.store.read, [last]);
        const made = await summaries.of(t.store.read, [
          ...all.filter((each) => each !== last),
          last,
        ]);
        expect(made.at(-1)?.evaluation).toEqual(last);
        expect(made).toHaveLength(3);
      }
    });
  },
);

describe.each(ENGINES)('an evaluation like the worked example (%s)', (engine) => {
  const t = withExample(engine);

  it('says in the caller’s language which groups have no survey, and which one has to choose', async () => {
    const { body: example } = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`));
    const { id, version } = example.indicatorSystem;
    const made = await said(
      t.admin('POST', '/api/evaluations', {
        department: '市水务局',
        place: '某市',
        year: 2025,
        indicatorSystem: { id, version },
      }),
    );
    const [groups, scores] = made.body.missing;
    expect(groups).toEqual({
      part: 'groups-without-survey',
      n: 2,
      of: expect.arrayContaining(['管理对象', '受益群众']),
    });
    expect(scores.part).toBe('indicators-without-score');
    const path = `/api/evaluations/${made.body.id}`;
    const inEnglish = await said(t.admin('GET', path, undefined, { 'accept-language': 'en' }));
    expect(inEnglish.body.missing[0].of).toContain('the public');

    await t.admin('PATCH', `/api/evaluations/${t.evaluationId}`, { feeds: {} });
    const undecided = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`));
    expect(undecided.body.missing[0]).toMatchObject({ part: 'groups-undecided', n: 2 });
    expect(undecided.body.state).toBe('fieldwork');
  });
});
