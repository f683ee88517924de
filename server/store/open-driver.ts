import { SQLITE_DRIVERS, type SqliteDriver, type SqliteDriverName } from './driver.ts';
import { loadNodeSqlite } from './node-sqlite-driver.ts';
import { loadSqlite3 } from './sqlite3-driver.ts';
import { StartError } from './start-error.ts';

const LOADERS: Record<
  SqliteDriverName,
  () => SqliteDriver['open'] | Promise<SqliteDriver['open']>
> = { sqlite3: loadSqlite3, node: loadNodeSqlite };

/**
 * The SQLite driver that is asked for, else the first that loads: loading is tried, not assumed, since a
 * prebuilt binary may be missing or want another C library. Throws a StartError where none loads.
 */
export async function openDriver(
  wanted?: SqliteDriverName,
  loaders: typeof LOADERS = LOADERS,
): Promise<SqliteDriver> {
  const reasons: string[] = [];
  for (const name of wanted ? [wanted] : SQLITE_DRIVERS) {
    try {
      return { name, open: await loaders[name]() };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      reasons.push(`${name}: ${reason.split('\n', 1)[0]}`);
    }
  }
  throw new StartError(
    'no-sqlite-driver',
    `${wanted ? `SQLITE_DRIVER=${wanted} does not load` : 'no SQLite driver loads'} (${reasons.join('; ')}). ` +
      'Use Node 22.13 or later, which brings its own; or reinstall with python3, make and a C++ compiler ' +
      'at hand so that the optional dependency sqlite3 can be built; or set DATABASE_URL to use PostgreSQL.',
  );
}
