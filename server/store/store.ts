import type { Changes } from './changes.ts';
import type { SqliteDriverName } from './driver.ts';
import type { Db } from './tables.ts';

export type EngineName = SqliteDriverName | 'postgres';

/** A database that is migrated, durable and ready. */
export interface Store {
  engine: EngineName;
  /** For queries that change nothing. On SQLite it refuses to write. */
  read: Db;
  /** For everything else. On SQLite it is one connection: within a transaction use only that transaction. */
  write: Db;
  /** Count rows this process writes are marked with it, so that no other process waits for them. */
  shard: number;
  /** Told after each commit, to whoever shows what was changed. */
  changes: Changes;
  close(): Promise<void>;
}

/** A database as it was opened: to be prepared before it is used. */
export interface Opened {
  store: Store;
  /** Where what is done once, at the start, takes as long as it takes: migrations, counting anew. */
  prepare: Db;
  /** Gives back what only preparing needed. */
  prepared(): Promise<void>;
}
