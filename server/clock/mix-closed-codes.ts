import { mixCodes } from '../evaluations/move-survey.ts';
import { listCodesToMix } from '../store/mixing-codes.ts';
import type { Clock } from './work.ts';

/**
 * Writes anew the codes of surveys that are closed, by the clock or by somebody whose server did not get through with it. Two
 * servers at once mix what the other has mixed.
 */
export async function mixClosedCodes({ store, stopping }: Clock): Promise<void> {
  for (const code of await listCodesToMix(store.read)) {
    if (stopping?.aborted) return;
    await mixCodes(store.write, code);
  }
}
