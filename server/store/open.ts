import type { SqliteDriverName } from './driver.ts';
import { assertDurable } from './durability.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import { recountIfOutdated } from './recount.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** `postgres://…` for PostgreSQL; SQLite where it is left out. */
  databaseUrl?: string | undefined;
  /** Folder of the SQLite file; made where there is none. */
  dataDir: string;
  sqliteDriver?: SqliteDriverName | undefined;
  /** Told what does not keep the server from starting, and should be looked at. */
  warn?(warning: string): void;
}

/**
 * Opens the database, checks that what it commits is on disk, and brings its tables and counts up to date; safe with
 * several processes starting at once. Throws a StartError that says what to do.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { store, prepare, prepared } = options.databaseUrl
    ? await openPostgres(options.databaseUrl)
    : await openSqlite(options.dataDir, options.sqliteDriver, options.warn);
  try {
    await assertDurable(store);
    await migrate(prepare);
    await recountIfOutdated(prepare);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  } finally {
    await prepared();
  }
}
