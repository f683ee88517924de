import { Problem } from '../problem.ts';

/** Streams of one account, and of all: each holds a connection, and a process has so many. */
const MOST_OF_ONE = 40;
const MOST = 2_000;
/** After which a page may ask again, in seconds; it polls meanwhile. */
const RETRY_AFTER = '60';

/** Counts the streams that are open. */
export interface Places {
  /** Takes a place for an account, and gives how to give it back. Throws too-many-streams. */
  take(accountId: string): () => void;
}

export function createPlaces(mostOfOne = MOST_OF_ONE, most = MOST): Places {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(accountId) {
      const own = taken.get(accountId) ?? 0;
      if (own >= mostOfOne || all >= most)
        throw new Problem('too-many-streams', { headers: { 'Retry-After': RETRY_AFTER } });
      taken.set(accountId, own + 1);
      all += 1;
      let isGiven = false;
      return () => {
        if (isGiven) return;
        isGiven = true;
        all -= 1;
        const left = (taken.get(accountId) ?? 1) - 1;
        if (left === 0) taken.delete(accountId);
        else taken.set(accountId, left);
      };
    },
  };
}
