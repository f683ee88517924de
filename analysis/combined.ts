import { compare, type Fraction, multiply, sum } from '../survey-definitions/fraction.ts';
import type { CombineWay } from '../survey-definitions/survey.ts';
import type { Counts } from './counts.ts';
import { roundHalfUp } from './rounding.ts';

/** What one of several surveys says by itself, and how much it weighs of 1; null where all responses are pooled. */
export interface CombinedPart {
  /** Code of the survey. */
  survey: string;
  weight: Fraction | null;
  /** In percent; null where the base is empty. */
  value: Fraction | null;
  /** null where its questionnaire has no such item or option. */
  base: number | null;
}

/** Several surveys of one group whose answers were put into one number, and how. */
export interface Combined {
  combine: CombineWay;
  parts: readonly CombinedPart[];
}

/**
 * Σ W_h ȳ_h over strata whose stated weights W_h close to 1: the stratified estimator of a mean (W. G. Cochran, Sampling
 * Techniques, 3rd ed., 1977, ch. 5). Exact. null where a stratum has no value: one stratum says nothing about another, so that
 * nothing is scaled up in its place.
 */
export function stratifiedMean(
  strata: readonly { weight: Fraction; value: Fraction | null }[],
): Fraction | null {
  const terms = strata.flatMap(({ weight, value }) =>
    value === null ? [] : [multiply(weight, value)],
  );
  return terms.length === 0 || terms.length < strata.length ? null : sum(terms);
}

/** Decimals of a combined number as it is shown, and the most that its parts are shown with. */
const DECIMALS = 2;
const MOST_DECIMALS = 12;

/**
 * How many decimals the parts are shown with: two, or as many more as it takes until whoever calculates with what is written
 * arrives at the combined number as it is shown.
 */
export function decimalsOfParts({ parts }: Combined): number {
  const strata = parts.flatMap(({ weight, value }) => (weight === null ? [] : [{ weight, value }]));
  const whole = stratifiedMean(strata);
  if (whole === null) return DECIMALS;
  const shown = roundHalfUp(whole, DECIMALS);
  for (let decimals = DECIMALS; decimals < MOST_DECIMALS; decimals += 1) {
    const seen = strata.map(({ weight, value }) => ({
      weight,
      value: value && roundHalfUp(value, decimals),
    }));
    const calculated = stratifiedMean(seen);
    if (calculated && compare(roundHalfUp(calculated, DECIMALS), shown) === 0) return decimals;
  }
  return MOST_DECIMALS;
}

/**
 * The counts of several surveys of one questionnaire as though all had answered one: whatever is made of counts is then made of
 * all respondents together, each weighing the same.
 */
export function addedCounts(all: readonly Counts[]): Counts {
  const added = new Map<string, Map<string, number>>();
  for (const counts of all)
    for (const [item, options] of counts) {
      const sums = added.get(item) ?? new Map<string, number>();
      added.set(item, sums);
      for (const [option, n] of options) sums.set(option, (sums.get(option) ?? 0) + n);
    }
  return added;
}
