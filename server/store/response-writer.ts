import { isUnavailable } from './failures.ts';
import {
  type PreparedResponse,
  prepareResponse,
  type ResponseToWrite,
} from './prepared-response.ts';
import { storePrepared, type Written } from './response-batch.ts';
import { withRetry } from './retry.ts';
import { probeWrite } from './settings.ts';
import type { Store } from './store.ts';

export interface ResponseWriter {
  /** Resolves once the response is on disk, not before. Rejects with a WriteRefusedError, or with why it cannot be stored. */
  write(response: ResponseToWrite): Promise<Written>;
  /** Resolves once a row of no meaning is on disk, by the way that responses take. Rejects where they fail. */
  probe(now: Date): Promise<void>;
  /** Stores what was accepted, and accepts no more. */
  drain(): Promise<void>;
}

export interface WriterOptions {
  /** Most responses committed together. */
  maxBatch?: number;
  /** Longest that the first of them waits for others, in milliseconds. */
  maxWaitMs?: number;
  /** Most responses that may wait; beyond it the writer refuses, so that a slow disk does not fill the memory. */
  maxWaiting?: number;
}

/** Nothing was stored: too many are waiting (`busy`, try again soon), or the server is stopping (`closed`). */
export class WriteRefusedError extends Error {
  readonly code: 'busy' | 'closed';

  constructor(code: WriteRefusedError['code']) {
    super(code === 'busy' ? 'too many responses are waiting' : 'the writer is closed');
    this.name = 'WriteRefusedError';
    this.code = code;
  }
}

/** How long a batch that failed speaks for those to come: then a probe alone decides. */
const FAILED_MS = 5_000;

interface Waiting {
  prepared: PreparedResponse;
  since: number;
  resolve(written: Written): void;
  reject(error: unknown): void;
}

/**
 * Commits together what arrives together: a batch starts when it is full or its first response has waited
 * long enough; while one is being written the next gathers. One batch at a time.
 */
export function createResponseWriter(
  store: Pick<Store, 'write' | 'shard'> & Partial<Pick<Store, 'changes'>>,
  { maxBatch = 64, maxWaitMs = 3, maxWaiting = 4096 }: WriterOptions = {},
): ResponseWriter {
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = false;
  let closed = false;
  let drained: (() => void) | undefined;
  /** Why the last batch could not be stored, and when. */
  let failed: { error: unknown; at: number } | undefined;
  /** Whoever probes takes his turn between two batches. */
  let turns: (() => void)[] = [];

  /** Starts a batch, or sees to it that one starts in time. */
  const schedule = () => {
    const first = waiting[0];
    if (!first && !writing) drained?.();
    if (!first || writing) return;
    const remaining = first.since + maxWaitMs - performance.now();
    if (waiting.length >= maxBatch || remaining <= 0 || closed) void start();
    else timer ??= setTimeout(start, remaining);
  };

  const start = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (writing) return;
    writing = true;
    const error = await writeBatch(store, waiting.splice(0, maxBatch));
    failed = error === undefined ? undefined : { error, at: performance.now() };
    writing = false;
    const next = turns;
    turns = [];
    for (const turn of next) turn();
    schedule();
  };

  return {
    write(response) {
      if (closed) return Promise.reject(new WriteRefusedError('closed'));
      if (waiting.length >= maxWaiting) return Promise.reject(new WriteRefusedError('busy'));
      return new Promise((resolve, reject) => {
        const prepared = prepareResponse(response);
        waiting.push({ prepared, since: performance.now(), resolve, reject });
        schedule();
      });
    },
    async probe(now) {
      if (writing) await new Promise<void>((resolve) => turns.push(resolve));
      if (failed !== undefined && performance.now() - failed.at < FAILED_MS) throw failed.error;
      await probeWrite(store.write, now);
    },
    drain() {
      closed = true;
      return new Promise((resolve) => {
        const others = drained;
        drained = () => {
          others?.();
          resolve();
        };
        schedule();
      });
    },
  };
}

/** Settles every response of the batch; never rejects. Gives why the database took none of it, where that is so. */
async function writeBatch(
  store: Pick<Store, 'write' | 'shard'> & Partial<Pick<Store, 'changes'>>,
  batch: Waiting[],
): Promise<unknown> {
  try {
    const responses = batch.map((each) => each.prepared);
    // Where a commit was not answered, the ids say what became of it.
    const written = await withRetry(
      () => store.write.transaction().execute((trx) => storePrepared(trx, store.shard, responses)),
      { repeatable: true },
    );
    batch.forEach((each, index) => {
      each.resolve(written[index] ?? 'exists');
    });
    // Also of those that were there: they may be from an attempt whose commit was not heard of.
    store.changes?.tell(responses.map(({ row }) => `survey:${row.survey_code}` as const));
    return undefined;
  } catch (error) {
    // Alone, each either succeeds or is the one at fault. A database that is gone, or a lock that stays, fails all alike.
    if (batch.length === 1 || isUnavailable(error)) {
      for (const each of batch) each.reject(error);
      return isUnavailable(error) ? error : undefined;
    }
    let unavailable: unknown;
    for (const each of batch) unavailable = await writeBatch(store, [each]);
    return unavailable;
  }
}
