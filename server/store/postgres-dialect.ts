import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { codeOf, isLost, UnknownFateError } from './failures.ts';
import { settingsStatement } from './postgres-pool.ts';

export interface PostgresDialectConfig {
  pool: pg.Pool;
  /** Whether statements and transactions have limits of time. */
  limited: boolean;
}

/**
 * Kysely on a pool of PostgreSQL connections. Its own dialect loses a connection whose set-up fails, puts back one that
 * is in the middle of a transaction, and cannot tell a commit that failed from one whose answer was lost.
 */
export class PostgresDialect implements Dialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    this.#config = config;
  }

  createDriver = (): Driver => new PostgresDriver(this.#config);
  createQueryCompiler = (): PostgresQueryCompiler => new PostgresQueryCompiler();
  createAdapter = (): PostgresAdapter => new PostgresAdapter();
  createIntrospector: Dialect['createIntrospector'] = (db) => new PostgresIntrospector(db);
}

class PostgresDriver implements Driver {
  readonly #config: PostgresDialectConfig;
  readonly #known = new WeakMap<pg.PoolClient, boolean>();

  constructor(config: PostgresDialectConfig) {
    this.#config = config;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const { pool, limited } = this.#config;
    const client = await pool.connect();
    try {
      const shared = this.#known.get(client) ?? (await setUp(client, limited));
      this.#known.set(client, shared);
      return new Connection(
        client,
        shared ? settingsStatement({ scope: 'transaction', limited }) : '',
      );
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    const access = accessMode === undefined ? '' : ` ${accessMode}`;
    await (connection as Connection).begin(`start transaction${isolation}${access}`);
  }

  commitTransaction = (connection: DatabaseConnection) => (connection as Connection).commit();
  rollbackTransaction = (connection: DatabaseConnection) => (connection as Connection).rollback();

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as Connection).release();
  }

  async destroy(): Promise<void> {
    await this.#config.pool.end();
  }
}

/**
 * Puts a new connection's settings in force where its session is ours alone. Says whether a pooler stands between, which
 * gives every transaction another session: the process that answers is not the one that was connected to. There each
 * transaction brings its settings along, and each statement outside of one gets one of its own.
 */
async function setUp(client: pg.PoolClient, limited: boolean): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  // Part of the protocol, and of the driver, though not of its types.
  const { processID } = client as unknown as { processID: number | null };
  const shared = rows[0]?.pid !== processID;
  if (!shared) await client.query(settingsStatement({ scope: 'session', limited }));
  return shared;
}

class Connection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  /** What a transaction begins with; empty where the session has its settings. */
  readonly #settings: string;
  #inTransaction = false;
  #broken = false;

  constructor(client: pg.PoolClient, settings: string) {
    this.#client = client;
    this.#settings = settings;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#inTransaction || this.#settings === '') return this.#run<R>(sql, parameters);
    await this.begin('start transaction');
    try {
      const result = await this.#run<R>(sql, parameters);
      await this.commit();
      return result;
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  async #run<R>(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.#ask(sql, parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  async #ask(sql: string, parameters: readonly unknown[] = []): Promise<pg.QueryResult> {
    try {
      return await this.#client.query(sql, [...parameters]);
    } catch (error) {
      this.#broken ||= isLost(error);
      throw error;
    }
  }

  /** In one message, so that settings cost no journey of their own. */
  async begin(statement: string): Promise<void> {
    try {
      await this.#ask([statement, this.#settings].filter((part) => part !== '').join('; '));
      this.#inTransaction = true;
    } catch (error) {
      // It may have begun: the next to work here would do so in the middle of it.
      this.#broken = true;
      throw error;
    }
  }

  async commit(): Promise<void> {
    const { command } = await this.#ask('commit').catch((error: unknown) => {
      throw isLost(error) || codeOf(error) === '' ? new UnknownFateError(error) : error;
    });
    this.#inTransaction = false;
    // So the server answers where a statement had failed and nobody minded.
    if (command === 'ROLLBACK') throw new Error('the transaction was rolled back');
  }

  /** Whatever becomes of it: what went wrong before is the news. */
  async rollback(): Promise<void> {
    if (!this.#inTransaction || this.#broken) return;
    try {
      await this.#ask('rollback');
      this.#inTransaction = false;
    } catch {
      this.#broken = true;
    }
  }

  release(): void {
    this.#client.release(this.#broken || this.#inTransaction);
  }

  // biome-ignore lint/correctness/useYield: part of the interface; large reads are paged instead
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported: read by pages');
  }
}
