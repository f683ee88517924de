import type { CompositeOf } from '../../survey-definitions/composite.ts';
import { exact, fraction } from '../../survey-definitions/fraction.ts';
import type { ItemResult } from '../item-result.ts';
import { type CompositeResult, type Given, type Part, weightedMean } from './made.ts';

/**
 * Mean of the items that have a base, each weighing the same: Σ satisfaction / number of items. The way of the
 * published reports (朔州 2019: 六题平均), and of a questionnaire that names no method.
 */
export function meanOfItems({
  items,
}: {
  items: readonly Pick<ItemResult, 'id' | 'satisfaction'>[];
}): CompositeResult {
  const parts = equalParts(items.map(({ id, satisfaction }) => ({ id, value: satisfaction })));
  return { value: weightedMean(parts), made: { method: 'mean', parts } };
}

/**
 * Σ weight × satisfaction over the items named, whose weights close to 1; without weights the mean of the items. Linear
 * aggregation as in the Handbook on Constructing Composite Indicators (OECD and JRC, 2008), step 6.
 */
export function weightedItems(
  { weights }: CompositeOf<'items'>,
  { items }: Given,
): CompositeResult {
  if (weights === undefined) {
    const { value, made } = meanOfItems({ items });
    return { value, made: { ...made, method: 'items' } as CompositeResult['made'] };
  }
  const parts = items.map(
    ({ id, satisfaction }): Part => ({
      id,
      weight: exact(weights[id] ?? 0),
      value: satisfaction,
    }),
  );
  return { value: weightedMean(parts), made: { method: 'items', parts } };
}

/** Parts that weigh the same. */
export function equalParts(parts: readonly Omit<Part, 'weight'>[]): Part[] {
  return parts.map(({ id, value }) => ({ id, value, weight: fraction(1, parts.length) }));
}
