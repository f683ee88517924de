import {
  asWritten,
  compare,
  divide,
  exact,
  type Fraction,
  multiply,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import type { Step } from './explanation.ts';
import { awarded, exactly, fullMarks, type RuleOutcome } from './outcome.ts';
import { byInputs } from './scorer.ts';

/** done ÷ planned × weight, full from 100 % on. Where nothing was planned there is no ratio, and no score. */
export function scoreCompletionRatio(
  _rule: RuleOf<'completion-ratio'>,
  weight: Fraction,
  inputs: RuleInputs<'completion-ratio'>,
  decimals = 2,
): RuleOutcome {
  const done = exact(inputs.done);
  const planned = exact(inputs.planned);
  if (compare(planned, ZERO) <= 0) return { missing: { reason: 'nothing-planned' } };
  const divided: Step = { step: 'divided', dividend: done, divisor: planned };
  const order = compare(done, planned);
  if (order >= 0) {
    const reached: Step = { step: 'whole-reached', sign: order > 0 ? '>' : '=' };
    return fullMarks([divided, reached], weight, decimals);
  }
  const points = multiply(divide(done, planned), weight);
  return awarded(
    [divided, { step: 'multiplied', weight, gives: exactly(points) }],
    points,
    weight,
    decimals,
  );
}

export const completionRatio = byInputs<'completion-ratio'>(
  'done-and-planned',
  scoreCompletionRatio,
  ({ done, planned }) => `${asWritten(exact(done))} / ${asWritten(exact(planned))}`,
);
