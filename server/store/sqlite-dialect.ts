import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './driver.ts';

export interface SqliteDialectConfig {
  /** Opens one more connection, its pragmas set. */
  open(): Promise<SqliteConnection>;
  /** How many connections there may be at once. */
  connections: number;
  /**
   * How a transaction starts. A writer's takes the write lock at once: one that reads first and then
   * finds the database changed could not go on.
   */
  begin: 'begin' | 'begin immediate';
}

/** Kysely on the SqliteConnection seam. (Kysely's own dialect wants a synchronous driver.) */
export class SqliteDialect implements Dialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    this.#config = config;
  }

  createDriver = (): Driver => new SqliteDriver(this.#config);
  createQueryCompiler = (): SqliteQueryCompiler => new SqliteQueryCompiler();
  createAdapter = (): SqliteAdapter => new TransactionalDdlAdapter();
  createIntrospector: Dialect['createIntrospector'] = (db) => new SqliteIntrospector(db);
}

/**
 * SQLite's DDL is transactional. Saying so makes Kysely's Migrator look for what is to be done, and do it,
 * inside one transaction, which with `begin immediate` holds the write lock: of several processes that
 * start at once one migrates and the others find it done.
 */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #config: SqliteDialectConfig;
  readonly #all: SqliteConnection[] = [];
  readonly #idle: Connection[] = [];
  readonly #waiting: ((connection: Connection) => void)[] = [];
  #opening = 0;

  constructor(config: SqliteDialectConfig) {
    this.#config = config;
  }

  async init(): Promise<void> {
    this.#idle.push(await this.#openOne());
  }

  async #openOne(): Promise<Connection> {
    this.#opening += 1;
    try {
      const opened = await this.#config.open();
      this.#all.push(opened);
      return new Connection(opened);
    } finally {
      this.#opening -= 1;
    }
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.length + this.#opening < this.#config.connections) return this.#openOne();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** First come, first served. */
  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next(connection as Connection);
    else this.#idle.push(connection as Connection);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#config.begin));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    } catch (error) {
      // After a full disk, say, SQLite has rolled back by itself; what went wrong then is the news, not this.
      if (!(error instanceof Error && /no transaction is active/.test(error.message))) throw error;
    }
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#all.map((connection) => connection.close()));
  }
}

class Connection implements DatabaseConnection {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#connection.run(sql, parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: part of the interface; large reads are paged instead
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported: read by pages');
  }
}
