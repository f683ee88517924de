import type { Composite } from '../survey-definitions/composite.ts';
import {
  compare,
  divide,
  exact,
  type Fraction,
  fraction,
  HUNDRED,
  multiply,
  sum,
} from '../survey-definitions/fraction.ts';
import { meanOfItems } from './composite/items.ts';
import type { Given } from './composite/made.ts';
import { pooledAnswers } from './composite/pooled.ts';
import { topShare } from './composite/top.ts';
import { gradesIn, type ItemResult } from './item-result.ts';

/**
 * Other ways to put the same answers into one number, 0 to 100 each, shown beside the composite and never
 * mixed with it. null where a comparator does not fit the scales, is the composite itself, or no item has a base.
 */
export interface Comparators {
  /** 满意率: share of the answers on the two best grades, mean of the items. */
  topTwoBox: Fraction | null;
  /** The mean of the items as it would be with the evenly spaced weights 100/75/50/25. */
  evenWeights: Fraction | null;
  /** Satisfaction of the item `overall` alone. */
  overallItem: Fraction | null;
  /** The mean of the items, each weighing the same. */
  itemMean: Fraction | null;
  /** All scored answers together. */
  pooled: Fraction | null;
}
type Comparator = keyof Comparators;

/** Why there is a comparator missing. */
export const COMPARATOR_GAPS = [
  'no-answers',
  'other-scale',
  'no-overall-item',
  'the-composite',
] as const;
export type ComparatorGap = (typeof COMPARATOR_GAPS)[number];

const EVEN_WEIGHTS = [100, 75, 50, 25];

/** Mean over the items that have a base; null where one of these has a scale that `fits` refuses. */
function meanOver(
  items: readonly ItemResult[],
  fits: (item: ItemResult) => boolean,
  share: (item: ItemResult) => Fraction | null,
): Fraction | null {
  const answered = items.filter((item) => item.base > 0);
  if (answered.length === 0 || !answered.every(fits)) return null;
  const values = answered.map(share).filter((value) => value !== null);
  return divide(sum(values), fraction(values.length));
}

// On a scale of two, both are the two best: the share would be 100 whatever people answered.
const fitsTopTwo = (item: ItemResult) => gradesIn(item).length > 2;
const fitsEvenWeights = (item: ItemResult) => gradesIn(item).length === EVEN_WEIGHTS.length;
const evenlyWeighed = (item: ItemResult): Fraction =>
  sum(
    gradesIn(item).map(({ percent }, position) =>
      multiply(percent as Fraction, fraction(EVEN_WEIGHTS[position] ?? 0, 100)),
    ),
  );
const OVERALL = 'overall';

/** Whether every item is on a scale whose own weights are the even ones. */
const hasEvenWeights = (items: readonly ItemResult[]): boolean =>
  items.every((item) => {
    const { scale } = item;
    const grades = gradesIn(item);
    return (
      scale !== null &&
      grades.length === EVEN_WEIGHTS.length &&
      grades.every(({ weight }, position) => {
        const own = divide(multiply(weight as Fraction, HUNDRED), scale.outOf);
        return compare(own, fraction(EVEN_WEIGHTS[position] ?? 0)) === 0;
      })
    );
  });

/** The comparators that a composite method is. `overall`: the item of that name, where it is asked. */
function sameAs(
  composite: Composite | undefined,
  items: readonly ItemResult[],
  overall: ItemResult | undefined,
): Comparator[] {
  const mean: Comparator[] = hasEvenWeights(items) ? ['itemMean', 'evenWeights'] : ['itemMean'];
  switch (composite?.method) {
    case undefined:
      return mean;
    case 'items': {
      const [first, ...others] = Object.values(composite.weights ?? {}).map(exact);
      const weighsAlike = others.every((weight) => compare(weight, first ?? weight) === 0);
      return weighsAlike ? mean : [];
    }
    case 'pooled':
      return ['pooled'];
    case 'overall':
      // Of the item `overall` beside another one that was named, it still says something.
      return overall && composite.item !== OVERALL ? [] : ['overallItem'];
    case 'top':
      return composite.grades === 2 ? ['topTwoBox'] : [];
    case 'dimensions':
      return composite.dimensions.length === 1 ? mean : [];
    case 'persons':
      return [];
  }
}

/**
 * The comparators of the items given, in the rounding their percentages have, and why each that is null is so: by the items
 * that have a base, or where none has, by all of them. That it is the composite itself comes first, and then what does not
 * fit: no answer to those would change that. The overall item is looked for among all that were `asked`: it may well be there
 * and not count.
 */
export function comparatorsOf(
  composite: Composite | undefined,
  given: Pick<Given, 'items' | 'rounding'>,
  asked: readonly ItemResult[],
): { comparators: Comparators; gaps: Record<Comparator, ComparatorGap | null> } {
  const { items } = given;
  const overall = asked.find(({ id, scale }) => id === OVERALL && scale !== null);
  const same = new Set(sameAs(composite, items, overall));
  const answered = items.filter((item) => item.base > 0);
  const looked = answered.length > 0 ? answered : items;
  const gapOf = (fits: (item: ItemResult) => boolean): ComparatorGap =>
    looked.every(fits) ? 'no-answers' : 'other-scale';
  const all: Record<Comparator, { value: Fraction | null; gap: ComparatorGap }> = {
    topTwoBox: {
      value: meanOver(items, fitsTopTwo, (item) => topShare(item, 2)),
      gap: gapOf(fitsTopTwo),
    },
    evenWeights: {
      value: meanOver(items, fitsEvenWeights, evenlyWeighed),
      gap: gapOf(fitsEvenWeights),
    },
    overallItem: {
      value: overall?.satisfaction ?? null,
      gap: overall ? 'no-answers' : 'no-overall-item',
    },
    itemMean: { value: meanOfItems(given).value, gap: 'no-answers' },
    pooled: { value: pooledAnswers(given).value, gap: 'no-answers' },
  };
  const names = Object.keys(all) as Comparator[];
  const shown = (name: Comparator) => (same.has(name) ? null : all[name].value);
  const gapFor = (name: Comparator) =>
    same.has(name) ? 'the-composite' : all[name].value === null ? all[name].gap : null;
  return {
    comparators: recordOf(names, shown),
    gaps: recordOf(names, gapFor),
  };
}

function recordOf<T>(names: readonly Comparator[], of: (name: Comparator) => T) {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Comparator, T>;
}
