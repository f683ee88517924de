import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loadExample } from '../../../server/example/load-example.ts';
import { readOverallRevision } from '../../../server/store/revisions.ts';
import { insertSurvey, setSurveyState } from '../../../server/store/surveys.ts';
import { EVALUATION_PERMISSIONS } from '../../../survey-definitions/permission.ts';
import { said, withExample, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW, SYSTEM } from '../../support/fieldwork.ts';

const WANTED = {
  department: '市财政局',
  place: '朔州市',
  year: 2026,
  indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
};

describe.each(ENGINES)('evaluations (%s)', (engine) => {
  const t = withFieldwork(engine);

  async function begin(changed: object = {}): Promise<string> {
    const answer = await said(t.admin('POST', '/api/evaluations', { ...WANTED, ...changed }));
    expect(answer.status).toBe(201);
    return answer.body.id;
  }
  const audit = async (id: string) =>
    (await said(t.admin('GET', `/api/evaluations/${id}/audit`))).body.items;

  it('begin without surveys and without a grade', async () => {
    const id = await begin();
    expect(await said(t.admin('GET', `/api/evaluations/${id}`))).toEqual({
      status: 200,
      body: {
        ...WANTED,
        id,
        indicatorSystem: { ...WANTED.indicatorSystem, title: 'tiny' },
        feeds: {},
        example: false,
        role: 'admin',
        permissions: EVALUATION_PERMISSIONS,
        particulars: {},
        archivedAt: null,
        answersKeptUntil: null,
        answersRemovedAt: null,
        retention: null,
        createdAt: NOW.toISOString(),
        state: 'planning',
        missing: [{ part: 'indicators-without-score', n: 1, of: ['A101'] }],
        surveys: [],
        asks: [],
        score: { total: null, grade: null, complete: false },
      },
    });
  });

  it('are listed by pages that follow one another', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const page = await said(t.admin('GET', `/api/evaluations?limit=1${after}`));
      expect(page.body.items).toHaveLength(1);
      seen.push(page.body.items[0].id);
      if (page.body.next === null) break;
      after = `&after=${encodeURIComponent(page.body.next)}`;
    }
    const all = await said(t.admin('GET', '/api/evaluations'));
    expect(seen).toEqual(all.body.items.map((each: { id: string }) => each.id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=many',
    'after=%00',
    'after=bm9uZQ',
    `after=${'x'.repeat(600)}`,
  ])('are not listed by a page that is none: %s', async (query) => {
    expect(await said(t.admin('GET', `/api/evaluations?${query}`))).toMatchObject({
      status: 422,
      body: { code: 'not-acceptable' },
    });
  });

  it.each([
    [
      'an indicator system that is not there',
      { indicatorSystem: { id: 'gone', version: 1 } },
      '$.indicatorSystem',
    ],
    ['a year that is none', { year: 20.5 }, '$.year'],
    ['a year beyond counting', { year: 1e300 }, '$.year'],
    ['a blank department', { department: '  ' }, '$.department'],
    ['a key that is not known', { budget: 1 }, '$.budget'],
  ])('with %s are refused with the place', async (_, changed, path) => {
    const answer = await said(t.admin('POST', '/api/evaluations', { ...WANTED, ...changed }));
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ path }));
  });

  it('can be reworded until a survey has opened', async () => {
    const id = await begin();
    const changed = await said(t.admin('PATCH', `/api/evaluations/${id}`, { place: '大同市' }));
    expect(changed).toMatchObject({
      status: 200,
      body: { place: '大同市', department: '市财政局' },
    });
    await insertSurvey(t.store.write, aSurvey(id, { state: 'draft' }));
    expect((await t.admin('PATCH', `/api/evaluations/${id}`, { year: 2025 })).status).toBe(200);
    await insertSurvey(t.store.write, aSurvey(id, { state: 'closed' }));
    expect(await said(t.admin('PATCH', `/api/evaluations/${id}`, { year: 2026 }))).toMatchObject({
      status: 409,
      body: { code: 'evaluation-fielded' },
    });
    // What it is already is no change.
    expect((await t.admin('PATCH', `/api/evaluations/${id}`, { year: 2025 })).status).toBe(200);
  });

  it('wait for a survey that is just being opened, and are not reworded then', async () => {
    const id = await begin();
    const survey = aSurvey(id, { state: 'draft' });
    await insertSurvey(t.store.write, survey);
    const reworded = await t.store.write.transaction().execute(async (trx) => {
      await setSurveyState(trx, survey.code, 'open');
      const answer = said(t.admin('PATCH', `/api/evaluations/${id}`, { year: 2024 }));
      // Time enough to look at the survey as it was before.
      await sleep(200);
      return { answer };
    });
    expect(await reworded.answer).toMatchObject({
      status: 409,
      body: { code: 'evaluation-fielded' },
    });
  });

  it('name the survey that feeds a group, which must be a formal one of it that was opened', async () => {
    const id = await begin();
    const [first, second] = [aSurvey(id), aSurvey(id)];
    const pilot = aSurvey(id, { phase: 'pilot' });
    const draft = aSurvey(id, { state: 'draft' });
    for (const each of [first, second, pilot, draft]) await insertSurvey(t.store.write, each);
    const patch = (feeds: object) => said(t.admin('PATCH', `/api/evaluations/${id}`, { feeds }));
    expect(await patch({ public: second.code })).toMatchObject({
      status: 200,
      body: { feeds: { public: second.code } },
    });
    for (const wrong of [
      { public: pilot.code },
      { public: draft.code },
      { 'management-object': first.code },
      { public: 'gone' },
      { everyone: first.code },
    ]) {
      expect(await patch(wrong)).toMatchObject({ status: 422, body: { code: 'not-acceptable' } });
    }
    expect(await patch({})).toMatchObject({ status: 200, body: { feeds: {} } });
  });

  it.each(['00000000-0000-0000-0000-000000000000', 'x', '%00', `${'1'.repeat(500)}`])(
    'that are not there, %s, are unknown to every call',
    async (id) => {
      for (const [method, path, body] of [
        ['GET', ''],
        ['PATCH', '', {}],
        ['DELETE', ''],
        ['GET', '/scoring'],
        ['GET', '/figures'],
        ['GET', '/figures.csv'],
        ['PUT', '/scoring/A101', { note: 'x' }],
      ] as const) {
        expect(await said(t.admin(method, `/api/evaluations/${id}${path}`, body))).toMatchObject({
          status: 404,
          body: { code: 'unknown-evaluation' },
        });
      }
    },
  );

  it('remember who changed what, and nothing of a change that was refused', async () => {
    const id = await begin();
    t.clock.now = new Date(NOW.getTime() + 1000);
    await t.admin('PATCH', `/api/evaluations/${id}`, { place: '大同市' });
    await t.admin('PATCH', `/api/evaluations/${id}`, { feeds: { public: 'gone' } });
    expect(await audit(id)).toEqual([
      expect.objectContaining({
        actor: 'admin',
        action: 'evaluation.change',
        detail: { place: '大同市' },
      }),
      expect.objectContaining({ actor: 'admin', action: 'evaluation.create', subject: id }),
    ]);
  });

  it('are not changed, and nothing is remembered, by what is so already', async () => {
    const id = await begin();
    const show = () => said(t.admin('GET', `/api/evaluations/${id}`));
    const { department, year } = (await show()).body;
    const revision = () => readOverallRevision(t.store.read);
    const before = await revision();
    expect(await said(t.admin('PATCH', `/api/evaluations/${id}`, { department, year }))).toEqual(
      await show(),
    );
    expect(await said(t.admin('PATCH', `/api/evaluations/${id}`, {}))).toEqual(await show());
    expect(await revision()).toBe(before);
    t.clock.now = new Date(NOW.getTime() + 2000);
    await t.admin('PATCH', `/api/evaluations/${id}`, { department, place: '大同市' });
    expect(await audit(id)).toMatchObject([
      { action: 'evaluation.change', detail: { place: '大同市' } },
      { action: 'evaluation.create' },
    ]);
    expect((await audit(id))[0].detail).toEqual({ place: '大同市' });
  });
});

