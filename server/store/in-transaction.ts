import type { Transaction } from 'kysely';
import { type Retrying, withRetry } from './retry.ts';
import type { Db, Tables } from './tables.ts';

/**
 * Runs `work` in the transaction that `db` is already in, else in one of its own, which is tried again
 * after a deadlock or a lost connection; where a commit was not answered, only if it is `repeatable`. On SQLite `db` must be the writer's: its transactions take the write lock first.
 */
export async function inTransaction<T>(
  db: Db,
  work: (trx: Transaction<Tables>) => Promise<T>,
  retrying: Pick<Retrying, 'repeatable'> = {},
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>);
  return withRetry(() => db.transaction().execute(work), retrying);
}
