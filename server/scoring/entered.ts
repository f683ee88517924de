import { type Finding, finding } from '../../survey-definitions/fault.ts';
import { compare, exact, ZERO } from '../../survey-definitions/fraction.ts';
import { type Indicator, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { Problem } from '../problem.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { indicatorSystemOf } from '../store/indicator-systems.ts';
import type { Db } from '../store/tables.ts';
import { inputFindings } from './entered-inputs.ts';

/** As many characters as an exact number may have. */
const LONGEST_SCORE = 40;

/** The indicator of the evaluation's system. Throws unknown-indicator. */
export async function indicatorFor(
  db: Db,
  evaluation: Evaluation,
  code: string,
): Promise<Indicator> {
  const system = await indicatorSystemOf(db, evaluation);
  const found = indicatorsOf(system).find(({ indicator }) => indicator.code === code);
  if (found === undefined) throw new Problem('unknown-indicator');
  return found.indicator;
}

/** What keeps an entry from being kept for an indicator; empty where it fits. */
export function entryFindings(
  indicator: Indicator,
  {
    inputs,
    override,
  }: { inputs?: unknown; override?: { score: number | string } | null | undefined },
): Finding[] {
  return [
    ...(inputs ? inputFindings(indicator, inputs) : []),
    ...(override ? overrideFindings(indicator, String(override.score)) : []),
  ];
}

function overrideFindings({ weight }: Indicator, score: string): Finding[] {
  const fits =
    score.length <= LONGEST_SCORE &&
    compare(exact(score), ZERO) >= 0 &&
    compare(exact(score), exact(weight)) <= 0;
  if (fits) return [];
  return [
    finding(
      ['override', 'score'],
      'out-of-range',
      `核定得分应在 0 到分值 ${weight} 之间`,
      `an override is between 0 and the weight ${weight}`,
    ),
  ];
}
