import {
  divide,
  type Fraction,
  fraction,
  HUNDRED,
  multiply,
  sum,
} from '../survey-definitions/fraction.ts';
import { itemsOf, optionsOf } from '../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../survey-definitions/questionnaire.ts';
import {
  type ComparatorGap,
  type Comparators,
  comparatorGaps,
  comparatorsOf,
} from './comparators.ts';
import { compositeItems } from './composite-items.ts';
import {
  type Counts,
  countAnswers,
  countChoices,
  countInComposite,
  countResponses,
} from './counts.ts';
import type { ItemResult, OptionResult } from './item-result.ts';
import { roundHalfUp } from './rounding.ts';

/** `exact`: rounded on display only. `published`: the reports' habit, percentages to two decimals first. */
export type Rounding = 'exact' | 'published';

export interface WeightedCount {
  weight: number;
  count: number;
}
export interface SurveyResults {
  /** How many responses were counted. */
  base: number;
  items: ItemResult[];
  /** Satisfaction of the group (综合满意度), 0 to 100; null where no item has a base. */
  composite: Fraction | null;
  /** How many responses have an answer to at least one item of the composite. */
  compositeBase: number;
  comparators: Comparators;
  /** Why a comparator is null; null for those that are not. */
  comparatorGaps: Record<keyof Comparators, ComparatorGap | null>;
}

/** Share of a base that is not empty, in percent. */
function percentOf(count: number, base: number, rounding: Rounding): Fraction {
  const percent = fraction(100 * count, base);
  return rounding === 'published' ? roundHalfUp(percent, 2) : percent;
}

const weigh = (percent: Fraction, weight: number): Fraction =>
  divide(multiply(percent, fraction(weight)), HUNDRED);

/**
 * Satisfaction of one item, 0 to 100: Σ count × weight / base. In `published` rounding each percentage is
 * first rounded half up to two decimals, then weighted, and the sum is left unrounded, as the tables of
 * the Shuozhou 2019 report were made. null where the base is empty.
 */
export function itemSatisfaction(
  options: readonly WeightedCount[],
  base: number,
  rounding: Rounding,
): Fraction | null {
  if (base === 0) return null;
  return sum(options.map(({ count, weight }) => weigh(percentOf(count, base, rounding), weight)));
}

/** Mean of the items that have a base, each weighing the same; null where none has. Nothing is rounded. */
export function composite(itemSatisfactions: readonly (Fraction | null)[]): Fraction | null {
  const known = itemSatisfactions.filter((value) => value !== null);
  return known.length === 0 ? null : divide(sum(known), fraction(known.length));
}

function itemResult(
  questionnaire: Questionnaire,
  item: Item,
  counts: Counts,
  rounding: Rounding,
): ItemResult {
  const base = countAnswers(counts, item.id);
  const weighted: WeightedCount[] = [];
  const options = optionsOf(questionnaire, item).map(({ id, weight }): OptionResult => {
    const count = countChoices(counts, item.id, id);
    const percent = base === 0 ? null : percentOf(count, base, rounding);
    if (weight === undefined) return { id, count, percent };
    weighted.push({ count, weight });
    return { id, count, percent, weight, weighted: percent && weigh(percent, weight) };
  });
  const satisfaction =
    item.type === 'satisfaction' ? itemSatisfaction(weighted, base, rounding) : null;
  return { id: item.id, base, options, satisfaction };
}

/** Everything a results page shows of one survey, from the counts of the responses that are to count. */
export function surveyResults(
  questionnaire: Questionnaire,
  counts: Counts,
  rounding: Rounding,
): SurveyResults {
  const items = itemsOf(questionnaire).map((item) =>
    itemResult(questionnaire, item, counts, rounding),
  );
  const inComposite = new Set(compositeItems(questionnaire));
  const scored = items.filter((item) => inComposite.has(item.id));
  return {
    base: countResponses(counts),
    items,
    composite: composite(scored.map((item) => item.satisfaction)),
    compositeBase: countInComposite(counts),
    comparators: comparatorsOf(scored),
    comparatorGaps: comparatorGaps(scored),
  };
}
