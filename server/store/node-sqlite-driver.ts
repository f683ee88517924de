import { isBuiltin } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type SqliteConnection, SqliteError } from './driver.ts';
import type { Answer, Request } from './node-sqlite-worker.ts';

/**
 * Node's own SQLite (Node 22.13 and later). It is synchronous, so every connection lives in a worker
 * thread of its own: a commit there stalls neither the server nor the other connections.
 */
export function loadNodeSqlite(): (file: string) => Promise<SqliteConnection> {
  if (!isBuiltin('node:sqlite')) throw new Error('this Node has no node:sqlite');
  return open;
}

const FROM_SOURCE = import.meta.url.endsWith('.ts');

/** Built, the worker lies beside main.js; from source, beside this file. */
const WORKER = new URL(`./node-sqlite-worker.${FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url);

/** Nodes before 22.18 read TypeScript only when told to, as when the tests run. */
const READS_TYPESCRIPT = 'typescript' in process.features && Boolean(process.features.typescript);

const WORKER_FLAGS = [
  // That node:sqlite is young is known.
  '--disable-warning=ExperimentalWarning',
  ...(FROM_SOURCE && !READS_TYPESCRIPT ? ['--experimental-strip-types'] : []),
];

interface Waiting {
  resolve(answer: { rows: unknown[]; changes: number }): void;
  reject(error: Error): void;
}

async function open(file: string): Promise<SqliteConnection> {
  const worker = new Worker(WORKER, {
    workerData: { file },
    execArgv: [...process.execArgv, ...WORKER_FLAGS],
  });
  const waiting: Waiting[] = [];
  let gone: Error | undefined;

  // The worker answers in the order it is asked.
  worker.on('message', (answer: Answer) => {
    const first = waiting.shift();
    if ('error' in answer) first?.reject(new SqliteError(answer.error, answer.code));
    else first?.resolve(answer);
  });
  const fail = (error: Error) => {
    gone ??= error;
    for (const each of waiting.splice(0)) each.reject(gone);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new SqliteError('the connection is closed', 'SQLITE_MISUSE')));

  const ask = (request: Request) =>
    new Promise<{ rows: unknown[]; changes: number }>((resolve, reject) => {
      if (gone) return reject(gone);
      waiting.push({ resolve, reject });
      worker.postMessage(request);
    });

  // The first answer says whether the file could be opened.
  await new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  return {
    run: (sql, parameters) => ask({ sql, parameters }),
    async close() {
      await ask({ close: true });
      await worker.terminate();
    },
  };
}
