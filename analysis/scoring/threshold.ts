import { compare, exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { displayNumber, sameSides } from './display-number.ts';
import { fullMarks, noMarks, type RuleOutcome } from './outcome.ts';
import { byValue } from './scorer.ts';

const SIGNS = {
  '<=': { met: '≤', missed: '>', holds: (order: number) => order <= 0 },
  '>=': { met: '≥', missed: '<', holds: (order: number) => order >= 0 },
  '<': { met: '<', missed: '≥', holds: (order: number) => order < 0 },
  '>': { met: '>', missed: '≤', holds: (order: number) => order > 0 },
} as const;

/** Full where the value reaches the target, else 0; both in the rule's own unit. */
export function scoreThreshold(
  rule: RuleOf<'threshold'>,
  weight: Fraction,
  value: Fraction,
  decimals = 2,
): RuleOutcome {
  const bound = exact(rule.target);
  const { met, missed, holds } = SIGNS[rule.op];
  const seen = displayNumber(value, sameSides(value, [bound]));
  if (holds(compare(value, bound)))
    return fullMarks([{ step: 'compared', value: seen, sign: met, bound }], weight, decimals);
  return noMarks(
    [
      { step: 'compared', value: seen, sign: missed, bound },
      { step: 'missed', sign: met, bound },
    ],
    decimals,
  );
}

export const threshold = byValue<'threshold'>(scoreThreshold);
