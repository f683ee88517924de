import type { Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { fullMarks, noMarks, type RuleOutcome } from './outcome.ts';

/** Full where the requirement is met, else 0. */
export function scoreAllOrNothing(
  _rule: RuleOf<'all-or-nothing'>,
  weight: Fraction,
  inputs: RuleInputs<'all-or-nothing'>,
  decimals = 2,
): RuleOutcome {
  return inputs.met
    ? fullMarks({ 'zh-CN': '达到要求', en: 'met' }, weight, decimals)
    : noMarks({ 'zh-CN': '未达到要求', en: 'not met' }, decimals);
}
