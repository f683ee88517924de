import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { createChanges } from './changes.ts';
import type { SqliteConnection, SqliteDriver, SqliteDriverName } from './driver.ts';
import { openDriver } from './open-driver.ts';
import { keepPrivate } from './private-files.ts';
import { withRetry } from './retry.ts';
import { SqliteDialect } from './sqlite-dialect.ts';
import { SqliteFile } from './sqlite-file.ts';
import type { Opened } from './store.ts';
import type { Tables } from './tables.ts';

export const SQLITE_FILE = 'manping.sqlite';
const READERS = 2;

/** How long a statement waits for another process (a check, a backup, a second start) to let go of the lock. */
const BUSY_TIMEOUT_MS = 15_000;

const EVERY_CONNECTION = [`busy_timeout = ${BUSY_TIMEOUT_MS}`, 'foreign_keys = on'];
const WRITER = [
  ...EVERY_CONNECTION,
  'journal_mode = wal',
  // In WAL mode only FULL syncs at every commit.
  'synchronous = full',
  // Pages of 4 KiB. Under load the same pages change again and again: fewer checkpoints write them less often.
  'wal_autocheckpoint = 4000',
  // Response ids are random, so their index is written all over: keep it in memory (KiB).
  'cache_size = -65536',
  // What is deleted is overwritten, and not only forgotten: answers whose time is over (docs/privacy.md).
  'secure_delete = on',
];
const READER = [...EVERY_CONNECTION, 'query_only = on', 'cache_size = -16384'];

async function openWith(
  driver: SqliteDriver,
  file: string,
  pragmas: string[],
): Promise<SqliteConnection> {
  const connection = await driver.open(file);
  try {
    // Switching to WAL, or recovering after a crash, may be refused at once while another does the same.
    for (const pragma of pragmas)
      await withRetry(() => connection.run(`pragma ${pragma}`, []), {
        patienceMs: Number.POSITIVE_INFINITY,
      });
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/**
 * Opens the SQLite file in the folder, not yet migrated: one connection that writes, a few that read. `warn` is told what
 * others on the machine may read of it.
 */
export async function openSqlite(
  dataDir: string,
  wanted?: SqliteDriverName,
  warn: (warning: string) => void = () => undefined,
): Promise<Opened> {
  const driver = await openDriver(wanted);
  for (const warning of await keepPrivate(dataDir, SQLITE_FILE)) warn(warning);
  // SQLite writes beside its file; found out later, it would be an outage instead of a line at the start.
  await access(dataDir, constants.W_OK | constants.X_OK);
  const file = new SqliteFile(join(dataDir, SQLITE_FILE));
  const open = async (pragmas: string[]) => {
    const connection = await openWith(driver, file.path, pragmas);
    await file.remember();
    return connection;
  };
  const write = new Kysely<Tables>({
    dialect: new SqliteDialect({
      open: () => open(WRITER),
      mustBeInPlace: () => file.mustBeInPlace({ looks: 'each time' }),
      connections: 1,
      begin: 'begin immediate',
    }),
  });
  const read = new Kysely<Tables>({
    dialect: new SqliteDialect({
      open: () => open(READER),
      mustBeInPlace: () => file.mustBeInPlace({ looks: 'now and then' }),
      connections: READERS,
      begin: 'begin',
    }),
  });
  const store: Opened['store'] = {
    engine: driver.name,
    read,
    write,
    shard: 0,
    changes: createChanges(),
    async close() {
      await read.destroy();
      await write.destroy();
    },
  };
  return { store, prepare: write, prepared: async () => {} };
}
