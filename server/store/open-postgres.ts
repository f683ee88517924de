import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { claimShard } from './postgres-shard.ts';
import { StartError } from './start-error.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const WRITERS = 4;
const READERS = 6;
/** So that a database that is gone is noticed and said, instead of requests piling up. */
const CONNECT_TIMEOUT_MS = 10_000;

/** count(*) and sum() come back as texts by default; here they are small enough for numbers. */
const INT8 = 20;
const NUMERIC = 1700;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/** A server whose default is weaker is overruled for our own connections. */
const DURABLE = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') not in ('on', 'remote_apply')`;

function connect(databaseUrl: string, max: number): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    types,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'manping',
  });
  // An idle connection that the server closes is replaced at the next query; unheard, the event would end us.
  pool.on('error', () => {});
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(DURABLE));
      },
    }),
  });
}

/**
 * Opens a PostgreSQL database, not yet migrated. The tables are in the first schema of the connection's
 * search path, which the URL can set: `?options=-csearch_path%3Dname`.
 * Throws a StartError where the database cannot be reached.
 */
export async function openPostgres(databaseUrl: string): Promise<Store> {
  const shard = await claimShard(databaseUrl).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new StartError('database-unreachable', `DATABASE_URL: cannot connect (${reason})`, {
      cause: error,
    });
  });
  const write = connect(databaseUrl, WRITERS);
  // A pool of their own, so that slow readers never keep a response from being written.
  const read = connect(databaseUrl, READERS);
  return {
    engine: 'postgres',
    read,
    write,
    shard: shard.number,
    async close() {
      await Promise.all([read.destroy(), write.destroy(), shard.release()]);
    },
  };
}
