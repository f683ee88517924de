import type { Deps } from '../context.ts';

/** What the clock works with. */
export interface Clock extends Pick<Deps, 'store' | 'log' | 'now'> {
  /** Aborted where the server stops: work in many steps ends after the one it is at. */
  stopping?: AbortSignal;
}

/** Who did it, as the audit names it; no username has a colon. */
export const BY_CLOCK = { name: 'server:clock' };
