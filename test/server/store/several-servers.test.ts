import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCounts } from '../../../server/store/counts.ts';
import { openStore } from '../../../server/store/open.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import type { Store } from '../../../server/store/store.ts';
import type { Db } from '../../../server/store/tables.ts';
import { countingTransactions } from '../../support/counting-transactions.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

/** Resolves once another connection waits for a row of this transaction. */
async function someoneWaitsFor(trx: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))
    `.execute(trx);
    if (rows.length > 0) return;
    await sleep(5);
  }
}

describe.each(ENGINES)('several servers on one database, %s', (engine) => {
  const store = withTestStore(engine);
  let second: Store;
  let code: string;

  beforeAll(async () => {
    second = await openStore(store.database.options);
  });
  afterAll(() => second.close());
  const received = async () => (await readCounts(store.read, code)).get('')?.get('') ?? 0;

  it('two servers under load never lose or double a count', async () => {
    code = (await startFieldwork(store)).code;
    const shared = Array.from({ length: 50 }, () => randomUUID());
    const load = (from: Store, ids: string[]) => {
      const writer = createResponseWriter(from, { maxBatch: 8, maxWaitMs: 0 });
      return Promise.all(ids.map((id) => writer.write(aResponse(code, { id }))));
    };
    const own = () => Array.from({ length: 100 }, () => randomUUID());
    const written = await Promise.all([
      load(store, [...own(), ...shared]),
      load(second, [...shared.toReversed(), ...own()]),
    ]);
    expect(written.flat().filter((result) => result === 'new')).toHaveLength(250);
    expect(await received()).toBe(250);
    expect((await compareCounts(store.read, code)).differences).toEqual([]);
  });

  it('two servers that update the same count rows in opposite order both get through', async () => {
    // The lock order of the rows is always the same; that of the ids and surveys in a batch is not.
    const surveys = [await startFieldwork(store), await startFieldwork(store)];
    const load = (from: Store, codes: string[]) => {
      const writer = createResponseWriter({ write: from.write, shard: 0 }, { maxWaitMs: 0 });
      return Promise.all(
        Array.from({ length: 30 }, async () => {
          for (const each of codes) await writer.write(aResponse(each));
        }),
      );
    };
    const codes = surveys.map((each) => each.code);
    await Promise.all([load(store, codes), load(second, codes.toReversed())]);
    for (const each of codes) {
      expect((await readCounts(store.read, each)).get('')?.get('')).toBe(60);
      expect((await compareCounts(store.read, each)).differences).toEqual([]);
    }
  });

  it('a batch that falls into a deadlock is tried again', async () => {
    code = (await startFieldwork(store)).code;
    const counting = countingTransactions(store);
    const writer = createResponseWriter(counting);
    await writer.write(aResponse(code));
    // A batch takes answer counts before day counts; this rival wants them the other way round.
    let begun = () => {};
    const holding = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const rival = second.write.transaction().execute(async (trx) => {
      const touch = (table: 'day_counts' | 'answer_counts') =>
        trx
          .updateTable(table)
          .set((eb) => ({ n: eb('n', '+', 0) }))
          .where('survey_code', '=', code)
          .execute();
      await touch('day_counts');
      begun();
      if (engine === 'postgres') await someoneWaitsFor(trx);
      // Who has waited longest finds the deadlock and gives way: that is to be the batch.
      await sleep(200);
      await touch('answer_counts');
    });
    await holding;
    const response = aResponse(code);
    expect(await Promise.all([writer.write(response), rival])).toEqual(['new', undefined]);
    // SQLite has one writer at a time, so there the batch only waited.
    expect(counting.transactions()).toBe(engine === 'postgres' ? 3 : 2);
    expect(await received()).toBe(2);
  });
});
