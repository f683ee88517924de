import { operandsAmong } from '../../analysis/scoring/computed-inputs.ts';
import { MOST_OPERANDS_TOGETHER } from '../../survey-definitions/expression.ts';
import { type Finding, finding } from '../../survey-definitions/fault.ts';
import { type IndicatorSystem, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import type { ScoringEntry } from '../store/scoring-entries.ts';

/** More in the expressions of an evaluation than can be computed in a moment, by the inputs that were entered last. */
export function uncomputable(
  system: IndicatorSystem,
  entries: Readonly<Record<string, ScoringEntry>>,
): Finding[] {
  let operands = 0;
  for (const { indicator } of indicatorsOf(system)) {
    const { inputs } = (Object.hasOwn(entries, indicator.code) && entries[indicator.code]) || {};
    operands += operandsAmong(indicator.rule, inputs, MOST_OPERANDS_TOGETHER);
    if (operands > MOST_OPERANDS_TOGETHER)
      return [
        finding(
          ['inputs'],
          'too-many-operands',
          `一个项目的表达式合计至多 ${MOST_OPERANDS_TOGETHER} 个数，请把其中一部分先算成基础数据`,
          `the expressions of an evaluation hold at most ${MOST_OPERANDS_TOGETHER} numbers and cells together; please make cells of some parts`,
        ),
      ];
  }
  return [];
}
