import { exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { given, type RuleOutcome } from './outcome.ts';

/** The case that applies gives its points, up to the weight. A case the rule does not have gives no score. */
export function scoreCategory(
  rule: RuleOf<'category'>,
  weight: Fraction,
  inputs: RuleInputs<'category'>,
  decimals = 2,
): RuleOutcome {
  const applies = rule.cases.find((each) => each.id === inputs.case);
  if (!applies)
    return {
      missing: {
        'zh-CN': '所选情形不在评分标准之列',
        en: 'the case chosen is none of the rule’s cases',
      },
    };
  const label = { 'zh-CN': textIn(applies.label, 'zh-CN'), en: textIn(applies.label, 'en') };
  return given(label, exact(applies.points), weight, decimals);
}
