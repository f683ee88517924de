import type sqlite3 from 'sqlite3';
import { givesRows, type SqliteConnection, SqliteError } from './driver.ts';
import { StatementCache } from './statement-cache.ts';

/** The `sqlite3` package: asynchronous, each statement runs on a thread of libuv's pool. */
export async function loadSqlite3(): Promise<(file: string) => Promise<SqliteConnection>> {
  const { default: module } = await import('sqlite3');
  return (file) => open(module, file);
}

function failure(error: Error): SqliteError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'SQLITE_ERROR';
  return new SqliteError(error.message, code);
}

async function open(module: typeof sqlite3, file: string): Promise<SqliteConnection> {
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new module.Database(file, (error) =>
      error ? reject(failure(error)) : resolve(opened),
    );
  });
  const statements = new StatementCache<sqlite3.Statement>((statement) => statement.finalize());

  const prepare = (sql: string) =>
    new Promise<sqlite3.Statement>((resolve, reject) => {
      const statement = database.prepare(sql, (error: Error | null) =>
        error ? reject(failure(error)) : resolve(statement),
      );
    });

  return {
    async run(sql, parameters) {
      const statement = statements.get(sql) ?? statements.add(sql, await prepare(sql));
      return new Promise((resolve, reject) => {
        if (givesRows(sql))
          statement.all(parameters, (error: Error | null, rows: unknown[]) =>
            error ? reject(failure(error)) : resolve({ rows, changes: 0 }),
          );
        else
          statement.run(parameters, function (this: sqlite3.RunResult, error: Error | null) {
            if (error) reject(failure(error));
            else resolve({ rows: [], changes: this.changes });
          });
      });
    },
    close() {
      statements.clear();
      return new Promise((resolve, reject) => {
        database.close((error) => (error ? reject(failure(error)) : resolve()));
      });
    },
  };
}
