import { Socket } from 'node:net';
import pg from 'pg';

/**
 * How long anything may take, in milliseconds; each is shorter than what waits for it. A connection on which nothing
 * moves for `silenceMs` is given up, so that writing works again 15 seconds after a line went dead at the latest.
 */
export const LIMITS = {
  /** For a connection: to be made, or to come free. */
  connectMs: 5_000,
  /** For a row that another transaction holds. */
  lockMs: 4_000,
  /** For a statement, in the database. */
  statementMs: 7_000,
  /** For the next statement of a transaction. */
  idleInTransactionMs: 7_000,
  /** Without a byte in either direction. Idle connections are closed before. */
  silenceMs: 8_000,
  idleMs: 5_000,
} as const;

/** count(*) and sum() come back as texts by default; here they are small enough for numbers. */
const INT8 = 20;
const NUMERIC = 1700;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

class SilentConnectionError extends Error {
  override name = 'SilentConnectionError';
  readonly code = 'ETIMEDOUT';
}

/** A socket that gives up when nothing moves: a statement, a connecting or an ending would wait for ever. */
function impatientSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(LIMITS.silenceMs, () => {
    socket.destroy(new SilentConnectionError('the database has fallen silent'));
  });
  return socket;
}

/** Connections to one database, as the address says; without limits only for what is done once, at the start. */
export function postgresPool(
  databaseUrl: string,
  { max, limited }: { max: number; limited: boolean },
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    types,
    connectionTimeoutMillis: LIMITS.connectMs,
    idleTimeoutMillis: LIMITS.idleMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'manping',
    ...(limited && { stream: impatientSocket }),
  });
  // Unheard, the loss of a connection would end the process: an idle one's is said by the pool, that of one at work by
  // the client itself, and whoever works with it learns it from his statement.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * Sets, for the session or the transaction, whatever is weaker or longer than it may be: a commit is on disk before it is
 * answered, and nothing waits for ever. Stricter settings of the address, the account or the server stay.
 */
export function settingsStatement({
  scope,
  limited,
}: {
  scope: 'session' | 'transaction';
  limited: boolean;
}): string {
  const limits = limited
    ? [
        ['statement_timeout', LIMITS.statementMs],
        ['lock_timeout', LIMITS.lockMs],
        ['idle_in_transaction_session_timeout', LIMITS.idleInTransactionMs],
      ]
    : [];
  const values = limits.map(([name, ms]) => `, ('${name}', '${ms}ms')`).join('');
  return `select set_config(name, wanted, ${scope === 'transaction'})
    from (values ('synchronous_commit', 'on')${values}) as ours (name, wanted)
    where case name
      when 'synchronous_commit' then current_setting(name) not in ('on', 'remote_apply')
      else current_setting(name)::interval not between interval '1ms' and wanted::interval
    end`;
}
