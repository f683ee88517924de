import { compare, type Fraction, max, min, ZERO } from '../../survey-definitions/fraction.ts';
import { roundHalfUp } from '../rounding.ts';
import type { Result, Step } from './explanation.ts';
import type { Missing } from './missing.ts';

/**
 * What a rule makes of an indicator. `score` is exact and within 0 and the weight; whoever awards it
 * rounds it, as the explanation's last step says. `missing` is what keeps the rule from scoring.
 */
export type RuleOutcome = { score: Fraction; explanation: Step[] } | { missing: Missing };

/** What a calculation gives whose numbers are all shown in full. */
export const exactly = (points: Fraction): Result => ({ exact: points, seen: points });

const rounded = (from: Fraction, decimals: number): Step => ({
  step: 'rounded',
  from,
  to: roundHalfUp(from, decimals),
  decimals,
});

/** Full marks, after what was met. */
export function fullMarks(met: readonly Step[], weight: Fraction, decimals: number): RuleOutcome {
  return {
    score: weight,
    explanation: [...met, { step: 'full', points: weight }, rounded(weight, decimals)],
  };
}

/** A score of 0, after why. */
export function noMarks(why: readonly Step[], decimals: number): RuleOutcome {
  return { score: ZERO, explanation: [...why, { step: 'none' }, rounded(ZERO, decimals)] };
}

/** The points that the steps led to, kept within 0 and the weight; where that changes them, a step says so. */
export function awarded(
  steps: readonly Step[],
  points: Fraction,
  weight: Fraction,
  decimals: number,
): RuleOutcome {
  const score = min(max(points, ZERO), weight);
  const by = compare(points, ZERO) < 0 ? 'zero' : 'weight';
  const capped: Step[] =
    compare(points, score) === 0 ? [] : [{ step: 'capped', by, from: points, to: score }];
  return { score, explanation: [...steps, ...capped, rounded(score, decimals)] };
}
