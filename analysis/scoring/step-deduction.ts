import {
  asWritten,
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
import {
  calculated,
  formula,
  fullMarks,
  noMarks,
  type RuleOutcome,
  type Words,
} from './outcome.ts';
import { operand, type Shown, sameSides, shown } from './shown.ts';

type StepDeduction = RuleOf<'step-deduction'>;
type Reading = StepDeduction['partialStep'];

/** How many steps a part of a step counts as, in the four readings a published rule leaves open. */
const COUNTED: Record<Reading, (steps: Fraction) => Fraction> = {
  proportional: (steps) => steps,
  'half-up': (steps) => roundHalfUp(steps, 0),
  up: roundUp,
  down: roundDown,
};

function countedInWords(reading: Reading, steps: string): Words {
  if (reading === 'half-up')
    return { 'zh-CN': `，四舍五入计 ${steps} 步`, en: `, counted half up as ${steps}` };
  if (reading === 'up')
    return {
      'zh-CN': `，不足一步按一步计，共 ${steps} 步`,
      en: `, a part of a step counted as one: ${steps}`,
    };
  return {
    'zh-CN': `，不足一步不计，共 ${steps} 步`,
    en: `, a part of a step not counted: ${steps}`,
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
  const target = exact(rule.target);
  const upper = rule.side === 'upper';
  const beyond = (bound: Fraction, at: Fraction) =>
    upper ? subtract(at, bound) : subtract(bound, at);
  if (compare(beyond(target, value), ZERO) <= 0) {
    const seen = shown(value, sameSides(value, [target])).text;
    return fullMarks(
      formula(`${seen} ${upper ? '≤' : '≥'} ${asWritten(target)}`),
      weight,
      decimals,
    );
  }
  const zeroAt = rule.zeroAt === undefined ? undefined : exact(rule.zeroAt);
  if (zeroAt !== undefined && compare(beyond(zeroAt, value), ZERO) >= 0) {
    const seen = shown(value, sameSides(value, [target, zeroAt])).text;
    const line = `${seen} ${upper ? '≥' : '≤'} ${asWritten(zeroAt)}`;
    return noMarks(
      { 'zh-CN': `${line}，达到零分线`, en: `${line}, where nothing is left` },
      decimals,
    );
  }

  const step = exact(rule.step);
  const off =
    'share' in rule.deduct ? multiply(exact(rule.deduct.share), weight) : exact(rule.deduct.points);
  const counted = COUNTED[rule.partialStep];
  const stepsAt = (at: Fraction) => divide(beyond(target, at), step);
  const pointsFor = (steps: Fraction) => subtract(weight, multiply(counted(steps), off));
  const score = pointsFor(stepsAt(value));

  // Value and steps are written with enough decimals that what is seen leads to the very same score.
  const whole = rule.partialStep !== 'proportional';
  const leadsThere = (steps: Fraction) =>
    compare(roundHalfUp(pointsFor(steps), decimals), roundHalfUp(score, decimals)) === 0 &&
    (!whole || compare(counted(steps), counted(stepsAt(value))) === 0);
  const onSameSides = sameSides(value, zeroAt === undefined ? [target] : [target, zeroAt]);
  const seen = shown(value, (number) => onSameSides(number) && leadsThere(stepsAt(number)));
  const steps = shown(stepsAt(seen.number), leadsThere);
  return calculated(
    inWords(rule, weight, off, seen, steps, {
      text: whole ? asWritten(counted(steps.number)) : steps.text,
      number: counted(steps.number),
    }),
    score,
    weight,
    decimals,
    pointsFor(steps.number),
  );
}

/** "18.6 > 0: 18.6 − 0 = 18.6 steps, counted half up as 19, 0.1 points off each: 2 − 19 × 0.1" */
function inWords(
  rule: StepDeduction,
  weight: Fraction,
  off: Fraction,
  value: Shown,
  steps: Shown,
  taken: Shown,
): Words {
  const target = exact(rule.target);
  const step = exact(rule.step);
  const upper = rule.side === 'upper';
  const goal = asWritten(target);
  const [from, to] = upper ? [value.text, goal] : [goal, value.text];
  const difference = `${operand(from)} − ${operand(to)}`;
  const perStep = asWritten(step);
  const distance = perStep === '1' ? difference : `(${difference}) ÷ ${operand(perStep)}`;
  const apart = upper ? subtract(value.number, target) : subtract(target, value.number);
  const equals = compare(divide(apart, step), steps.number) === 0 ? '=' : '≈';
  const how =
    compare(taken.number, steps.number) === 0
      ? formula('')
      : countedInWords(rule.partialStep, taken.text);
  const points = asWritten(off);
  const line = `${value.text} ${upper ? '>' : '<'} ${goal}`;
  const rest = `${asWritten(weight)} − ${operand(taken.text)} × ${operand(points)}`;
  return {
    'zh-CN': `${line}：${distance} ${equals} ${steps.text} 步${how['zh-CN']}，每步扣 ${points} 分：${rest}`,
    en: `${line}: ${distance} ${equals} ${steps.text} steps${how.en}, ${points} points off each: ${rest}`,
  };
}
