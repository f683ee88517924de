import { asWritten, compare, exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { RuleOf } from '../../survey-definitions/scoring-rule.ts';
import { formula, fullMarks, noMarks, type RuleOutcome } from './outcome.ts';
import { sameSides, shown } from './shown.ts';

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
  const target = exact(rule.target);
  const sign = SIGNS[rule.op];
  const seen = shown(value, sameSides(value, [target])).text;
  const goal = asWritten(target);
  if (sign.holds(compare(value, target)))
    return fullMarks(formula(`${seen} ${sign.met} ${goal}`), weight, decimals);
  const line = `${seen} ${sign.missed} ${goal}`;
  return noMarks(
    {
      'zh-CN': `${line}，未达到 ${sign.met} ${goal}`,
      en: `${line}, which misses ${sign.met} ${goal}`,
    },
    decimals,
  );
}
