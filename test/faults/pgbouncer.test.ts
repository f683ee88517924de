import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readDurability } from '../../server/store/durability.ts';
import { openStore } from '../../server/store/open.ts';
import { compareCounts } from '../../server/store/rebuild-counts.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import type { Store } from '../../server/store/store.ts';
import type { Db } from '../../server/store/tables.ts';
import { COUNT_TABLES } from '../../server/store/tally.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { ENGINES, onPostgres } from '../support/engines.ts';
import {
  ANSWERS,
  aResponse,
  type Fieldwork,
  QUESTIONNAIRE,
  startFieldwork,
} from '../support/fieldwork.ts';
import { PGBOUNCER, startPgBouncer } from '../support/pgbouncer.ts';
import { watchEvents } from '../support/watch-events.ts';

const POSTGRES = ENGINES.filter((engine) => engine === 'postgres');
const RESPONSES = 960;

describe.runIf(PGBOUNCER).each(POSTGRES)('%s behind PgBouncer in transaction mode', (engine) => {
  const name = `pooled_${randomBytes(6).toString('hex')}`;
  let bouncer: Awaited<ReturnType<typeof startPgBouncer>>;
  let store: Store;
  let t: TestApp;
  let survey: Fieldwork;

  beforeAll(async () => {
    await onPostgres(`create database ${name}`);
    // Weaker than it may be, and one limit stricter than ours.
    await onPostgres(`alter database ${name} set synchronous_commit = off`);
    await onPostgres(`alter database ${name} set lock_timeout = '1s'`);
    const address = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    address.pathname = `/${name}`;
    address.searchParams.set('application_name', name);
    bouncer = await startPgBouncer(address.href);
    store = await openStore({ databaseUrl: bouncer.databaseUrl, dataDir: '.' });
    t = await openTestApp(engine, {}, { store });
    survey = await startFieldwork(store);
  });
  afterAll(async () => {
    await t.close();
    await store.close();
    await bouncer.stop();
    await onPostgres(`drop database ${name} with (force)`);
  });

  const shown = async (db: Db, setting: string) => {
    const { rows } = await sql<Record<string, string>>`${sql.raw(`show ${setting}`)}`.execute(db);
    return rows[0]?.[setting];
  };

  const onceBack = <T>(read: () => Promise<T>) => vi.waitFor(read, { timeout: 10_000 });

  it.each([
    ['statement_timeout', '7s'],
    ['lock_timeout', '1s'],
    ['idle_in_transaction_session_timeout', '7s'],
    ['synchronous_commit', 'on'],
    ['application_name', name],
  ])('%s is %s for every statement, in a transaction and outside', async (setting, wanted) => {
    const seen = [
      ...(await Promise.all(Array.from({ length: 8 }, () => shown(store.read, setting)))),
      await shown(store.write, setting),
      await store.write.transaction().execute((trx) => shown(trx, setting)),
      await store.read
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((trx) => shown(trx, setting)),
    ];
    expect(new Set(seen)).toEqual(new Set([wanted]));
  });

  it('a commit is on disk, and nobody else who shares the sessions finds our settings there', async () => {
    expect(await readDurability(store)).toMatchObject({ synchronous_commit: 'on' });
    const other = new pg.Client({ connectionString: bouncer.databaseUrl });
    await other.connect();
    const { rows } = await other.query('show statement_timeout');
    await other.end();
    expect(rows).toEqual([{ statement_timeout: '0' }]);
  });

  it('no notification arrives, so that pages look for themselves, and what another server took is there within two seconds', async () => {
    const other = await openStore({ databaseUrl: bouncer.databaseUrl, dataDir: '.' });
    const watched = await watchEvents(
      t.admin('GET', `/api/surveys/${survey.code}/progress/stream`),
    );
    const { received } = (await watched.next()).data;
    // Long enough for a notification to prove itself, were there one.
    await sleep(3_000);
    expect(store.changes.hearsOthers()).toBe(false);
    const since = performance.now();
    await createResponseWriter(other).write(
      aResponse(survey.code, { questionnaire: QUESTIONNAIRE }),
    );
    expect((await watched.next()).data.received).toBe(received + 1);
    expect(performance.now() - since).toBeLessThan(2_000);
    watched.close();
    await store.write.deleteFrom('responses').execute();
    for (const table of COUNT_TABLES) await store.write.deleteFrom(table as 'day_counts').execute();
    await other.close();
  });

  it(`of ${RESPONSES} responses none is lost and none counts twice, though every session ends again and again`, async () => {
    const acknowledged: string[] = [];
    const others = new Set<number>();
    let left = RESPONSES;
    const device = async () => {
      while (left > 0) {
        left -= 1;
        const id = randomUUID();
        let status = 0;
        while (status !== 201 && status !== 200) {
          const path = `/api/surveys/${survey.code}/responses/${id}`;
          ({ status } = await t.anyone('PUT', path, { answers: ANSWERS }));
          if (status > 201) others.add(status);
        }
        acknowledged.push(id);
      }
    };
    const devices = Promise.all(Array.from({ length: 16 }, device));
    while (left > 0) {
      await sleep(100);
      await onPostgres(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
    }
    await devices;
    expect([...others].filter((status) => status !== 503)).toEqual([]);
    // The last sessions to be ended may be handed to these two before PgBouncer has heard of their end.
    const rows = await onceBack(() => store.read.selectFrom('responses').select('id').execute());
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set(acknowledged));
    const { differences } = await onceBack(() => compareCounts(store.read, survey.code));
    expect(differences).toEqual([]);
  });
});
