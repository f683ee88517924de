import { divide, type Fraction, fraction, multiply, sum } from '../survey-definitions/fraction.ts';
import type { ItemResult, OptionResult } from './item-result.ts';

/**
 * Other ways to put the same answers into one number, 0 to 100 each, shown beside the composite and never
 * mixed with it. null where a comparator does not fit the scales or no item has a base.
 */
export interface Comparators {
  /** 满意率: share of the answers on the two best options, mean of the items. */
  topTwoBox: Fraction | null;
  /** The composite as it would be with the evenly spaced weights 100/75/50/25. */
  evenWeights: Fraction | null;
  /** Satisfaction of the item `overall` alone. */
  overallItem: Fraction | null;
}

/** Why there is a comparator missing. */
export const COMPARATOR_GAPS = ['no-answers', 'other-scale', 'no-overall-item'] as const;
export type ComparatorGap = (typeof COMPARATOR_GAPS)[number];

const EVEN_WEIGHTS = [100, 75, 50, 25];

/** Options from the best weight to the worst; the order of the definition where weights are equal. */
function bestFirst(item: ItemResult): OptionResult[] {
  return item.options.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

/** Mean over the items that have a base; null where one of these has a scale that `fits` refuses. */
function meanOver(
  items: readonly ItemResult[],
  fits: (options: number) => boolean,
  weightAt: (position: number) => number,
): Fraction | null {
  const answered = items.filter((item) => item.base > 0);
  if (answered.length === 0 || !answered.every((item) => fits(item.options.length))) return null;
  const values = answered.map((item) =>
    sum(
      bestFirst(item).map(({ percent }, position) =>
        multiply(percent as Fraction, fraction(weightAt(position), 100)),
      ),
    ),
  );
  return divide(sum(values), fraction(values.length));
}

// On a scale of two, both are the two best: the share would be 100 whatever people answered.
const fitsTopTwo = (options: number) => options > 2;
const fitsEvenWeights = (options: number) => options === EVEN_WEIGHTS.length;
const overallOf = (items: readonly ItemResult[]) => items.find((item) => item.id === 'overall');

/** Comparators of the items that make up the composite, in the rounding their percentages have. */
export function comparatorsOf(items: readonly ItemResult[]): Comparators {
  return {
    topTwoBox: meanOver(items, fitsTopTwo, (position) => (position < 2 ? 100 : 0)),
    evenWeights: meanOver(items, fitsEvenWeights, (position) => EVEN_WEIGHTS[position] ?? 0),
    overallItem: overallOf(items)?.satisfaction ?? null,
  };
}

/**
 * Why each comparator that is null is so: by the items that have a base, or where none has, by all of them. What does not fit
 * comes first: no answer to those would change that.
 */
export function comparatorGaps(
  items: readonly ItemResult[],
): Record<keyof Comparators, ComparatorGap | null> {
  const values = comparatorsOf(items);
  const answered = items.filter((item) => item.base > 0);
  const looked = answered.length > 0 ? answered : items;
  const gapOf = (fits: (options: number) => boolean): ComparatorGap =>
    looked.every((item) => fits(item.options.length)) ? 'no-answers' : 'other-scale';
  return {
    topTwoBox: values.topTwoBox === null ? gapOf(fitsTopTwo) : null,
    evenWeights: values.evenWeights === null ? gapOf(fitsEvenWeights) : null,
    overallItem:
      values.overallItem !== null ? null : overallOf(items) ? 'no-answers' : 'no-overall-item',
  };
}
