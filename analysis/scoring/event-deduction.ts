import {
  asWritten,
  exact,
  type Fraction,
  fraction,
  multiply,
  subtract,
} from '../../survey-definitions/fraction.ts';
import type { RuleInputs, RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { calculated, fullMarks, type RuleOutcome } from './outcome.ts';
import { operand } from './shown.ts';

/** Points off per event, down to 0. */
export function scoreEventDeduction(
  rule: RuleOf<'event-deduction'>,
  weight: Fraction,
  inputs: RuleInputs<'event-deduction'>,
  decimals = 2,
): RuleOutcome {
  const { events } = inputs;
  if (events === 0)
    return fullMarks({ 'zh-CN': '未发生扣分情形', en: 'no such event' }, weight, decimals);
  const each = exact(rule.pointsPerEvent);
  const points = asWritten(each);
  return calculated(
    {
      'zh-CN': `${asWritten(weight)} − ${events} 次 × ${operand(points)}`,
      en: `${asWritten(weight)} − ${events} ${events === 1 ? 'event' : 'events'} × ${operand(points)}`,
    },
    subtract(weight, multiply(fraction(events), each)),
    weight,
    decimals,
  );
}
