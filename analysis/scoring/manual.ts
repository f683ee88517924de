import { exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { awarded, type RuleOutcome } from './outcome.ts';
import { byInputs } from './scorer.ts';

/** The score a scorer gives, up to the weight. */
export function scoreManual(
  _rule: RuleOf<'manual'>,
  weight: Fraction,
  inputs: RuleInputs<'manual'>,
  decimals = 2,
): RuleOutcome {
  const points = exact(inputs.score);
  return awarded(
    [{ step: 'scored-by-evaluators' }, { step: 'given', points }],
    points,
    weight,
    decimals,
  );
}

export const manual = byInputs<'manual'>('score', scoreManual);
