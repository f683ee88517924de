import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../server/store/open.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { findSurvey } from '../../../server/store/surveys.ts';
import { DISPOSITIONS } from '../../../survey-definitions/response.ts';
import { type Call, openTestApp, said, type TestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { EXPIRED, keepUntil } from '../../support/expiring.ts';
import { ANSWERS, aResponse, startFieldwork } from '../../support/fieldwork.ts';
import { type OpenServer, openServer } from '../../support/server.ts';
import { withTestStore } from '../../support/store.ts';
import { tickAt } from '../../support/ticking.ts';

describe.each(ENGINES)('judging by two servers on one database (%s)', (engine) => {
  const store = withTestStore(engine);
  let first: TestApp;
  let second: OpenServer;
  let servers: Call[];

  beforeAll(async () => {
    first = await openTestApp(engine, {}, { store });
    const { writer: _, steps: __, ...given } = first.deps;
    second = await openServer(engine, { ...given, store: await openStore(store.database.options) });
    const headers = { 'content-type': 'application/json', cookie: `manping=${first.secret}` };
    const atSecond: Call = async (method, path, body) =>
      second.app.request(path, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    servers = [first.admin, atSecond];
  });
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
    await second.store.close();
  });

  async function start(n: number) {
    const { code, evaluationId } = await startFieldwork(store);
    const flags = [{ code: 'too-fast' as const, seconds: 3 }];
    const came = Array.from({ length: n }, (_, index) =>
      aResponse(code, index % 3 === 0 ? { flags } : {}),
    );
    await store.write.transaction().execute((trx) => storeBatch(trx, store.shard, came));
    return { code, evaluationId, ids: came.map(({ id }) => id) };
  }
  const server = (n: number) => servers[n % servers.length] as Call;
  /** What the nth decision is, each with a reason of its own. */
  const decision = (n: number) =>
    n % 7 === 6
      ? { disposition: null }
      : { disposition: DISPOSITIONS[n % DISPOSITIONS.length], reason: `第 ${n} 次判定` };
  const put = (n: number, code: string, id: string = randomUUID()) =>
    said(server(n)('PUT', `/api/surveys/${code}/responses/${id}`, { answers: ANSWERS }));
  const patch = (n: number, id: string) =>
    said(server(n)('PATCH', `/api/responses/${id}`, decision(n)));
  const many = (n: number, code: string, ids: string[]) =>
    said(server(n)('POST', `/api/surveys/${code}/dispositions`, { ids, ...decision(n) }));
  const statuses = (answers: { status: number }[]) =>
    [...new Set(answers.map(({ status }) => status))].sort();

  /** Every decision that was answered is there once; each goes on from the one before, and the last is what holds. */
  async function mustBeComplete(code: string, answers: Awaited<ReturnType<typeof many>>[]) {
    const told = answers.flatMap(({ body }) => body.judged ?? []);
    const kept = await store.read
      .selectFrom('judgements')
      .selectAll()
      .where('survey_code', '=', code)
      .orderBy('response_id')
      .orderBy('seq')
      .execute();
    expect(kept).toHaveLength(told.length);
    const rows = await store.read
      .selectFrom('responses')
      .select(['id', 'disposition', 'ruled'])
      .where('survey_code', '=', code)
      .execute();
    for (const { id, disposition, ruled } of rows) {
      const own = kept.filter((each) => each.response_id === id);
      let now = 'valid';
      for (const [index, each] of own.entries()) {
        expect([each.seq, each.before]).toEqual([index + 1, now]);
        // The rules had held every one of them for valid.
        now = each.disposition ?? 'valid';
      }
      const last = own.at(-1)?.disposition ?? null;
      expect([disposition, ruled]).toEqual([now, last === null ? null : 'valid']);
    }
    const events = await store.read
      .selectFrom('audit_events')
      .select('id')
      .where('action', 'in', ['response.judge', 'responses.judge'])
      .where((eb) =>
        eb.or([eb('subject', '=', code), eb('detail', 'like', `%"survey":"${code}"%`)]),
      )
      .execute();
    expect(events).toHaveLength(answers.filter(({ body }) => body.judged?.length > 0).length);
    expect((await compareCounts(store.read, code)).differences).toEqual([]);
  }

  it('200 overrulings and 200 PUTs at once lose nothing, and the counts equal a rebuild', async () => {
    const { code, ids } = await start(60);
    const puts = Array.from({ length: 200 }, (_, n) => put(n, code));
    // Each response is overruled by both servers.
    const judged = Array.from({ length: 200 }, (_, n) => patch(n, ids[n % 60] ?? ''));
    const answers = await Promise.all(judged);
    expect(statuses(answers)).toEqual([200]);
    expect(statuses(await Promise.all(puts))).toEqual([201]);
    await mustBeComplete(code, answers);
    const { body } = await said(server(1)('GET', `/api/surveys/${code}/progress`));
    expect(body.received).toBe(260);
  }, 60_000);

  it('many at once, the same ones the other way round by the other server, all get through', async () => {
    const { code, ids } = await start(120);
    const batches = Array.from({ length: 24 }, (_, n) => {
      const some = ids.slice((n * 13) % 60, ((n * 13) % 60) + 60);
      return many(n, code, n % 2 === 0 ? some : some.toReversed());
    });
    // What is just being judged is handed in again meanwhile, and what is new is judged as soon as it is there.
    const fresh = Array.from({ length: 40 }, async (_, n) => {
      const id = randomUUID();
      const came = await put(n, code, id);
      const [judged, again] = await Promise.all([patch(n, id), put(n + 1, code, id)]);
      expect([came.status, again.status, again.body]).toEqual([201, 200, came.body]);
      return judged;
    });
    const answers = await Promise.all([...batches, ...fresh]);
    expect(statuses(answers)).toEqual([200]);
    await mustBeComplete(code, answers);
  }, 60_000);

  it('a survey that is closed meanwhile takes nothing more, and is judged on', async () => {
    const { code, ids } = await start(40);
    const judged = Array.from({ length: 60 }, (_, n) => patch(n, ids[n % 40] ?? ''));
    const puts = Array.from({ length: 60 }, (_, n) => put(n, code));
    const closed = said(server(1)('POST', `/api/surveys/${code}/close`));
    const answers = await Promise.all(judged);
    expect((await closed).status).toBe(200);
    for (const { status, body } of await Promise.all(puts))
      expect(status === 201 || body.code === 'survey-not-open').toBe(true);
    expect((await findSurvey(store.read, code))?.state).toBe('closed');
    expect(statuses(answers)).toEqual([200]);
    await mustBeComplete(code, answers);
  }, 60_000);

  it('what is removed at the end of its time meanwhile is judged no more, and leaves no decision behind', async () => {
    const { code, evaluationId, ids } = await start(600);
    await keepUntil(store, evaluationId);
    const removal = tickAt(second.store, EXPIRED);
    const answers = await Promise.all([
      ...Array.from({ length: 40 }, (_, n) => patch(n, ids[n * 15] ?? '')),
      ...Array.from({ length: 20 }, (_, n) => many(n, code, ids.slice(n * 30, n * 30 + 30))),
    ]);
    expect(await removal).toEqual([]);
    for (const { status, body } of answers)
      expect(
        status === 200 || ['answers-removed', 'unknown-response'].includes(body.code),
        JSON.stringify(body),
      ).toBe(true);
    for (const table of ['responses', 'judgements'] as const)
      expect(
        await store.read.selectFrom(table).selectAll().where('survey_code', '=', code).execute(),
      ).toEqual([]);
    // The counts stay as they were when the removal began.
    const { body } = await said(server(0)('GET', `/api/surveys/${code}/progress`));
    expect(body.received).toBe(600);
    expect(body.valid + body.invalid + body.ineligible + body.onHold).toBe(600);
  }, 60_000);
});
