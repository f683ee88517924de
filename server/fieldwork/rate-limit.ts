import { createHmac, randomBytes } from 'node:crypto';

/**
 * New responses per network and window. Generous on purpose: a village behind one mobile gateway, or a hall full of
 * people on one Wi-Fi, answers one a second for ten minutes and nobody is turned away; a script that fills a survey by
 * the thousand is slowed down to something an evaluator sees.
 */
export const LIMIT = 600;
export const WINDOW_MS = 10 * 60 * 1000;
/** Most networks remembered, some tens of MB; beyond it those that have been here longest are forgotten. */
export const NETWORKS = 100_000;

export interface RateLimit {
  /** Undefined: let through, and counted. Else the seconds after which it is worth trying again. */
  take(network: string): number | undefined;
  /** Takes the last count back: nothing new was stored. */
  giveBack(network: string): void;
  /** Networks remembered now. */
  size(): number;
}

/**
 * Counts in memory only, under a keyed hash whose key nobody else ever sees: what is remembered of a network is of no use
 * outside of this process, and is gone with it. `elapsed` is milliseconds on a clock that nobody sets: one that is put
 * back would close a window for as long.
 */
export function createRateLimit(
  elapsed: () => number = () => performance.now(),
  networks = NETWORKS,
  limit = LIMIT,
): RateLimit {
  const key = randomBytes(32);
  /** In the order in which their windows began. */
  const windows = new Map<string, { n: number; until: number }>();
  const named = (network: string) => createHmac('sha256', key).update(network).digest('base64url');

  const forget = (now: number) => {
    for (const [name, { until }] of windows) {
      if (until > now && windows.size < networks) return;
      windows.delete(name);
    }
  };

  return {
    take(network) {
      const now = elapsed();
      const name = named(network);
      const window = windows.get(name);
      if (window !== undefined && window.until > now) {
        if (window.n >= limit) return Math.ceil((window.until - now) / 1000);
        window.n += 1;
        return undefined;
      }
      windows.delete(name);
      forget(now);
      windows.set(name, { n: 1, until: now + WINDOW_MS });
      return undefined;
    },
    giveBack(network) {
      const window = windows.get(named(network));
      if (window !== undefined && window.until > elapsed()) window.n = Math.max(0, window.n - 1);
    },
    size: () => windows.size,
  };
}
