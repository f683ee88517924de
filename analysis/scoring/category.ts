import { exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { awarded, type RuleOutcome } from './outcome.ts';
import { byInputs } from './scorer.ts';

/** The case that applies gives its points, up to the weight. A case the rule does not have gives no score. */
export function scoreCategory(
  rule: RuleOf<'category'>,
  weight: Fraction,
  inputs: RuleInputs<'category'>,
  decimals = 2,
): RuleOutcome {
  const applies = rule.cases.find((each) => each.id === inputs.case);
  if (!applies) return { missing: { reason: 'unknown-case', case: inputs.case } };
  const points = exact(applies.points);
  return awarded(
    [
      { step: 'chosen', label: applies.label },
      { step: 'given', points },
    ],
    points,
    weight,
    decimals,
  );
}

export const category = byInputs<'category'>('case', scoreCategory);
