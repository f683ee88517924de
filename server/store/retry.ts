import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient, UnknownFateError } from './failures.ts';

/** Nobody waits longer for what keeps failing: whoever asked is told, and the next try is his. */
const PATIENCE_MS = 5_000;
/** How often a commit may go unanswered before that is said: each costs its own wait. */
const FATES = 2;

export interface Retrying {
  tries?: number;
  passing?: (error: unknown) => boolean;
  /** How long it is tried, whatever `tries` says. At the start, where nobody has asked yet, without end. */
  patienceMs?: number;
  /** `work` finds what an earlier run of it committed, so that it is repeated also where a commit was not answered. */
  repeatable?: boolean;
}

/**
 * Repeats `work` while it fails for a passing reason, waiting a little longer each time and never the same
 * time twice, so that two that collided do not collide again. `work` must be a whole transaction.
 */
export async function withRetry<T>(
  work: () => Promise<T>,
  { tries = 8, passing = isTransient, patienceMs = PATIENCE_MS, repeatable = false }: Retrying = {},
): Promise<T> {
  const since = performance.now();
  let fates = repeatable ? FATES : 0;
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      // However late it is: what became of it is to be known before it is answered.
      if (error instanceof UnknownFateError && fates > 0) {
        fates -= 1;
        continue;
      }
      const tired = tried >= tries || performance.now() - since > patienceMs;
      if (tired || !passing(error)) throw error;
      await sleep(Math.random() * Math.min(5 * 2 ** tried, 500));
    }
  }
}
