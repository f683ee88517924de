import { compositeItems, satisfactionItems } from '../survey-definitions/composite-items.ts';
import type { Exact } from '../survey-definitions/exact.ts';
import {
  divide,
  exact,
  type Fraction,
  HUNDRED,
  multiply,
  sum,
} from '../survey-definitions/fraction.ts';
import { fullMarksOf } from '../survey-definitions/full-marks.ts';
import { itemsOf, optionsOf, scaleOf } from '../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../survey-definitions/questionnaire.ts';
import { type ComparatorGap, type Comparators, comparatorsOf } from './comparators.ts';
import type { Made } from './composite/made.ts';
import { compositeBy } from './composite.ts';
import {
  type Counts,
  countAnswers,
  countChoices,
  countInComposite,
  countReaching,
  countResponses,
} from './counts.ts';
import type { ItemResult, OptionResult } from './item-result.ts';
import { percentOf, type Rounding } from './percent.ts';

export interface WeightedCount {
  weight: Exact;
  count: number;
}
export interface SurveyResults {
  /** How many responses were counted. */
  base: number;
  items: ItemResult[];
  /** Satisfaction of the group (综合满意度) by its questionnaire's method, 0 to 100; null where no item has a base. */
  composite: Fraction | null;
  /** What it was made of. */
  made: Made;
  /** How many responses have a scored answer to at least one item that counts in it. */
  compositeBase: number;
  comparators: Comparators;
  /** Why a comparator is null; null for those that are not. */
  comparatorGaps: Record<keyof Comparators, ComparatorGap | null>;
}

const weigh = (percent: Fraction, weight: Fraction, outOf: Fraction): Fraction =>
  divide(multiply(percent, weight), outOf);

/**
 * Satisfaction of one item in percent, 0 to 100: Σ count × weight / outOf / base × 100, over the grades; what is not scored is
 * neither in the sum nor in the base. In `published` rounding each percentage is first rounded half up to two decimals, then
 * weighted, and the sum is left unrounded, as the tables of the Shuozhou 2019 report were made. null where the base is empty.
 */
export function itemSatisfaction(
  grades: readonly WeightedCount[],
  base: number,
  rounding: Rounding,
  outOf: Fraction = HUNDRED,
): Fraction | null {
  if (base === 0) return null;
  return sum(
    grades.map(({ count, weight }) =>
      weigh(percentOf(count, base, rounding), exact(weight), outOf),
    ),
  );
}

function itemResult(
  questionnaire: Questionnaire,
  item: Item,
  counts: Counts,
  rounding: Rounding,
): ItemResult {
  const answered = countAnswers(counts, item.id);
  const scale = scaleOf(questionnaire, item);
  const outOf = fullMarksOf(scale ?? {});
  const counted = optionsOf(questionnaire, item).map(({ id, weight }) => ({
    id,
    weight,
    count: countChoices(counts, item.id, id),
  }));
  const grades = counted.flatMap(({ weight, count }): WeightedCount[] =>
    weight === undefined ? [] : [{ weight, count }],
  );
  // On a scale an answer is one option, so the scored answers are those that chose a grade.
  const base = scale ? grades.reduce((total, { count }) => total + count, 0) : answered;
  const options = counted.map(({ id, weight, count }): OptionResult => {
    const of = scale && weight === undefined ? answered : base;
    const percent = of === 0 ? null : percentOf(count, of, rounding);
    if (weight === undefined) return { id, count, scored: false, percent };
    const weighted = percent && weigh(percent, exact(weight), outOf);
    return { id, count, scored: true, percent, weight: exact(weight), weighted };
  });
  return {
    id: item.id,
    base,
    answered,
    options,
    scale: scale ? { id: scale.id, outOf } : null,
    satisfaction: scale ? itemSatisfaction(grades, base, rounding, outOf) : null,
  };
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
  const among = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return items.filter((item) => wanted.has(item.id));
  };
  const compositeBase = countInComposite(counts);
  const { composite } = questionnaire;
  const counting = among(compositeItems(questionnaire));
  const { value, made } = compositeBy(composite, {
    items: counting,
    respondents: compositeBase,
    reaching: countReaching(counts),
    rounding,
  });
  // One item alone leaves nothing to compare: beside it stand the numbers of all.
  const compared =
    composite?.method === 'overall' ? among(satisfactionItems(questionnaire)) : counting;
  const { comparators, gaps } = comparatorsOf(composite, { items: compared, rounding }, items);
  return {
    base: countResponses(counts),
    items,
    composite: value,
    made,
    compositeBase,
    comparators,
    comparatorGaps: gaps,
  };
}