describe.each(ENGINES)('the worked example (%s)', (engine) => {
  const t = withExample(engine);

  it('reproduces the published evaluation, and goes with one call', async () => {
    const list = await said(t.admin('GET', '/api/evaluations'));
    const [example] = list.body.items;
    expect(example).toMatchObject({
      example: true,
      score: { total: { display: '80.50' }, grade: '良', complete: true },
      // Its pilots may be tried and move no score.
      state: 'complete',
      missing: [],
      namesakes: 0,
    });
    const closed = example.surveys.filter((each: { state: string }) => each.state === 'closed');
    expect(closed).toHaveLength(2);
    expect(
      closed.find((each: { respondentGroup: string }) => each.respondentGroup === 'public'),
    ).toMatchObject({
      provenance: 'reconstructed',
      received: 137,
      valid: 137,
      composite: { display: '89.34' },
      feeds: ['C102', 'C301'],
    });

    t.clock.now = new Date(NOW.getTime() + 1000);
    const gone = await said(t.admin('DELETE', `/api/evaluations/${example.id}`));
    const all = { surveys: 4, responses: 193, accessCodes: 0, points: 0 };
    expect(gone).toMatchObject({ status: 200, body: all });
    expect((await said(t.admin('GET', '/api/evaluations'))).body.items).toEqual([]);
    const events = await said(t.admin('GET', `/api/evaluations/${example.id}/audit`));
    expect(events.body.items[0]).toMatchObject({
      action: 'evaluation.delete',
      detail: { ...all, department: '朔州市生态环境局', year: 2019 },
    });
    expect(await loadExample(t.store, NOW)).toBe(false);
  });
});
