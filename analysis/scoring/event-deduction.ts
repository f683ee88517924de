import {
  asWritten,
  exact,
  type Fraction,
  fraction,
  multiply,
  subtract,
} from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { inFull } from './display-number.ts';
import { awarded, exactly, fullMarks, type RuleOutcome } from './outcome.ts';
import { byInputs } from './scorer.ts';

/** Points off per event, down to 0. */
export function scoreEventDeduction(
  rule: RuleOf<'event-deduction'>,
  weight: Fraction,
  inputs: RuleInputs<'event-deduction'>,
  decimals = 2,
): RuleOutcome {
  if (inputs.events === 0) return fullMarks([{ step: 'no-events' }], weight, decimals);
  const events = fraction(inputs.events);
  const each = exact(rule.pointsPerEvent);
  const left = subtract(weight, multiply(events, each));
  return awarded(
    [
      {
        step: 'deducted',
        from: weight,
        per: 'event',
        times: inFull(events),
        each,
        gives: exactly(left),
      },
    ],
    left,
    weight,
    decimals,
  );
}

export const eventDeduction = byInputs<'event-deduction'>(
  'events',
  scoreEventDeduction,
  ({ events }) => asWritten(fraction(events)),
);
