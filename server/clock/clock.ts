import { describeError } from '../log.ts';
import { isUnavailable } from '../store/failures.ts';
import { closeWhatIsOver } from './close-what-is-over.ts';
import { mixClosedCodes } from './mix-closed-codes.ts';
import { removeExpiredAnswers } from './remove-expired-answers.ts';
import type { Clock } from './work.ts';

/** How late at most, in milliseconds, what the clock does is begun. */
const INTERVAL_MS = 10_000;

/**
 * What is done because the time has come for it. The order is that in which one makes the next possible. Each looks up in the
 * database what there is to do, and claims every step of it there: however many servers do so at once, it is done once, and
 * what one of them left half done the next goes on with.
 */
const WORKS = [closeWhatIsOver, mixClosedCodes, removeExpiredAnswers];

/** One tick. What fails is logged and left to the next; the others are done. */
export async function tick(clock: Clock): Promise<void> {
  for (const work of WORKS) {
    if (clock.stopping?.aborted) return;
    try {
      await work(clock);
    } catch (error) {
      // A database that is gone is said by everything that asks it.
      const level = isUnavailable(error) ? 'warn' : 'error';
      clock.log[level](
        { work: work.name, error: describeError(error) },
        'the clock will try again',
      );
    }
  }
}

/** Ticks until it is stopped, the next so long after the end of the one before. */
export function startClock(
  clock: Omit<Clock, 'stopping'>,
  intervalMs: number = INTERVAL_MS,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> = Promise.resolve();
  const go = () => {
    ticking = tick({ ...clock, stopping: stopping.signal }).then(() => {
      if (!stopping.signal.aborted) timer = setTimeout(go, intervalMs);
    });
  };
  go();
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await ticking;
    },
  };
}
