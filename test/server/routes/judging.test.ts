import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertEvaluation } from '../../../server/store/evaluations.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { DISPOSITIONS, type Disposition } from '../../../survey-definitions/response.ts';
import { LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import { said, withExample, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aResponse, aSurvey, NOW, SYSTEM } from '../../support/fieldwork.ts';
import { account } from '../../support/signed-in-as.ts';
import { type WatchedEvents, watchEvents } from '../../support/watch-events.ts';

const REASON = '同一手机两次';

describe.each(ENGINES)('judging a response (%s)', (engine) => {
  const t = withFieldwork(engine);
  const store = async (changed: Parameters<typeof aResponse>[1] = {}, code = t.code) => {
    const response = aResponse(code, changed);
    await t.store.write.transaction().execute((trx) => storeBatch(trx, t.store.shard, [response]));
    return response.id;
  };
  const newSurvey = async (changed: Parameters<typeof aSurvey>[1] = {}) => {
    const survey = aSurvey(t.evaluationId, changed);
    await insertSurvey(t.store.write, survey);
    return survey.code;
  };
  const judge = (id: string, body: object) => said(t.admin('PATCH', `/api/responses/${id}`, body));
  const judgeMany = (ids: string[], body: object, code = t.code) =>
    said(t.admin('POST', `/api/surveys/${code}/dispositions`, { ids, ...body }));
  const read = async (id: string, code = t.code) =>
    (await said(t.admin('GET', `/api/surveys/${code}/responses/${id}`))).body;
  const progress = async (code = t.code) =>
    (await said(t.admin('GET', `/api/surveys/${code}/progress`))).body;
  const differences = async () => (await compareCounts(t.store.read)).differences;
  const recorded = async () =>
    (
      await t.store.read
        .selectFrom('audit_events')
        .select(['action', 'subject', 'detail', 'actor', 'at', 'evaluation_id'])
        .where('action', 'in', ['response.judge', 'responses.judge'])
        .orderBy('seq')
        .execute()
    ).map(({ detail, ...event }) => ({ ...event, detail: JSON.parse(detail) }));
  /** All that a decision may move. */
  const everything = async () => [
    await t.store.read.selectFrom('responses').selectAll().orderBy('id').execute(),
    await t.store.read.selectFrom('judgements').selectAll().execute(),
    (await recorded()).length,
  ];

  it('moves it to what was decided, with its counts, and back to what the rules said', async () => {
    const id = await store();
    expect(await judge(id, { disposition: 'on-hold', reason: REASON })).toMatchObject({
      status: 200,
      body: { judged: [{ id, before: 'valid', disposition: 'on-hold' }], unchanged: 0 },
    });
    expect(await progress()).toMatchObject({ received: 1, valid: 0, onHold: 1 });
    expect(await differences()).toEqual([]);
    const back = await judge(id, { disposition: null });
    expect(back.body.judged).toMatchObject([{ before: 'on-hold', disposition: 'valid' }]);
    const body = await read(id);
    expect(body).toMatchObject({ disposition: 'valid', ruled: null });
    expect(body.judgements).toMatchObject([
      { before: 'valid', disposition: 'on-hold', reason: REASON, author: 'admin' },
      { before: 'on-hold', disposition: null, reason: '', author: 'admin' },
    ]);
    expect(await differences()).toEqual([]);
  });

  const pairs = DISPOSITIONS.flatMap((from) => DISPOSITIONS.map((to) => [from, to] as const));
  it.each(pairs)(
    'what the rules held for %s and somebody for %s is counted so, and as before once taken back',
    async (from, to) => {
      const code = await newSurvey();
      const reasons = from === 'invalid' ? [{ code: 'repeat' as const }] : [];
      const flags = [{ code: 'too-fast' as const, seconds: 3 }];
      const id = await store({ disposition: from, reasons, flags }, code);
      const counted = async () => {
        const { received, valid, invalid, ineligible, onHold } = await progress(code);
        return { received, valid, invalid, ineligible, 'on-hold': onHold };
      };
      const none = { received: 1, valid: 0, invalid: 0, ineligible: 0, 'on-hold': 0 };
      const was = { ...none, [from]: 1 };
      expect(await counted()).toEqual(was);
      expect((await judge(id, { disposition: to, reason: REASON })).status).toBe(200);
      expect(await counted()).toEqual({ ...none, [to]: 1 });
      const { body } = await said(t.admin('GET', `/api/surveys/${code}/results`));
      expect(body.base).toBe(to === 'valid' ? 1 : 0);
      expect(body.composite === null).toBe(to !== 'valid');
      expect(body.flags).toEqual([
        { code: 'too-fast', valid: to === 'valid' ? 1 : 0, received: 1 },
      ]);
      // Also where it says what the rules said: somebody has looked at it.
      expect(await read(id, code)).toMatchObject({ disposition: to, ruled: from });
      expect(await differences()).toEqual([]);
      await judge(id, { disposition: null });
      expect(await counted()).toEqual(was);
      expect(await read(id, code)).toMatchObject({ disposition: from, ruled: null });
      expect(await differences()).toEqual([]);
    },
  );

  it('needs a reason but to take a decision back', async () => {
    const id = await store();
    const before = await everything();
    const errors = [{ path: '$.reason', code: 'reason-needed' }];
    const wanted = { disposition: 'invalid' };
    for (const answer of [await judge(id, wanted), await judgeMany([id], wanted)])
      expect(answer).toMatchObject({ status: 422, body: { code: 'not-acceptable', errors } });
    for (const reason of ['', ' \u200b ', 'x'.repeat(LONGEST_REASON + 1)])
      expect((await judge(id, { ...wanted, reason })).status).toBe(422);
    expect(await everything()).toEqual(before);
  });

  it.each<[string, (ids: string[]) => object]>([
    ['no ids', () => ({ ids: [] })],
    ['more than 500', () => ({ ids: Array.from({ length: 501 }, () => randomUUID()) })],
    ['one that is no id', (ids) => ({ ids: [...ids, 'x'] })],
    ['a disposition that there is not', (ids) => ({ ids, disposition: 'good' })],
    ['none', (ids) => ({ ids, disposition: undefined })],
    ['a key that is not known', (ids) => ({ ids, seenAt: null })],
  ])('takes many with %s for a fault', async (_, wrong) => {
    const ids = [await store()];
    const before = await everything();
    expect(
      await judgeMany([], { disposition: 'valid', reason: REASON, ...wrong(ids) }),
    ).toMatchObject({ status: 422, body: { code: 'not-acceptable' } });
    expect(await everything()).toEqual(before);
  });

  it('records who, when and why, once; the same again changes nothing and is not recorded', async () => {
    const code = await newSurvey();
    const [one, two] = [
      await store({}, code),
      await store({ disposition: 'invalid' }, code),
    ].sort();
    const [first = '', second = ''] = [one, two];
    const evaluator = await account(t, 'evaluator', [t.evaluationId]);
    const wanted = { disposition: 'on-hold', reason: REASON };
    const earlier = await recorded();
    const asked = await said(evaluator.call('PATCH', `/api/responses/${first}`, wanted));
    expect(asked.body.judged).toHaveLength(1);
    const again = await judge(first, wanted);
    expect(again).toMatchObject({ status: 200, body: { judged: [], unchanged: 1 } });
    const many = await judgeMany([second, first, second.toUpperCase()], wanted, code);
    expect(many.body).toMatchObject({ judged: [{ id: second }], unchanged: 1 });
    expect((await judgeMany([second, first], wanted, code)).body).toEqual({
      judged: [],
      unchanged: 2,
    });
    const by = { at: t.clock.now.toISOString(), evaluation_id: t.evaluationId };
    const { before, receipt } = asked.body.judged[0];
    const were = many.body.judged[0].before;
    expect((await recorded()).slice(earlier.length)).toEqual([
      {
        ...{ ...by, actor: evaluator.username, action: 'response.judge', subject: first },
        detail: { survey: code, receipt, before, after: 'on-hold', reason: REASON },
      },
      {
        ...{ ...by, actor: 'admin', action: 'responses.judge', subject: code },
        detail: { disposition: 'on-hold', reason: REASON, n: 1, were: { [were]: [second] } },
      },
    ]);
    // Another reason is another decision, and what was said before stays readable.
    expect((await judge(first, { ...wanted, reason: '核实中' })).body.judged).toMatchObject([
      { before: 'on-hold', disposition: 'on-hold' },
    ]);
    expect((await read(first, code)).judgements).toMatchObject([
      { author: evaluator.username, reason: REASON },
      { author: 'admin', reason: '核实中' },
    ]);
    expect((await judge(await store({}, code), { disposition: null })).body).toEqual({
      judged: [],
      unchanged: 1,
    });
    expect(await differences()).toEqual([]);
  });

  it('is refused where somebody has decided since it was looked at', async () => {
    const id = await store();
    const seen = (seenAt: unknown, disposition: Disposition) =>
      judge(id, { disposition, reason: REASON, seenAt });
    expect((await seen(null, 'invalid')).status).toBe(200);
    expect(await seen(null, 'ineligible')).toMatchObject({
      status: 409,
      body: { code: 'judged-meanwhile' },
    });
    const [{ at }] = (await read(id)).judgements;
    expect((await seen('2020-01-01T00:00:00Z', 'valid')).status).toBe(409);
    expect((await seen(at, 'ineligible')).status).toBe(200);
    expect(await read(id)).toMatchObject({ disposition: 'ineligible' });
    expect((await judge(id, { disposition: 'valid', reason: REASON })).status).toBe(200);
  });

  it('moves all or none: one of another survey, or of none, and nothing is moved', async () => {
    const ids = [await store(), await store()];
    const elsewhere = await store({}, await newSurvey());
    const before = await everything();
    for (const other of [elsewhere, randomUUID()])
      expect(
        await judgeMany([...ids, other], { disposition: 'invalid', reason: REASON }),
      ).toMatchObject({ status: 404, body: { code: 'unknown-response' } });
    expect(await judge(randomUUID(), { disposition: null })).toMatchObject({
      status: 404,
      body: { code: 'unknown-response' },
    });
    expect(await everything()).toEqual(before);
  });

  it('is refused of an archived evaluation, and once answers are being removed', async () => {
    const evaluationId = randomUUID();
    await insertEvaluation(t.store.write, {
      ...{ id: evaluationId, department: '某局', place: '某市', year: 2026, feeds: {} },
      ...{ indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version }, example: false },
      createdAt: NOW.toISOString(),
    });
    const survey = aSurvey(evaluationId, { state: 'closed' });
    await insertSurvey(t.store.write, survey);
    const id = await store({}, survey.code);
    const wanted = { disposition: 'invalid', reason: REASON };
    const refused = async (code: string) => {
      for (const answer of [await judge(id, wanted), await judgeMany([id], wanted, survey.code)])
        expect(answer).toMatchObject({ status: 409, body: { code } });
    };
    const archive = (archived: boolean) =>
      t.admin('PATCH', `/api/evaluations/${evaluationId}`, { archived });
    await archive(true);
    await refused('evaluation-archived');
    await archive(false);
    await t.store.write
      .updateTable('surveys')
      .set({ answers_removed_at: NOW.toISOString() })
      .where('code', '=', survey.code)
      .execute();
    await refused('answers-removed');
  });

  it('lets what was overruled be handed in again: 200 with the same receipt', async () => {
    const id = randomUUID();
    const send = () =>
      said(t.anyone('PUT', `/api/surveys/${t.code}/responses/${id}`, { answers: ANSWERS }));
    const first = await send();
    expect(first.status).toBe(201);
    await judge(id, { disposition: 'invalid', reason: REASON });
    expect(await send()).toEqual({ ...first, status: 200 });
    expect(await read(id)).toMatchObject({ disposition: 'invalid', ruled: 'valid' });
    expect(await differences()).toEqual([]);
  });

  it('frees a quota, and what is on hold fills none', async () => {
    const quotas = [{ item: 'age', options: [{ id: 'young', n: 1 }], endsWhenFull: true }];
    const code = await newSurvey({ plan: { total: 9, quotas } });
    const id = await store({}, code);
    const isFull = async () => {
      const { body } = await said(t.anyone('GET', `/api/surveys/${code}/form`));
      return JSON.stringify(body).includes('"quotaFull":true');
    };
    const told = async () =>
      (await progress(code)).notices.map(({ code: of }: { code: string }) => of);
    expect([await isFull(), await told()]).toEqual([true, expect.arrayContaining(['quota-full'])]);
    await judge(id, { disposition: 'on-hold', reason: REASON });
    expect([await isFull(), await told()]).toEqual([
      false,
      expect.not.arrayContaining(['quota-full']),
    ]);
    await judge(id, { disposition: null });
    expect(await isFull()).toBe(true);
  });

  it('finds them again by whether somebody has overruled the rules, with how many there are', async () => {
    const code = await newSurvey();
    const ids = [await store({}, code), await store({}, code), await store({}, code)];
    const [first = '', second = ''] = ids;
    await judgeMany([first, second], { disposition: 'invalid', reason: REASON }, code);
    await judge(second, { disposition: null });
    const listed = async (query: string) => {
      const { body } = await said(t.admin('GET', `/api/surveys/${code}/responses?${query}`));
      return [body.items.map(({ id }: { id: string }) => id).sort(), body.total];
    };
    expect(await listed('overruled=1')).toEqual([[first], 1]);
    expect(await listed('overruled=0')).toEqual([ids.slice(1).sort(), 2]);
    expect(await listed('overruled=1&disposition=valid')).toEqual([[], 0]);
  });

  describe('is seen by open pages within two seconds', () => {
    const open: WatchedEvents[] = [];
    afterAll(() => {
      for (const each of open) each.close();
    });
    it.each<[string, () => string]>([
      ['survey', () => `/api/surveys/${t.code}/progress/stream`],
      ['evaluation', () => `/api/evaluations/${t.evaluationId}/progress/stream`],
    ])('of the %s', async (_, path) => {
      const id = await store();
      const events = await watchEvents(t.admin('GET', path()));
      open.push(events);
      const numbers = ({ surveys, ...own }: object & { surveys?: object[] }) =>
        (surveys ?? [own]).find(
          (each) => (each as { code: string }).code === t.code,
        ) as unknown as {
          received: number;
          onHold: number;
        };
      const first = numbers((await events.next()).data);
      const from = performance.now();
      await judge(id, { disposition: 'on-hold', reason: REASON });
      const { received, onHold } = numbers((await events.next()).data);
      expect(performance.now() - from).toBeLessThan(2000);
      expect([received, onHold]).toEqual([first.received, first.onHold + 1]);
    });
  });

  it('is for nobody who may not see single responses', async () => {
    const id = await store();
    await judge(id, { disposition: 'invalid', reason: REASON });
    for (const role of ['viewer', 'scorer', 'clerk'] as const) {
      const { call } = await account(t, role, [t.evaluationId]);
      for (const path of ['responses', `responses/${id}`, 'progress', 'results']) {
        const answer = await call('GET', `/api/surveys/${t.code}/${path}`);
        expect([role, path, await answer.text()]).toEqual([
          role,
          path,
          expect.not.stringContaining(REASON),
        ]);
      }
    }
  });
});

describe.each(ENGINES)('judging what was rebuilt from published counts (%s)', (engine) => {
  const t = withExample(engine);
  let code: string;
  const composite = async () =>
    (await said(t.admin('GET', `/api/surveys/${code}/results`))).body.composite.display;
  beforeAll(async () => {
    const { body } = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`));
    code = body.surveys.find(
      (each: { respondentGroup: string; provenance: string }) =>
        each.respondentGroup === 'public' && each.provenance === 'reconstructed',
    ).code;
  });

  it('is allowed: the published composite moves, and comes back', async () => {
    const before = await composite();
    const { body } = await said(t.admin('GET', `/api/surveys/${code}/responses?limit=3`));
    const ids = body.items.map(({ id }: { id: string }) => id);
    const path = `/api/surveys/${code}/dispositions`;
    expect(before).toBe('89.34');
    await t.admin('POST', path, { ids, disposition: 'invalid', reason: REASON });
    expect(await composite()).not.toBe(before);
    expect((await compareCounts(t.store.read)).differences).toEqual([]);
    await t.admin('POST', path, { ids, disposition: null });
    expect(await composite()).toBe(before);
    expect((await compareCounts(t.store.read)).differences).toEqual([]);
  });
});
