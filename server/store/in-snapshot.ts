import type { Transaction } from 'kysely';
import type { Db, Tables } from './tables.ts';

/** Every query in `work` sees the database as it was at the first of them. */
export function inSnapshot<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>);
  return db.transaction().setIsolationLevel('repeatable read').execute(work);
}
