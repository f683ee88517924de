import {
  compare,
  divide,
  exact,
  type Fraction,
  HUNDRED,
  multiply,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import type { RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { roundHalfUp } from '../rounding.ts';
import { displayNumber, sameSides, seen } from './display-number.ts';
import { awarded, fullMarks, type RuleOutcome } from './outcome.ts';
import { byValue } from './scorer.ts';

/**
 * Full at the target or above; below it value % × weight, or value ÷ target × weight. `value` and the
 * target are in percent. A target that is not above 0 has no share to reach, so there is no score below it.
 */
export function scoreTargetProportional(
  rule: RuleOf<'target-proportional'>,
  weight: Fraction,
  value: Fraction,
  decimals = 2,
): RuleOutcome {
  const target = exact(rule.target);
  const onSameSide = sameSides(value, [target]);
  if (compare(value, target) >= 0)
    return fullMarks(
      [{ step: 'compared', value: displayNumber(value, onSameSide), sign: '≥', bound: target }],
      weight,
      decimals,
    );

  const overTarget = rule.below === 'value-over-target';
  if (overTarget && compare(target, ZERO) <= 0)
    return { missing: { reason: 'target-not-above-zero', target } };
  const points = (of: Fraction) => multiply(divide(of, overTarget ? target : HUNDRED), weight);
  const score = points(value);
  const award = roundHalfUp(score, decimals);
  // What is shown must give the score that is shown, should a scorer take a calculator to it.
  const taken = displayNumber(
    value,
    (number) => onSameSide(number) && compare(roundHalfUp(points(number), decimals), award) === 0,
  );
  return awarded(
    [
      { step: 'compared', value: taken, sign: '<', bound: target },
      {
        step: 'taken',
        value: taken,
        of: overTarget ? target : 'percent',
        weight,
        gives: { exact: score, seen: points(seen(taken)) },
      },
    ],
    score,
    weight,
    decimals,
  );
}

export const targetProportional = byValue<'target-proportional'>(scoreTargetProportional);
