import type { FormStep } from '../../survey-definitions/form-step.ts';
import { storedNumber, storeNumber } from './stored-number.ts';

/** None without the ones before it; in the order of FORM_STEPS. */
const STEPS: FormStep[] = ['opened', 'first-answer', 'sent'];

/**
 * Counts how far somebody gets with a survey on this device: each step once, however often the page is opened, and for however
 * many people; where the device stores nothing, once a page. Gives what to call with the number of steps that were taken.
 *
 * A count says nothing of who: no cookie goes with it, no id, and not the page's address, which may hold an access code. It
 * waits for nothing and nothing waits for it; one that is lost is lost.
 */
export function createBeacon(code: string): (steps: number) => void {
  const key = `manping-steps:${code}`;
  let taken = 0;
  return (steps) => {
    for (taken = Math.max(taken, storedNumber(key)); taken < steps; storeNumber(key, taken)) {
      const url = `/api/surveys/${encodeURIComponent(code)}/steps/${STEPS[taken++]}`;
      fetch(url, {
        method: 'POST',
        keepalive: true,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      }).catch(() => {});
    }
  };
}
