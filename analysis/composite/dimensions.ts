import type { CompositeOf } from '../../survey-definitions/composite.ts';
import { exact } from '../../survey-definitions/fraction.ts';
import { equalParts } from './items.ts';
import { type CompositeResult, type Given, weightedMean } from './made.ts';

/**
 * Σ weight × mean of the dimension's items, over dimensions whose weights close to 1. A dimension's mean is over its items with
 * a base; one without any such item has none, and the weights of the others are scaled up. Linear aggregation in two levels, as
 * in the Handbook on Constructing Composite Indicators (OECD and JRC, 2008), step 6.
 */
export function weightedDimensions(
  { dimensions }: CompositeOf<'dimensions'>,
  { items }: Given,
): CompositeResult {
  const satisfactionOf = new Map(items.map(({ id, satisfaction }) => [id, satisfaction]));
  const parts = dimensions.map(({ id, weight, items: ids }) => {
    const own = equalParts(
      ids.map((item) => ({ id: item, value: satisfactionOf.get(item) ?? null })),
    );
    return { id, weight: exact(weight), value: weightedMean(own), items: own };
  });
  return { value: weightedMean(parts), made: { method: 'dimensions', parts } };
}
