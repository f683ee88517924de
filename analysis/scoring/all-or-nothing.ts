import type { Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import type { Step } from './explanation.ts';
import { fullMarks, noMarks, type RuleOutcome } from './outcome.ts';
import { byInputs } from './scorer.ts';

/** Full where the requirement is met, else 0. */
export function scoreAllOrNothing(
  _rule: RuleOf<'all-or-nothing'>,
  weight: Fraction,
  { met }: RuleInputs<'all-or-nothing'>,
  decimals = 2,
): RuleOutcome {
  const judged: Step = { step: 'judged', met };
  return met ? fullMarks([judged], weight, decimals) : noMarks([judged], decimals);
}

export const allOrNothing = byInputs<'all-or-nothing'>('requirement', scoreAllOrNothing);
