import {
  compare,
  divide,
  exact,
  type Fraction,
  multiply,
  subtract,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import type { RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { roundDown, roundHalfUp, roundUp } from '../rounding.ts';
import { displayNumber, inFull, sameSides, seen } from './display-number.ts';
import type { Sign, Step } from './explanation.ts';
import { awarded, fullMarks, noMarks, type RuleOutcome } from './outcome.ts';
import { byValue } from './scorer.ts';

type StepDeduction = RuleOf<'step-deduction'>;

/** How many steps a part of a step counts as, in the four readings a published rule leaves open. */
const COUNTED: Record<StepDeduction['partialStep'], (steps: Fraction) => Fraction> = {
  proportional: (steps) => steps,
  'half-up': (steps) => roundHalfUp(steps, 0),
  up: roundUp,
  down: roundDown,
};

/** How far a value lies beyond a bound, on the side that costs; negative before it. */
function beyond({ side }: StepDeduction, bound: Fraction, value: Fraction): Fraction {
  return side === 'upper' ? subtract(value, bound) : subtract(bound, value);
}

/** Bounds that a reader must see the value on the right side of: the target, and the line of nothing left. */
function boundsOf(rule: StepDeduction): { target: Fraction; zeroAt: Fraction | null } {
  return {
    target: exact(rule.target),
    zeroAt: rule.zeroAt === undefined ? null : exact(rule.zeroAt),
  };
}

/**
 * Full up to the target (on its good side), then a deduction per step beyond it, in share of the weight or
 * in points, down to 0; at `zeroAt` and beyond the score is 0. `value`, target and step share one unit.
 */
export function scoreStepDeduction(
  rule: StepDeduction,
  weight: Fraction,
  value: Fraction,
  decimals = 2,
): RuleOutcome {
  const upper = rule.side === 'upper';
  const { target, zeroAt } = boundsOf(rule);
  const compared = (bound: Fraction, sign: Sign, bounds: readonly Fraction[]): Step => ({
    step: 'compared',
    value: displayNumber(value, sameSides(value, bounds)),
    sign,
    bound,
  });
  if (compare(beyond(rule, target, value), ZERO) <= 0)
    return fullMarks([compared(target, upper ? '≤' : '≥', [target])], weight, decimals);
  if (zeroAt && compare(beyond(rule, zeroAt, value), ZERO) >= 0) {
    const reached = compared(zeroAt, upper ? '≥' : '≤', [target, zeroAt]);
    return noMarks([reached, { step: 'nothing-left' }], decimals);
  }
  return deducted(rule, weight, value, decimals);
}

/** The score of a value beyond the target that has not reached the line of nothing left. */
function deducted(
  rule: StepDeduction,
  weight: Fraction,
  value: Fraction,
  decimals: number,
): RuleOutcome {
  const { partialStep, deduct } = rule;
  const { target, zeroAt } = boundsOf(rule);
  const length = exact(rule.step);
  const each = 'share' in deduct ? multiply(exact(deduct.share), weight) : exact(deduct.points);
  const counted = COUNTED[partialStep];
  const stepsAt = (at: Fraction) => divide(beyond(rule, target, at), length);
  const pointsFor = (steps: Fraction) => subtract(weight, multiply(counted(steps), each));
  const points = pointsFor(stepsAt(value));

  // Value and steps are shown with enough decimals that what is seen leads to the very same score.
  const whole = partialStep !== 'proportional';
  const leadsThere = (steps: Fraction) =>
    compare(roundHalfUp(pointsFor(steps), decimals), roundHalfUp(points, decimals)) === 0 &&
    (!whole || compare(counted(steps), counted(stepsAt(value))) === 0);
  const onSameSides = sameSides(value, zeroAt ? [target, zeroAt] : [target]);
  const at = displayNumber(value, (number) => onSameSides(number) && leadsThere(stepsAt(number)));
  const steps = displayNumber(stepsAt(seen(at)), leadsThere);
  const times = whole ? inFull(counted(seen(steps))) : steps;

  const upper = rule.side === 'upper';
  const [from, to] = upper ? [at, inFull(target)] : [inFull(target), at];
  const counting: Step[] =
    whole && compare(times.exact, seen(steps)) !== 0
      ? [{ step: 'counted', partialStep, steps: times.exact }]
      : [];
  const gives = { exact: points, seen: pointsFor(seen(steps)) };
  return awarded(
    [
      { step: 'compared', value: at, sign: upper ? '>' : '<', bound: target },
      { step: 'measured', from, to, length, steps },
      ...counting,
      { step: 'deducted', from: weight, per: 'step', times, each, gives },
    ],
    points,
    weight,
    decimals,
  );
}

export const stepDeduction = byValue<'step-deduction'>(scoreStepDeduction);
