import { Kysely, sql } from 'kysely';
import { createPostgresChanges } from './postgres-changes.ts';
import { PostgresDialect } from './postgres-dialect.ts';
import { postgresPool } from './postgres-pool.ts';
import { claimShard } from './postgres-shard.ts';
import { StartError } from './start-error.ts';
import type { Opened } from './store.ts';
import type { Tables } from './tables.ts';

const WRITERS = 4;
const READERS = 6;

function connect(databaseUrl: string, max: number, limited = true): Kysely<Tables> {
  const pool = postgresPool(databaseUrl, { max, limited });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool, limited }) });
}

/**
 * Opens a PostgreSQL database, not yet migrated. The tables are in the first schema of the connection's
 * search path, which the URL can set: `?options=-csearch_path%3Dname`.
 * Throws a StartError where the database cannot be reached.
 */
export async function openPostgres(databaseUrl: string): Promise<Opened> {
  const shard = await claimShard(databaseUrl).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new StartError('database-unreachable', `DATABASE_URL: cannot connect (${reason})`, {
      cause: error,
    });
  });
  const write = connect(databaseUrl, WRITERS);
  // A pool of their own, so that slow readers never keep a response from being written.
  const read = connect(databaseUrl, READERS);
  const prepare = connect(databaseUrl, 1, false);
  const changes = createPostgresChanges(databaseUrl, (channel, payload) =>
    sql`select pg_notify(${channel}, ${payload})`.execute(write),
  );
  const store: Opened['store'] = {
    engine: 'postgres',
    read,
    write,
    shard: shard.number,
    changes,
    async close() {
      await changes.stop();
      await Promise.all([read.destroy(), write.destroy(), shard.release()]);
    },
  };
  return { store, prepare, prepared: () => prepare.destroy() };
}
