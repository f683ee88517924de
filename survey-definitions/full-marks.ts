import type { Exact } from './exact.ts';
import { divide, exact, type Fraction, HUNDRED, multiply } from './fraction.ts';
import type { Scale } from './questionnaire.ts';

/** The weight that stands for 100 % on a scale. */
export function fullMarksOf({ outOf }: Pick<Scale, 'outOf'>): Fraction {
  return outOf === undefined ? HUNDRED : exact(outOf);
}

/** What a grade of a scale is worth, in percent of its full marks. */
export function worthOf(scale: Pick<Scale, 'outOf'>, weight: Exact): Fraction {
  return divide(multiply(exact(weight), HUNDRED), fullMarksOf(scale));
}
