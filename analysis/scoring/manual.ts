import { exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { given, type RuleOutcome } from './outcome.ts';

/** The score a scorer gives, up to the weight. */
export function scoreManual(
  _rule: RuleOf<'manual'>,
  weight: Fraction,
  inputs: RuleInputs<'manual'>,
  decimals = 2,
): RuleOutcome {
  return given(
    { 'zh-CN': '评价组评分', en: 'scored by the evaluators' },
    exact(inputs.score),
    weight,
    decimals,
  );
}
