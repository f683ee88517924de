import type { RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { compare, divide, exact, type Fraction, multiply, subtract, ZERO } from '../fraction.ts';
import { roundDown, roundHalfUp, roundUp } from '../rounding.ts';
import {
  calculated,
  formula,
  fullMarks,
  noMarks,
  type RuleOutcome,
  type Words,
} from './outcome.ts';
import { asWritten, operand, sameSides, shown } from './shown.ts';

type StepDeduction = RuleOf<'step-deduction'>;

/** How many steps a part of a step counts as, in the four readings a published rule leaves open. */
const COUNTED: Record<StepDeduction['partialStep'], (steps: Fraction) => Fraction> = {
  proportional: (steps) => steps,
  'half-up': (steps) => roundHalfUp(steps, 0),
  up: roundUp,
  down: roundDown,
};

function countedInWords(reading: StepDeduction['partialStep'], steps: string): Words {
  if (reading === 'half-up')
    return { 'zh-CN': `，四舍五入计 ${steps} 步`, en: `, counted half up as ${steps}` };
  if (reading === 'up')
    return {
      'zh-CN': `，不足一步按一步计 ${steps} 步`,
      en: `, a part of a step counted as one: ${steps}`,
    };
  return {
    'zh-CN': `，不足一步不计，为 ${steps} 步`,
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
  const beyond = (from: Fraction, to: Fraction) =>
    upper ? subtract(to, from) : subtract(from, to);
  const goal = asWritten(target);
  if (compare(beyond(target, value), ZERO) <= 0)
    return fullMarks(
      formula(`${shown(value, sameSides(value, [target])).text} ${upper ? '≤' : '≥'} ${goal}`),
      weight,
      decimals,
    );

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
  const pointsFor = (steps: Fraction) => subtract(weight, multiply(steps, off));
  const score = pointsFor(counted(stepsAt(value)));
  const awarded = roundHalfUp(score, decimals);
  // Value and steps are shown with enough decimals that what is seen leads to the very same score.
  const leadsThere = (steps: Fraction) =>
    compare(roundHalfUp(pointsFor(counted(steps)), decimals), awarded) === 0 &&
    (rule.partialStep === 'proportional' || compare(counted(steps), counted(stepsAt(value))) === 0);
  const bounds = zeroAt === undefined ? [target] : [target, zeroAt];
  const onSameSides = sameSides(value, bounds);
  const seen = shown(value, (number) => onSameSides(number) && leadsThere(stepsAt(number)));
  const steps = stepsAt(seen.number);
  const seenSteps = shown(steps, leadsThere);
  const taken = counted(seenSteps.number);
  const takenText = compare(taken, seenSteps.number) === 0 ? seenSteps.text : asWritten(taken);

  const [from, to] = upper ? [seen.text, goal] : [goal, seen.text];
  const difference = `${operand(from)} − ${operand(to)}`;
  const distance = asWritten(step) === '1' ? difference : `(${difference}) ÷ ${asWritten(step)}`;
  const how =
    compare(taken, seenSteps.number) === 0
      ? formula('')
      : countedInWords(rule.partialStep, takenText);
  const offText = asWritten(off);
  const rest = `${asWritten(weight)} − ${takenText} × ${offText}`;
  const line = `${seen.text} ${upper ? '>' : '<'} ${goal}`;
  return calculated(
    {
      'zh-CN': `${line}：${distance} = ${seenSteps.text} 步${how['zh-CN']}，每步扣 ${offText}：${rest}`,
      en: `${line}: ${distance} = ${seenSteps.text} steps${how.en}, ${offText} off each: ${rest}`,
    },
    score,
    weight,
    decimals,
  );
}
