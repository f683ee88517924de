import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { seed } from '../../../server/seed.ts';
import { insertEvaluation } from '../../../server/store/evaluations.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { openTestApp, said, withFieldwork } from '../../support/app.ts';
import { countingStatements } from '../../support/counting-statements.ts';
import { ENGINES } from '../../support/engines.ts';
import {
  ANSWERS,
  aResponse,
  aSurvey,
  NOW,
  SYSTEM,
  startFieldwork,
} from '../../support/fieldwork.ts';
import { item, questionnaire, section } from '../../support/questionnaires.ts';

/** Asked in no evaluation, and yet it says what visitors are called wherever an indicator asks them. */
const VISITORS = questionnaire([section('air', 'satisfaction', [item('air', 'satisfaction')])], {
  id: 'visitors',
  respondentGroup: 'visitors',
  respondentGroupName: '游客',
});

const PLAN = { plan: { total: 9 }, phase: 'pilot', access: 'open' } as const;

describe.each(ENGINES)('a poll (%s)', (engine) => {
  const t = withFieldwork(engine);

  const LIST = '/api/evaluations';
  const scoring = () => `/api/evaluations/${t.evaluationId}/scoring`;
  const tagOf = async (path: string, headers?: Record<string, string>) => {
    const answer = await t.admin('GET', path, undefined, headers);
    expect(answer.status).toBe(200);
    return answer.headers.get('etag') ?? '';
  };
  const poll = (path: string, tag: string, headers = {}) =>
    t.admin('GET', path, undefined, { 'if-none-match': tag, ...headers });

  it.each([
    ['the list', () => LIST],
    ['the scoring table', scoring],
  ])('of %s is answered 304 with nothing in it while nothing changes', async (_, path) => {
    const tag = await tagOf(path());
    expect(tag).toMatch(/^W\/"[\w.-]+"$/);
    const answer = await poll(path(), tag);
    expect([answer.status, await answer.text()]).toEqual([304, '']);
    expect(answer.headers.get('etag')).toBe(tag);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await poll(path(), `"other", ${tag}`)).status).toBe(304);
    expect((await poll(path(), '"other"')).status).toBe(200);
  });

  it('is another in another language, at another address and for another page', async () => {
    const tags = [
      await tagOf(LIST),
      await tagOf(LIST, { 'accept-language': 'en' }),
      await tagOf(`${LIST}?limit=3`),
    ];
    expect(new Set(tags).size).toBe(3);
    const elsewhere = await t.app.request('http://other.example/api/evaluations', {
      headers: { cookie: `manping=${t.secret}` },
    });
    expect(tags).not.toContain(elsewhere.headers.get('etag'));
    expect(await tagOf(scoring())).not.toBe(await tagOf(scoring(), { 'accept-language': 'en' }));
  });

  it('asks who it is, whatever it says it has', async () => {
    const tag = await tagOf(LIST);
    const headers = { 'if-none-match': tag };
    expect((await t.anyone('GET', LIST, undefined, headers)).status).toBe(401);
    const unknown = `/api/evaluations/${randomUUID()}/scoring`;
    expect((await poll(unknown, '*')).status).toBe(404);
  });

  let draft = '';
  it.each<[string, () => Promise<unknown>]>([
    [
      'another choice of what feeds a group',
      () => t.admin('PATCH', `${LIST}/${t.evaluationId}`, { feeds: { public: t.code } }),
    ],
    [
      'a new survey',
      async () => {
        const questionnaire = { id: 'sample', version: 1 };
        const { questionnaire: known } = aSurvey(t.evaluationId);
        const body = { ...PLAN, questionnaire: known ?? questionnaire };
        draft = (await said(t.admin('POST', `${LIST}/${t.evaluationId}/surveys`, body))).body.code;
      },
    ],
    ['an opened survey', () => t.admin('POST', `/api/surveys/${draft}/open`)],
    ['a closed survey', () => t.admin('POST', `/api/surveys/${draft}/close`)],
    [
      'a response',
      () =>
        t.anyone('PUT', `/api/surveys/${t.code}/responses/${randomUUID()}`, { answers: ANSWERS }),
    ],
    ['a score', () => t.admin('PUT', `${scoring()}/A101`, { inputs: { score: 80 } })],
    ['a note', () => t.admin('PUT', `${scoring()}/A101`, { note: 'seen' })],
    [
      'an override',
      () => t.admin('PUT', `${scoring()}/A101`, { override: { score: '1', reason: 'seen' } }),
    ],
    [
      'an override that is taken back',
      () => t.admin('PUT', `${scoring()}/A101`, { override: null }),
    ],
    [
      'a questionnaire that says what a group is called',
      () => t.admin('POST', '/api/questionnaires', VISITORS),
    ],
  ])('is answered anew after %s', async (_, change) => {
    const before = [await tagOf(LIST), await tagOf(scoring())];
    await change();
    const after = [await tagOf(LIST), await tagOf(scoring())];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('of the list is answered anew when a period begins or ends, though nobody changed anything', async () => {
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    const survey = aSurvey(t.evaluationId, {
      opensAt: at(10).toISOString(),
      closesAt: at(20).toISOString(),
    });
    await insertSurvey(t.store.write, survey);
    const stateIn = (body: { items: { surveys: { code: string; state: string }[] }[] }) =>
      body.items.flatMap(({ surveys }) => surveys).find(({ code }) => code === survey.code)?.state;
    try {
      let tag = await tagOf(LIST);
      for (const [seconds, state] of [
        [10, 'open'],
        [20, 'closed'],
      ] as const) {
        t.clock.now = new Date(at(seconds).getTime() - 1);
        expect((await poll(LIST, tag)).status).toBe(304);
        t.clock.now = at(seconds);
        const answer = await poll(LIST, tag);
        expect([answer.status, stateIn(await answer.json())]).toEqual([200, state]);
        tag = answer.headers.get('etag') ?? '';
      }
      // As late as can be asked without a session that has idled.
      t.clock.now = at(1799);
      expect((await poll(LIST, tag)).status).toBe(304);
    } finally {
      t.clock.now = NOW;
    }
  });

  it('is not disturbed by a response that was stored before, or by reading', async () => {
    const put = `/api/surveys/${t.code}/responses/${randomUUID()}`;
    expect((await t.anyone('PUT', put, { answers: ANSWERS })).status).toBe(201);
    const tags = [await tagOf(LIST), await tagOf(scoring())];
    expect((await t.anyone('PUT', put, { answers: ANSWERS })).status).toBe(200);
    await t.admin('GET', `/api/surveys/${t.code}/responses`);
    await t.admin('GET', `/api/surveys/${t.code}/results`);
    expect([await tagOf(LIST), await tagOf(scoring())]).toEqual(tags);
  });

  it('of one evaluation is not disturbed by another', async () => {
    const other = { department: '甲', place: '乙', year: 2025 };
    const { id: system, version } = SYSTEM;
    const before = [await tagOf(LIST), await tagOf(scoring())];
    const body = { ...other, indicatorSystem: { id: system, version } };
    expect((await t.admin('POST', LIST, body)).status).toBe(201);
    expect(await tagOf(scoring())).toBe(before[1]);
    expect(await tagOf(LIST)).not.toBe(before[0]);
  });

  it('never repeats what it was, though something was deleted and as much came again', async () => {
    const other = await openTestApp(engine);
    await seed(other.store, { adminPassword: 'x', example: true }, NOW);
    const tag = async () => (await other.admin('GET', LIST)).headers.get('etag') ?? '';
    const { items } = (await said(other.admin('GET', LIST))).body;
    const tags = [await tag()];
    expect((await other.admin('DELETE', `${LIST}/${items[0].id}`)).status).toBe(200);
    const { evaluationId } = await startFieldwork(other.store);
    for (let round = 0; round < 60; round += 1) {
      tags.push(await tag());
      const note = { note: `round ${round}` };
      await other.admin('PUT', `/api/evaluations/${evaluationId}/scoring/A101`, note);
    }
    expect(new Set(tags).size).toBe(61);
    await other.close();
  });
});

