import { Problem } from '../problem.ts';
import type { Survey } from '../store/surveys.ts';

/**
 * Of a survey that was rebuilt from published counts only whole marginals mean anything: which answers stand together in a
 * response, in a channel or on a day is made up. Throws not-derivable where a part of such a survey is asked for.
 */
export function mustBeDerivable(
  { provenance }: Pick<Survey, 'provenance'>,
  splits: readonly unknown[],
): void {
  if (provenance !== 'reconstructed') return;
  if (splits.some((split) => split !== undefined)) throw new Problem('not-derivable');
}
