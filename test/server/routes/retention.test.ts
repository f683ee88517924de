import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertAccessCodes } from '../../../server/store/access-codes.ts';
import { listAudit } from '../../../server/store/audit.ts';
import type { Survey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import {
  answered,
  EXPIRED,
  KEPT_UNTIL,
  keepUntil,
  METHODS,
  rowsLeft,
} from '../../support/expiring.ts';
import { NOW } from '../../support/fieldwork.ts';
import { tickAt } from '../../support/ticking.ts';

/** Thirty days after NOW, 2026-03-01 in China. */
const EARLIEST = '2026-03-31';

describe.each(ENGINES)('how long single answers are kept (%s)', (engine) => {
  const t = withFieldwork(engine);
  beforeEach(() => keepUntil(t.store, t.evaluationId, null));
  const patch = (body: object) =>
    said(t.admin('PATCH', `/api/evaluations/${t.evaluationId}`, body));
  const shown = async () => (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`))).body;
  const audited = async () =>
    (await listAudit(t.store.read, { evaluationId: t.evaluationId }, { limit: 50 })).items.filter(
      ({ action }) => action === 'evaluation.retention',
    );

  it('is set, moved and taken away, each time in the audit with what it was before', async () => {
    const before = (await audited()).length;
    const until = (day: string | null) => ({ answersKeptUntil: day });
    expect(await patch(until(EARLIEST))).toMatchObject({ status: 200, body: until(EARLIEST) });
    // The same again, as somebody types it: nothing changes, and nothing is to be given a reason.
    for (const typed of ['２０２６-03-31', '2026/3/31', '2026年3月31日'])
      expect((await patch(until(typed))).status).toBe(200);
    expect((await patch({ ...until('2027-01-01'), reason: ' 复核延长 ' })).status).toBe(200);
    expect(await patch({ ...until(null), reason: '改为长期保存' })).toMatchObject({
      status: 200,
      body: { answersKeptUntil: null, retention: null },
    });
    const events = (await audited()).slice(0, (await audited()).length - before);
    const details = events.map(({ actor, detail }) => ({ actor, ...detail }));
    expect(details).toHaveLength(3);
    for (const detail of [
      { actor: 'admin', before: null, after: EARLIEST, reason: null },
      { actor: 'admin', before: EARLIEST, after: '2027-01-01', reason: '复核延长' },
      { actor: 'admin', before: '2027-01-01', after: null, reason: '改为长期保存' },
    ])
      expect(details).toContainEqual(detail);
  });

  it.each([
    [{ answersKeptUntil: '2026-03-30' }, '$.answersKeptUntil', 'too-soon'],
    [{ answersKeptUntil: '2019-12-31' }, '$.answersKeptUntil', 'too-soon'],
    [{ answersKeptUntil: '2026-13-01' }, '$.answersKeptUntil', 'not-a-day'],
    [{ answersKeptUntil: '明年底' }, '$.answersKeptUntil', 'not-a-day'],
    [{ answersKeptUntil: '9999-12-31' }, '$.answersKeptUntil', 'not-a-day'],
  ])('is refused with its place and words: %o', async (body, path, code) => {
    const { status, body: problem } = await patch(body);
    expect([status, problem.errors]).toEqual([
      422,
      [{ path, code, message: expect.stringMatching(/\p{Script=Han}/u) }],
    ]);
    const english = await t.admin('PATCH', `/api/evaluations/${t.evaluationId}`, body, {
      'accept-language': 'en',
    });
    expect((await english.json()).errors[0].message).toMatch(/^[ -~]+$/);
  });

  it('is moved or taken away only with a reason', async () => {
    await patch({ answersKeptUntil: '2026-06-30' });
    for (const answersKeptUntil of ['2026-07-31', '2026-04-30', null]) {
      const { status, body } = await patch({ answersKeptUntil });
      expect([status, body.errors]).toMatchObject([422, [{ path: '$.reason' }]]);
      expect((await patch({ answersKeptUntil, reason: ' \u200b' })).status).toBe(422);
    }
    expect((await patch({ answersKeptUntil: '2026-03-01', reason: '早些' })).status).toBe(422);
    expect((await shown()).answersKeptUntil).toBe('2026-06-30');
  });

  it('is announced for thirty days, also to whoever asks only for what has changed', async () => {
    await patch({ answersKeptUntil: '2026-04-01' });
    const list = () => t.admin('GET', '/api/evaluations');
    const etag = (await list()).headers.get('etag') ?? '';
    const again = () => t.admin('GET', '/api/evaluations', undefined, { 'if-none-match': etag });
    const retention = { until: '2026-04-01', removesAt: '2026-04-01T16:00:00.000Z' };
    expect((await shown()).retention).toEqual({ ...retention, notice: false });
    expect((await again()).status).toBe(304);
    t.clock.now = new Date('2026-03-01T16:00:00.000Z');
    await t.store.write
      .updateTable('sessions')
      .set({ expires_at: '2100-01-01T00:00:00.000Z', last_seen_at: t.clock.now.toISOString() })
      .execute();
    expect((await shown()).retention).toEqual({ ...retention, notice: true });
    expect((await again()).status).toBe(200);
    t.clock.now = NOW;
  });
});

describe.each(ENGINES)('once single answers were removed (%s)', (engine) => {
  const t = withFieldwork(engine);
  const surveys: Survey[] = [];
  /** Whatever is calculated, before and after. */
  const before: Record<string, unknown> = {};
  const addresses = () => [
    ...surveys.flatMap(({ code }) => [
      ...['exact', 'published'].map((rounding) => `/surveys/${code}/results?rounding=${rounding}`),
      ...['online', 'paper', 'import'].map((of) => `/surveys/${code}/results?channel=${of}`),
      ...['north', 'south'].map((of) => `/surveys/${code}/results?point=${of}`),
      `/surveys/${code}/progress`,
    ]),
    ...['figures', 'scoring'].map((of) => `/evaluations/${t.evaluationId}/${of}`),
    `/surveys/${surveys[0]?.code}/access-codes`,
  ];
  const get = (path: string) => said(t.admin('GET', `/api${path}`));
  const id = randomUUID();
  const send = () =>
    said(
      t.anyone('PUT', `/api/surveys/${t.code}/responses/${id}`, {
        answers: { age: 'young', air: 'satisfied' },
      }),
    );

  beforeAll(async () => {
    expect((await send()).status).toBe(201);
    for (const composite of Object.values(METHODS))
      surveys.push(
        await answered(
          t.store,
          t.evaluationId,
          composite,
          surveys.length === 0 ? { access: 'code' } : {},
        ),
      );
    const [{ code = '' } = {}] = surveys;
    await insertAccessCodes(
      t.store.write,
      code,
      Array.from({ length: 5 }, () => randomUUID()),
    );
    await t.store.write
      .updateTable('access_codes')
      .set({ spent: 1 })
      .where('code_hash', '<', '9')
      .execute();
    for (const address of addresses()) before[address] = await get(address);
    await keepUntil(t.store, t.evaluationId);
    expect(await tickAt(t.store, EXPIRED)).toEqual([]);
  });

  it('results, progress, figures and scoring say to the digit what they said', async () => {
    const after: Record<string, unknown> = {};
    for (const address of addresses()) after[address] = await get(address);
    // Nothing is to be looked into any more, so that nothing is pointed out.
    const told = (of: unknown) =>
      JSON.stringify(of)
        .replaceAll('"state":"closed"', '"state":"open"')
        .replace(/"notices":\[.*\]/, '');
    for (const address of addresses()) expect(told(after[address])).toBe(told(before[address]));
    const numbers = surveys.map(
      ({ code }) =>
        (after[`/surveys/${code}/results?rounding=exact`] as { body: { composite: object } }).body
          .composite,
    );
    expect(numbers.every((each) => each !== null)).toBe(true);
  });

  it('lists, texts and codes are answered 409 with when it was, and the evaluation says so', async () => {
    const [{ code = '' } = {}] = surveys;
    for (const [method, path, body] of [
      ['GET', `/surveys/${code}/responses`],
      ['GET', `/surveys/${code}/responses?item=air&option=o5&disposition=valid`],
      ['GET', `/surveys/${code}/texts?item=say`],
      ['POST', `/surveys/${code}/access-codes`, { count: 2 }],
    ] as const) {
      const answer = await said(t.admin(method, `/api${path}`, body));
      expect(answer, path).toMatchObject({ status: 409, body: { code: 'answers-removed' } });
      expect(answer.body.detail).toContain('2028-01-01');
    }
    expect((await get(`/evaluations/${t.evaluationId}`)).body).toMatchObject({
      answersKeptUntil: KEPT_UNTIL,
      answersRemovedAt: EXPIRED,
      retention: null,
    });
    expect((await get(`/surveys/${code}`)).body).toMatchObject({
      answersRemovedAt: EXPIRED,
      state: 'closed',
    });
  });

  it('a response is not stored anew that comes again under its id', async () => {
    expect(await send()).toMatchObject({ status: 403, body: { code: 'survey-not-open' } });
    expect(await rowsLeft(t.store, t.evaluationId)).toBe(0);
  });

  it('the day is no more to be moved, and no survey is added', async () => {
    const moved = { answersKeptUntil: '2030-12-31', reason: '晚了' };
    expect(await said(t.admin('PATCH', `/api/evaluations/${t.evaluationId}`, moved))).toMatchObject(
      { status: 409, body: { code: 'answers-removed' } },
    );
    const survey = {
      questionnaire: surveys[0]?.questionnaire,
      plan: { total: 1 },
      phase: 'formal',
      access: 'open',
    };
    expect(
      await said(t.admin('POST', `/api/evaluations/${t.evaluationId}/surveys`, survey)),
    ).toMatchObject({ status: 409, body: { code: 'answers-removed' } });
  });
});