describe.each(ENGINES)('a list of evaluations (%s)', (engine) => {
  const t = withFieldwork(engine);
  let codes: string[];
  let ids: string[];

  beforeAll(async () => {
    ids = [t.evaluationId];
    codes = [t.code];
    for (let n = 1; n < 200; n += 1) {
      const id = randomUUID();
      await insertEvaluation(t.store.write, {
        id,
        department: `部门 ${n}`,
        place: '朔州市',
        year: 2019,
        indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
        feeds: {},
        example: false,
        createdAt: NOW.toISOString(),
      });
      const survey = aSurvey(id);
      await insertSurvey(t.store.write, survey);
      ids.push(id);
      codes.push(survey.code);
    }
    const responses = codes.map((each) => aResponse(each));
    await t.store.write.transaction().execute((trx) => storeBatch(trx, t.store.shard, responses));
  });

  /** A server that has just started, and knows nothing yet. */
  function fresh() {
    const { store, statements } = countingStatements(t.store);
    const app = createApp({ ...t.deps, store });
    const get = async (path: string, tag = '') => {
      const headers = { cookie: `manping=${t.secret}`, 'if-none-match': tag };
      const answer = await app.request(path, { headers });
      const body = answer.status === 200 ? await answer.json() : undefined;
      return {
        status: answer.status,
        tag: answer.headers.get('etag') ?? '',
        body,
        statements: statements(),
      };
    };
    return { get };
  }

  it('takes as many statements for two hundred as for twenty, known or not', async () => {
    const [many, few] = [fresh(), fresh()];
    const first = [
      await many.get('/api/evaluations?limit=200'),
      await few.get('/api/evaluations?limit=20'),
    ];
    expect(first.map(({ body }) => body.items.length)).toEqual([200, 20]);
    expect(first[0]?.statements).toBe(first[1]?.statements);
    const again = [
      await many.get('/api/evaluations?limit=200'),
      await few.get('/api/evaluations?limit=20'),
    ];
    expect(again[0]?.statements).toBe(again[1]?.statements);
    expect(again[0]?.statements).toBeLessThan(first[0]?.statements ?? 0);
    expect(again[0]?.body).toEqual(first[0]?.body);
  });

  it('asks who it is and what has changed, and no more, where the caller has it already', async () => {
    const server = fresh();
    const { tag } = await server.get('/api/evaluations?limit=200');
    const poll = await server.get('/api/evaluations?limit=200', tag);
    expect([poll.status, poll.statements]).toEqual([304, 2]);
  });

  it('computes anew only what has changed, and says what has', async () => {
    const server = fresh();
    await server.get('/api/evaluations?limit=200');
    const id = ids[7] ?? '';
    await t.admin('PUT', `/api/evaluations/${id}/scoring/A101`, { inputs: { score: 61 } });
    await t.anyone('PUT', `/api/surveys/${codes[9]}/responses/${randomUUID()}`, {
      answers: ANSWERS,
    });
    const { body } = await server.get('/api/evaluations?limit=200');
    const of = (wanted: string | undefined) =>
      body.items.find((each: { id: string }) => each.id === wanted);
    expect(of(id).score.total.display).toBe('61.00');
    expect(of(ids[9]).surveys[0].received).toBe(2);
    expect(of(ids[8]).surveys[0].received).toBe(1);
    const alone = await server.get(`/api/evaluations/${ids[9]}`);
    expect({ ...alone.body, namesakes: 0 }).toEqual(of(ids[9]));
  });

  it('opening a survey scores no evaluation', async () => {
    const { store, statements } = countingStatements(t.store);
    const app = createApp({ ...t.deps, store });
    await app.request(`/api/surveys/${codes[3]}/open`, {
      method: 'POST',
      headers: { cookie: `manping=${t.secret}` },
    });
    // Who it is, and in which evaluation; then the answer: evaluation, surveys beside it, definitions, counts, what came back, points, what was handed out.
    expect(statements()).toBeLessThanOrEqual(10);
  });
});
