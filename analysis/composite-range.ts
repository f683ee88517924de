import { compositeItems } from '../survey-definitions/composite-items.ts';
import {
  compare,
  exact,
  type Fraction,
  HUNDRED,
  max,
  min,
  ZERO,
} from '../survey-definitions/fraction.ts';
import { worthOf } from '../survey-definitions/full-marks.ts';
import { gradesOf, itemsOf, scaleOf } from '../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../survey-definitions/questionnaire.ts';

/** The smallest and the largest value, in percent, that a number could have, whatever people answered. */
export interface Range {
  lowest: Fraction;
  highest: Fraction;
}

/** Of the satisfaction of an item: its worst and its best grade; null where it is not on a scale. */
export function itemRange(questionnaire: Questionnaire, id: string): Range | null {
  const item = itemsOf(questionnaire).find((each) => each.id === id);
  return item === undefined ? null : rangeOfItem(questionnaire, item);
}

/**
 * Of a group's number. Every method but two is a mean of grades with some weights, so that it lies between the worst and the
 * best grade of all items that count. It reaches them where everybody answers one item only, or says 不了解 to the others: a
 * target beyond them is out of reach for certain, and one within them may still be hard to reach. null where no item counts.
 */
export function compositeRange(questionnaire: Questionnaire): Range | null {
  const counting = new Set(compositeItems(questionnaire));
  const items = itemsOf(questionnaire).filter(({ id }) => counting.has(id));
  const grades = hull(items.map((item) => rangeOfItem(questionnaire, item)));
  const { composite } = questionnaire;
  if (grades === null) return null;
  if (composite?.method === 'top')
    return hull(items.map((item) => topRange(questionnaire, item, composite.grades)));
  if (composite?.method === 'persons') return personsRange(grades, exact(composite.threshold));
  return grades;
}

function rangeOfItem(questionnaire: Questionnaire, item: Item): Range | null {
  const scale = scaleOf(questionnaire, item);
  if (scale === undefined) return null;
  return hull(
    gradesOf(scale).map(({ weight }) => {
      const worth = worthOf(scale, weight);
      return { lowest: worth, highest: worth };
    }),
  );
}

/** Of the share of the best k grades: none or all, but for a scale that has no others. */
function topRange(questionnaire: Questionnaire, item: Item, grades: number): Range | null {
  const scale = scaleOf(questionnaire, item);
  if (scale === undefined) return null;
  return { lowest: gradesOf(scale).length > grades ? ZERO : HUNDRED, highest: HUNDRED };
}

/** Of the share of persons whose own mean reaches a threshold: nobody or everybody, where some mean can and some cannot. */
function personsRange({ lowest, highest }: Range, threshold: Fraction): Range {
  return {
    lowest: compare(lowest, threshold) >= 0 ? HUNDRED : ZERO,
    highest: compare(highest, threshold) >= 0 ? HUNDRED : ZERO,
  };
}

/** From the smallest of all to the largest; null where there is none. */
function hull(ranges: readonly (Range | null)[]): Range | null {
  return ranges.reduce<Range | null>((whole, range) => {
    if (whole === null || range === null) return whole ?? range;
    return {
      lowest: min(whole.lowest, range.lowest),
      highest: max(whole.highest, range.highest),
    };
  }, null);
}
