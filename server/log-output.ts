import { write, writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/** Lines kept while they cannot be written, in characters; beyond it they are lost. */
const MOST_WAITING = 1024 * 1024;
const PAUSE_MS = 100;

export interface LogOutput extends DestinationStream {
  /** Writes what still waits, as far as that goes at once. */
  flushSync(): void;
  /** Resolves once nothing waits any more, or after so many milliseconds. */
  drained(withinMs: number): Promise<void>;
}

/**
 * Lines to a file descriptor, beside the work and never in its way: a disk that is full, a reader who has gone or does not
 * read costs lines and nothing else. (Pino's own keeps what it cannot write, says so by an error that ends the process
 * where nobody listens, and tries for ever at the end.)
 */
export function logOutput(fd: number): LogOutput {
  let waiting = '';
  /** What is on its way, of which a part may be written already. */
  let underway: Buffer | undefined;
  /** A line may have been broken off. */
  let torn = false;
  let idle: (() => void)[] = [];

  const settle = () => {
    const all = idle;
    idle = [];
    for (const each of all) each();
  };
  const next = () => {
    if (underway === undefined || underway.length === 0) {
      underway = waiting === '' ? undefined : Buffer.from(torn ? `\n${waiting}` : waiting);
      waiting = '';
    }
    if (underway === undefined) return settle();
    write(fd, underway, (error, written) => {
      if (error?.code === 'EAGAIN') return void setTimeout(next, PAUSE_MS).unref();
      torn = error !== null;
      underway = error ? undefined : underway?.subarray(written);
      next();
    });
  };

  return {
    write(line) {
      if (waiting.length + line.length > MOST_WAITING) return;
      waiting += line;
      if (underway === undefined) next();
    },
    flushSync() {
      // What is underway is written by another thread, once.
      const rest = Buffer.from(waiting);
      waiting = '';
      try {
        for (let from = 0; from < rest.length; ) from += writeSync(fd, rest, from);
      } catch {
        // Lost.
      }
    },
    drained(withinMs) {
      if (underway === undefined) return Promise.resolve();
      return new Promise((resolve) => {
        idle.push(resolve);
        setTimeout(resolve, withinMs).unref();
      });
    },
  };
}
