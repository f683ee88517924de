import type { Transaction } from 'kysely';
import { withRetry } from './retry.ts';
import type { Db, Tables } from './tables.ts';

/**
 * Runs `work` in the transaction that `db` is already in, else in one of its own, which is tried again
 * after a deadlock. On SQLite `db` must be the writer's: its transactions take the write lock first.
 */
export async function inTransaction<T>(
  db: Db,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>);
  return withRetry(() => db.transaction().execute(work));
}
