import type { Transaction } from 'kysely';
import { oneAfterAnother } from './one-after-another.ts';
import type { Db, Tables } from './tables.ts';

/** Every query in `work` sees the database as it was at the first of them. */
export function inSnapshot<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>);
  return db.transaction().setIsolationLevel('repeatable read').execute(work);
}

const turns = new WeakMap<Db, ReturnType<typeof oneAfterAnother>>();

/**
 * Work that reads responses one by one, in one snapshot, and one after the other: SQLite has a few readers, and whoever asks
 * for this again and again must leave the others to everybody else.
 */
export function oneAtATime<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  const inTurn = turns.get(db) ?? oneAfterAnother();
  turns.set(db, inTurn);
  return inTurn(() => inSnapshot(db, work));
}
