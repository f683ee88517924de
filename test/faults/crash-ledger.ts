import { receiptOf } from '../../server/store/receipt.ts';
import type { Life } from './crash-life.ts';
import type { CrashResponse } from './crash-response.ts';

/** How many of those acknowledged last are sent again, as by a device that did not believe it. */
const ECHOES = 20;

export interface Misfit {
  id: string;
  status: number;
  body: unknown;
  allowed: number[];
}

/**
 * What the respondents' devices know, over all lives of the server: what they sent, what was acknowledged, and what they
 * send again. `fresh` gives a response that was never sent.
 */
export function createLedger(fresh: () => CrashResponse | undefined) {
  const sent = new Map<string, CrashResponse>();
  const sentBefore = new Set<string>();
  const acknowledged = new Set<string>();
  const known = new Set<string>();
  /** Of those that were sent again: whether the server had stored them without being heard. */
  const again = { stored: 0, lost: 0 };
  let retries: CrashResponse[] = [];
  let echoes: CrashResponse[] = [];

  const allowed = (id: string): number[] => {
    if (known.has(id)) return [200];
    return sentBefore.has(id) ? [200, 201] : [201];
  };

  return {
    sent,
    acknowledged,
    again,
    /** What is to be sent next: first what nobody acknowledged, and what is new only where it is asked for. */
    next(andNew: boolean): CrashResponse | undefined {
      const old = retries.shift() ?? echoes.shift();
      if (old !== undefined || !andNew) return old;
      const response = fresh();
      if (response !== undefined) sent.set(response.id, response);
      return response;
    },
    /** Takes down what came of a life, and gives the answers that cannot be right. */
    note({ answered, unheard }: Life): Misfit[] {
      const misfits: Misfit[] = [];
      for (const { response, answer } of answered) {
        const { id } = response;
        const { status, body } = answer;
        const told = JSON.stringify(body) === JSON.stringify({ id, receipt: receiptOf(id) });
        if (!told || !allowed(id).includes(status))
          misfits.push({ id, status, body, allowed: allowed(id) });
        if (sentBefore.has(id) && !acknowledged.has(id))
          again[status === 200 ? 'stored' : 'lost'] += 1;
        acknowledged.add(id);
        known.add(id);
      }
      for (const id of sent.keys()) sentBefore.add(id);
      // A life may end before all of its retries were sent.
      retries = [...unheard, ...retries];
      echoes = answered.slice(-ECHOES).map(({ response }) => response);
      return misfits;
    },
    /** These were seen in the database: from now on the answer must be that they are there. */
    seen(ids: readonly string[]): void {
      for (const id of ids) known.add(id);
    },
  };
}
