import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { givesRows } from './driver.ts';
import { StatementCache } from './statement-cache.ts';

export type Request = { sql: string; parameters: readonly unknown[] } | { close: true };
export type Answer = { rows: unknown[]; changes: number } | { error: string; code: string };

/** The primary results that anyone reacts to; https://www.sqlite.org/rescode.html */
const RESULTS: Record<number, string> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
};

function failure(error: unknown): Answer {
  if (!(error instanceof Error)) return { error: String(error), code: 'SQLITE_ERROR' };
  const extended = 'errcode' in error ? Number(error.errcode) : 1;
  const code = RESULTS[extended & 0xff] ?? 'SQLITE_ERROR';
  return { error: `${code}: ${error.message}`, code };
}

function serve(database: DatabaseSync): (request: Request) => Answer {
  const statements = new StatementCache<StatementSync>(() => {});
  return (request) => {
    if ('close' in request) {
      database.close();
      return { rows: [], changes: 0 };
    }
    const { sql, parameters } = request;
    const statement = statements.get(sql) ?? statements.add(sql, database.prepare(sql));
    const values = parameters as (string | number | null)[];
    if (givesRows(sql)) return { rows: statement.all(...values), changes: 0 };
    return { rows: [], changes: Number(statement.run(...values).changes) };
  };
}

function attempt(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    return failure(error);
  }
}

let answer: (request: Request) => Answer = () => ({ error: 'not open', code: 'SQLITE_MISUSE' });
const opened = attempt(() => {
  answer = serve(new DatabaseSync((workerData as { file: string }).file));
  return { rows: [], changes: 0 };
});
parentPort?.postMessage(opened);
parentPort?.on('message', (request: Request) => {
  parentPort?.postMessage(attempt(() => answer(request)));
});
