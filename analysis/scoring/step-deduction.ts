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
import type { Step } from './explanation.ts';
import { awarded, fullMarks, noMarks, type RuleOutcome } from './outcome.ts';
import { byValue } from './scorer.ts';
import { inFull, sameSides, seen, shown } from './shown.ts';

type StepDeduction = RuleOf<'step-deduction'>;

/** How many steps a part of a step counts as, in the four readings a published rule leaves open. */
const COUNTED: Record<StepDeduction['partialStep'], (steps: Fraction) => Fraction> = {
  proportional: (steps) => steps,
  'half-up': (steps) => roundHalfUp(steps, 0),
  up: roundUp,
  down: roundDown,
};

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
  const target = exact(rule.target);
  const upper = rule.side === 'upper';
  const beyond = (bound: Fraction, at: Fraction) =>
    upper ? subtract(at, bound) : subtract(bound, at);
  if (compare(beyond(target, value), ZERO) <= 0) {
    const reached = shown(value, sameSides(value, [target]));
    const sign = upper ? '≤' : '≥';
    return fullMarks([{ step: 'compared', value: reached, sign, bound: target }], weight, decimals);
  }
  const zeroAt = rule.zeroAt === undefined ? undefined : exact(rule.zeroAt);
  const onSameSides = sameSides(value, zeroAt === undefined ? [target] : [target, zeroAt]);
  if (zeroAt !== undefined && compare(beyond(zeroAt, value), ZERO) >= 0) {
    const past = shown(value, onSameSides);
    const sign = upper ? '≥' : '≤';
    return noMarks(
      [{ step: 'compared', value: past, sign, bound: zeroAt }, { step: 'nothing-left' }],
      decimals,
    );
  }

  const { partialStep } = rule;
  const length = exact(rule.step);
  const each =
    'share' in rule.deduct ? multiply(exact(rule.deduct.share), weight) : exact(rule.deduct.points);
  const counted = COUNTED[partialStep];
  const stepsAt = (at: Fraction) => divide(beyond(target, at), length);
  const pointsFor = (steps: Fraction) => subtract(weight, multiply(counted(steps), each));
  const points = pointsFor(stepsAt(value));

  // Value and steps are shown with enough decimals that what is seen leads to the very same score.
  const whole = partialStep !== 'proportional';
  const leadsThere = (steps: Fraction) =>
    compare(roundHalfUp(pointsFor(steps), decimals), roundHalfUp(points, decimals)) === 0 &&
    (!whole || compare(counted(steps), counted(stepsAt(value))) === 0);
  const at = shown(value, (number) => onSameSides(number) && leadsThere(stepsAt(number)));
  const steps = shown(stepsAt(seen(at)), leadsThere);
  const times = whole ? inFull(counted(seen(steps))) : steps;
  const counting: Step[] =
    partialStep === 'proportional' || compare(times.exact, seen(steps)) === 0
      ? []
      : [{ step: 'counted', partialStep, steps: times.exact }];
  const [from, to] = upper ? [at, inFull(target)] : [inFull(target), at];
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
