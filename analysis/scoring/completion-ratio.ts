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
import { calculated, formula, fullMarks, type RuleOutcome } from './outcome.ts';
import { operand } from './shown.ts';

/** done ÷ planned × weight, full from 100 % on. Where nothing was planned there is no ratio, and no score. */
export function scoreCompletionRatio(
  _rule: RuleOf<'completion-ratio'>,
  weight: Fraction,
  inputs: RuleInputs<'completion-ratio'>,
  decimals = 2,
): RuleOutcome {
  const done = exact(inputs.done);
  const planned = exact(inputs.planned);
  if (compare(planned, ZERO) <= 0)
    return {
      missing: {
        'zh-CN': '计划数为 0，无从计算完成率',
        en: 'nothing was planned (0), so there is no completion ratio',
      },
    };
  const ratio = divide(done, planned);
  const words = `${operand(asWritten(done))} ÷ ${operand(asWritten(planned))}`;
  const order = compare(done, planned);
  if (order >= 0)
    return fullMarks(formula(`${words} ${order > 0 ? '>' : '='} 100%`), weight, decimals);
  return calculated(
    formula(`${words} × ${operand(asWritten(weight))}`),
    multiply(ratio, weight),
    weight,
    decimals,
  );
}
