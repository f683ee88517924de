import type { CompositeOf } from '../../survey-definitions/composite.ts';
import { type Fraction, sum } from '../../survey-definitions/fraction.ts';
import { gradesIn, type ItemResult } from '../item-result.ts';
import { equalParts } from './items.ts';
import { type CompositeResult, type Given, weightedMean } from './made.ts';

/** Share of an item's base on its best `grades` grades, in percent; null where the base is empty. */
export function topShare(item: ItemResult, grades: number): Fraction | null {
  if (item.base === 0) return null;
  return sum(
    gradesIn(item)
      .slice(0, grades)
      .map(({ percent }) => percent as Fraction),
  );
}

/**
 * Mean over the items of the share of the best k grades, of base; weights do not matter. The top-k-box score of satisfaction
 * research, 满意率 in the reports.
 */
export function topGrades({ grades }: CompositeOf<'top'>, { items }: Given): CompositeResult {
  const parts = equalParts(items.map((item) => ({ id: item.id, value: topShare(item, grades) })));
  return { value: weightedMean(parts), made: { method: 'top', grades, parts } };
}
