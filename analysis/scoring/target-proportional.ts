import {
  asWritten,
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
import { calculated, formula, fullMarks, type RuleOutcome } from './outcome.ts';
import { sameSides, shown } from './shown.ts';

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
  const goal = asWritten(target);
  const onSameSide = sameSides(value, [target]);
  if (compare(value, target) >= 0)
    return fullMarks(formula(`${shown(value, onSameSide).text} ≥ ${goal}`), weight, decimals);

  const overTarget = rule.below === 'value-over-target';
  if (overTarget && compare(target, ZERO) <= 0)
    return {
      missing: {
        'zh-CN': `目标值 ${goal} 不大于 0，无法按比例计分`,
        en: `the target ${goal} is not above 0, so no share of it can be taken`,
      },
    };
  const points = (of: Fraction) => multiply(divide(of, overTarget ? target : HUNDRED), weight);
  const score = points(value);
  const awarded = roundHalfUp(score, decimals);
  // What is shown must give the score that is shown, should a scorer take a calculator to it.
  const seen = shown(
    value,
    (number) => onSameSide(number) && compare(roundHalfUp(points(number), decimals), awarded) === 0,
  );
  const share = overTarget ? `${seen.text} ÷ ${goal}` : `${seen.text}%`;
  const line = `${seen.text} < ${goal}`;
  const calculation = `${share} × ${asWritten(weight)}`;
  return calculated(
    { 'zh-CN': `${line}：${calculation}`, en: `${line}: ${calculation}` },
    score,
    weight,
    decimals,
    points(seen.number),
  );
}
