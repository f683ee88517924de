import type { FormStep } from '../../survey-definitions/form-step.ts';
import { UnknownFateError } from './failures.ts';
import { addFormSteps } from './form-steps.ts';
import { holdOpenSurveys } from './open-surveys.ts';
import { withRetry } from './retry.ts';
import { bumpRevisionsOf } from './revisions.ts';
import type { Store } from './store.ts';
import { Tally } from './tally.ts';

/** Longest that a step waits for others, in milliseconds: a page that shows the counts has them in time all the same. */
const WAIT_MS = 1000;

/** How far respondents get, counted in memory and written together, so that it costs the responses nothing that they notice. */
export interface StepCounter {
  /** One more device got to a step. Waits for nothing, and never throws. */
  count(code: string, step: FormStep): void;
  /** Writes what was counted; what comes after it is lost. */
  drain(): Promise<void>;
}

/**
 * Of one process; a process that is killed loses the last second. What the database does not take is tried again with what
 * comes next, and `failed` hears of it; it is a handful of numbers, however many devices they stand for.
 */
export function createStepCounter(
  store: Pick<Store, 'write' | 'shard' | 'changes'>,
  { waitMs = WAIT_MS, failed = () => {} }: { waitMs?: number; failed?(error: unknown): void } = {},
): StepCounter {
  let waiting = new Tally<StepKey>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let closed = false;

  const add = (key: StepKey, n = 1) => {
    waiting.add(key, n);
    if (timer !== undefined || closed) return;
    timer = setTimeout(write, waitMs);
    timer.unref();
  };

  /** One after the other, so that what one could not write is there for the next. */
  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(async () => {
      const counted = waiting;
      waiting = new Tally();
      if (counted.sorted().length === 0) return;
      try {
        const open = await withRetry(() => writeSteps(store, counted));
        store.changes.tell([...open].map((code) => `survey:${code}` as const));
      } catch (error) {
        failed(error);
        // Rather too few than twice as many.
        if (error instanceof UnknownFateError) return;
        for (const { key, n } of counted.sorted()) add(key, n);
      }
    });
    return writing;
  }

  return {
    count(code, step) {
      if (!closed) add({ survey_code: code, step });
    },
    drain() {
      closed = true;
      return write();
    },
  };
}

interface StepKey {
  survey_code: string;
  step: FormStep;
}

/** Only of surveys that are still open: once closing has answered nothing is counted any more, and one that is deleted leaves nothing. */
async function writeSteps(
  { write, shard }: Pick<Store, 'write' | 'shard'>,
  counted: Tally<StepKey>,
): Promise<ReadonlySet<string>> {
  return write.transaction().execute(async (trx) => {
    const steps = counted.sorted();
    const open = await holdOpenSurveys(trx, new Set(steps.map(({ key }) => key.survey_code)));
    const taken = new Tally<StepKey>();
    for (const { key, n } of steps) if (open.has(key.survey_code)) taken.add(key, n);
    await addFormSteps(trx, shard, taken);
    await bumpRevisionsOf(trx, shard, open);
    return open;
  });
}
