import { createHmac, randomBytes } from 'node:crypto';

const LONGEST_WAIT_MS = 5 * 60 * 1000;
/** Failures that nothing was added to for so long are forgotten. */
const FORGOTTEN_MS = 60 * 60 * 1000;
/** Most that are remembered, some tens of MB; beyond it those that failed longest ago are forgotten. */
const MOST = 100_000;

/** A try that may be made. It counts as failed until it is said otherwise. */
export interface Attempt {
  /** It was decided by nobody's fault, or succeeded beside others: as if it had not been made. */
  takeBack(): void;
  /** It succeeded: nothing before it counts any more. */
  clear(): void;
}

export interface Attempts {
  /** Counts a try of `who`, unless `wait` says after how many milliseconds it may be made. */
  take(who: string): Attempt | { wait: number };
  /** How many are remembered now. */
  size(): number;
}

/**
 * Failures in memory, by whoever is counted. The first `free` cost no waiting; each further one doubles it, up to five
 * minutes. `elapsed` is milliseconds on a clock that nobody sets. What is remembered is hashed under a key that nobody
 * else ever sees.
 */
export function createAttempts(elapsed: () => number, free: number, most = MOST): Attempts {
  const key = randomBytes(32);
  /** In the order of the last failures. */
  const failed = new Map<string, { failures: number; at: number }>();
  const named = (who: string) => createHmac('sha256', key).update(who).digest('base64url');

  const forget = (now: number) => {
    for (const [name, { at }] of failed) {
      if (now - at < FORGOTTEN_MS && failed.size <= most) return;
      failed.delete(name);
    }
  };
  const set = (name: string, entry: { failures: number; at: number }) => {
    failed.delete(name);
    if (entry.failures > 0) failed.set(name, entry);
  };

  return {
    take(who) {
      const now = elapsed();
      forget(now);
      const name = named(who);
      const before = failed.get(name) ?? { failures: 0, at: now };
      const wait = before.at + waitAfter(before.failures, free) - now;
      if (wait > 0) return { wait };
      set(name, { failures: before.failures + 1, at: now });
      return {
        takeBack() {
          const { failures, at } = failed.get(name) ?? { failures: 0, at: now };
          set(name, { failures: failures - 1, at: at === now ? before.at : at });
        },
        clear: () => failed.delete(name),
      };
    },
    size: () => failed.size,
  };
}

function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(1000 * 2 ** (failures - free), LONGEST_WAIT_MS);
}
