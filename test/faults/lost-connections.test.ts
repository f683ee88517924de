import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../server/store/audit.ts';
import { listEvaluations } from '../../server/store/evaluations.ts';
import { openStore } from '../../server/store/open.ts';
import { compareCounts } from '../../server/store/rebuild-counts.ts';
import type { Store } from '../../server/store/store.ts';
import { listSurveys } from '../../server/store/surveys.ts';
import { openTestApp, said, type TestApp } from '../support/app.ts';
import { createTestDatabase, ENGINES, onPostgres, type TestDatabase } from '../support/engines.ts';
import { ANSWERS, type Fieldwork, startFieldwork } from '../support/fieldwork.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

/** FAULT_ROUNDS=200 for a longer run. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 5);
/** Writing works again this long after a line went dead, at the latest. */
const SILENCE_MS = 15_000;

describe.each(ENGINES.filter((engine) => engine === 'postgres'))('%s lost', (engine) => {
  const name = `lost-${randomBytes(6).toString('hex')}`;
  let database: TestDatabase;
  let proxy: TcpProxy;
  let store: Store;
  let t: TestApp;
  let survey: Fieldwork;

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    const address = new URL(database.options.databaseUrl ?? '');
    address.searchParams.set('application_name', name);
    proxy = await startTcpProxy({ host: address.hostname, port: Number(address.port || 5432) });
    const databaseUrl = proxy.address(address.href);
    store = await openStore({ ...database.options, databaseUrl });
    t = await openTestApp(engine, {}, { store });
    survey = await startFieldwork(store);
  });
  afterAll(async () => {
    await t.close();
    await store.close();
    await proxy.stop();
    await database.drop();
  });

  const send = (id: string) =>
    t.anyone('PUT', `/api/surveys/${survey.code}/responses/${id}`, { answers: ANSWERS });
  const look = () => t.anyone('GET', `/api/surveys/${survey.code}/form`);
  const stored = async () => {
    const rows = await store.read
      .selectFrom('responses')
      .select('id')
      .where('survey_code', '=', survey.code)
      .execute();
    return new Set(rows.map((row) => row.id));
  };
  const terminateAll = () =>
    onPostgres(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`,
    );
  /** Hands responses in over many connections until `meanwhile` is over; what was acknowledged, and every other status. */
  async function underLoad(meanwhile: () => Promise<void>) {
    const acknowledged: string[] = [];
    const others = new Map<number, number>();
    let over = false;
    const device = async () => {
      while (!over) {
        const id = randomUUID();
        const { status } = await send(id);
        if (status === 201 || status === 200) acknowledged.push(id);
        else others.set(status, (others.get(status) ?? 0) + 1);
      }
    };
    const reader = async () => {
      while (!over) {
        const { status } = await look();
        if (status !== 200) others.set(status, (others.get(status) ?? 0) + 1);
      }
    };
    const devices = [...Array.from({ length: 12 }, device), ...Array.from({ length: 4 }, reader)];
    await meanwhile();
    over = true;
    await Promise.all(devices);
    return { acknowledged, others };
  }
  /** Nothing acknowledged is missing, nothing counts twice, and both ways work. */
  async function allIsWell(acknowledged: readonly string[]) {
    const ids = await stored();
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect((await compareCounts(store.read, survey.code)).differences).toEqual([]);
    expect((await send(randomUUID())).status).toBe(201);
    expect((await look()).status).toBe(200);
    expect((await t.anyone('GET', '/healthz')).status).toBe(200);
  }

  it('keeps the name and the search path that its address gives', async () => {
    const [seen] = await onPostgres<{ n: string }>(
      `select count(*) as n from pg_stat_activity where application_name = '${name}'`,
    );
    expect(Number(seen?.n)).toBeGreaterThan(1);
  });

  it('every connection terminated under load, again and again, ends neither the process nor a promise', async () => {
    const { acknowledged, others } = await underLoad(async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await sleep(150);
        await terminateAll();
      }
      await sleep(150);
    });
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect([...others.keys()].filter((status) => status !== 503)).toEqual([]);
    await allIsWell(acknowledged);
  });

  it('the line cut under load, at any moment, does neither', async () => {
    const { acknowledged, others } = await underLoad(async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await sleep(150);
        proxy.cut();
      }
      await sleep(150);
    });
    expect([...others.keys()].filter((status) => status !== 503)).toEqual([]);
    await allIsWell(acknowledged);
  });

  it('the answer to a commit lost, a response is looked up by its id before it is answered', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 2 * ROUNDS; round += 1) {
      const id = randomUUID();
      const lost = proxy.loseAnswerTo('commit');
      const answer = await send(id);
      await lost;
      expect([200, 201]).toContain(answer.status);
      acknowledged.push(id);
    }
    await allIsWell(acknowledged);
  });

  it('the answer to a commit lost, what staff made was made once and is what is answered', async () => {
    const unheard = async (path: string, body: unknown, status = 201, method = 'POST') => {
      const lost = proxy.loseAnswerTo('commit');
      const answer = await said(t.admin(method, path, body));
      await lost;
      expect([path, answer.status]).toEqual([path, status]);
      return answer.body;
    };
    const audit = async (id: string) =>
      (await listAudit(store.read, { evaluationId: id }, { limit: 50 })).items;
    const evaluations = async () =>
      (await listEvaluations(store.read, { limit: 100 })).items.length;

    const before = await evaluations();
    const evaluation = { department: '局', place: '市', year: 2026 };
    const first = (await listEvaluations(store.read, { limit: 1 })).items[0];
    const indicatorSystem = first?.indicatorSystem;
    const { id } = await unheard('/api/evaluations', { ...evaluation, indicatorSystem });
    expect(await evaluations()).toBe(before + 1);

    const { code } = await unheard(`/api/evaluations/${id}/surveys`, {
      questionnaire: survey.survey.questionnaire,
      plan: { total: 10 },
      phase: 'formal',
      access: 'code',
    });
    expect((await listSurveys(store.read, id)).map((each) => each.code)).toEqual([code]);

    const { codes } = await unheard(`/api/surveys/${code}/access-codes`, { count: 7 });
    expect(codes).toHaveLength(7);
    expect((await said(t.admin('GET', `/api/surveys/${code}/access-codes`))).body).toEqual({
      issued: 7,
      spent: 0,
    });

    await unheard(`/api/evaluations/${id}`, { place: '县' }, 200, 'PATCH');
    expect((await audit(id)).map((event) => event.action).sort()).toEqual([
      'access-codes.issue',
      'evaluation.change',
      'evaluation.create',
      'survey.create',
    ]);

    const expiresAt = new Date(t.clock.now.getTime() + 86_400_000).toISOString();
    const { token } = await unheard('/api/tokens', { name: 'once', role: 'reader', expiresAt });
    const asked = t.anyone('GET', '/api/evaluations', undefined, {
      authorization: `Bearer ${token}`,
    });
    expect((await asked).status).toBe(200);
    const tokens = await store.read.selectFrom('tokens').select('id').execute();
    expect(tokens).toHaveLength(1);
  });

  it('connections whose set-up fails are given back, however many', async () => {
    for (const statement of ['pg_backend_pid', 'set_config']) {
      proxy.refuse(statement);
      await terminateAll();
      for (let each = 0; each < 12; each += 1) expect((await look()).status).toBe(503);
      proxy.refuse(undefined);
      await allIsWell([]);
    }
  });

  it('the line fallen silent under load, writing works again in time, and health knew', async () => {
    let took = 0;
    const { acknowledged, others } = await underLoad(async () => {
      await sleep(500);
      proxy.silence();
      const since = performance.now();
      expect((await t.anyone('GET', '/healthz')).status).toBe(503);
      while ((await send(randomUUID())).status !== 201) await sleep(20);
      took = performance.now() - since;
    });
    expect(took).toBeLessThan(SILENCE_MS);
    expect([...others.keys()].filter((status) => status !== 503)).toEqual([]);
    await allIsWell(acknowledged);
  });

  it('a row held by somebody else for ever is not waited for, and is said to be tried again', async () => {
    const holder = new pg.Client({ connectionString: database.options.databaseUrl });
    await holder.connect();
    try {
      await holder.query('begin; update evaluations set id = id');
      const answer = await t.admin('PATCH', `/api/evaluations/${survey.evaluationId}`, {
        feeds: { public: survey.code },
      });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
    } finally {
      await holder.end();
    }
    await allIsWell([]);
  });
});
