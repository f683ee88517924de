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
import { type SqliteConnection, SqliteError } from './driver.ts';

export interface SqliteDialectConfig {
  /** Opens one more connection, its pragmas set. */
  open(): Promise<SqliteConnection>;
  /** How many connections there may be at once. */
  connections: number;
  /** Rejects where the file is not the one that was opened any more. */
  mustBeInPlace(): Promise<void>;
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

/** Longest that anybody waits for a connection; as long as a statement waits for a lock. */
const PATIENCE_MS = 15_000;
/** So long closing waits for statements and transactions under way, which nobody may be waiting for. */
const LAST_WORK_MS = 5_000;

interface Waiting {
  resolve(connection: Connection): void;
  reject(error: unknown): void;
}

class SqliteDriver implements Driver {
  readonly #config: SqliteDialectConfig;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  readonly #waiting: Waiting[] = [];
  #opening = 0;
  #rested: (() => void) | undefined;

  constructor(config: SqliteDialectConfig) {
    this.#config = config;
  }

  async init(): Promise<void> {
    this.#idle.push(await this.#openOne());
  }

  async #openOne(): Promise<Connection> {
    this.#opening += 1;
    try {
      const opened = new Connection(await this.#config.open());
      this.#all.add(opened);
      return opened;
    } finally {
      this.#opening -= 1;
    }
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#config.mustBeInPlace();
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size + this.#opening < this.#config.connections) return this.#openOne();
    return this.#wait();
  }

  /** First come, first served. */
  #wait(): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(new SqliteError('no connection came free', 'SQLITE_BUSY'));
      }, PATIENCE_MS);
      const waiting: Waiting = {
        resolve(connection) {
          clearTimeout(timer);
          resolve(connection);
        },
        reject(error) {
          clearTimeout(timer);
          reject(error);
        },
      };
      this.#waiting.push(waiting);
    });
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const released = connection as Connection;
    if (released.broken) {
      this.#all.delete(released);
      await released.close().catch(() => {});
    }
    const next = this.#waiting.shift();
    if (!next) {
      if (!released.broken) this.#idle.push(released);
      if (this.#isAtRest()) this.#rested?.();
      return;
    }
    if (released.broken) this.#openOne().then(next.resolve, next.reject);
    else next.resolve(released);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#config.begin));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** Whatever becomes of it: what went wrong before is the news. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    } catch (error) {
      // After a full disk, say, SQLite has rolled back by itself. Else the next would begin in the middle of this one.
      const done = error instanceof Error && /no transaction is active/.test(error.message);
      if (!done) (connection as Connection).broken = true;
    }
  }

  #isAtRest(): boolean {
    return this.#idle.length === this.#all.size && this.#opening === 0;
  }

  async destroy(): Promise<void> {
    if (!this.#isAtRest()) {
      await new Promise<void>((resolve) => {
        this.#rested = resolve;
        setTimeout(resolve, LAST_WORK_MS).unref();
      });
    }
    await Promise.all([...this.#all].map((connection) => connection.close()));
  }
}

/** After these a connection is not to be trusted any more, and another is opened in its place. */
const BREAKING = new Set([
  'SQLITE_CANTOPEN',
  'SQLITE_CORRUPT',
  'SQLITE_IOERR',
  'SQLITE_MISUSE',
  'SQLITE_NOTADB',
]);

class Connection implements DatabaseConnection {
  readonly #connection: SqliteConnection;
  /** Not to be used again. */
  broken = false;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { rows, changes } = await this.#connection.run(sql, parameters);
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    } catch (error) {
      this.broken ||= error instanceof SqliteError && BREAKING.has(error.code);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  // biome-ignore lint/correctness/useYield: part of the interface; large reads are paged instead
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported: read by pages');
  }
}
