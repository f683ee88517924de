import { type Finding, finding } from '../../survey-definitions/fault.ts';
import { compare, exact, ZERO } from '../../survey-definitions/fraction.ts';
import { type Indicator, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { inputFaults, RULE_KINDS, takesInputs } from '../../survey-definitions/scoring-rule.ts';
import { shapeFindings } from '../../survey-definitions/shape-findings.ts';
import { LONGEST_REASON } from '../../survey-definitions/survey.ts';
import { Problem } from '../problem.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { indicatorSystemOf } from '../store/indicator-systems.ts';
import type { Db } from '../store/tables.ts';

/** As many digits as any figure of a budget needs; exact arithmetic on more would only be slow. */
const LONGEST_NUMBER = 40;
const LARGEST_NUMBER = 1e15;

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
    score.length <= LONGEST_NUMBER &&
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

/** What keeps a scorer's inputs from being kept for an indicator; empty where they fit its rule. */
function inputFindings({ rule }: Indicator, inputs: unknown): Finding[] {
  if (!takesInputs(rule)) {
    return [
      finding(
        ['inputs'],
        'fed-by-survey',
        '本指标由调查结果计分，不能录入；需要时请用评价组核定',
        'a survey feeds this indicator, so nothing is entered; use an override where needed',
      ),
    ];
  }
  const parsed = RULE_KINDS[rule.kind].inputs.safeParse(inputs);
  if (!parsed.success) {
    return shapeFindings(parsed.error, inputs).map(({ steps, ...rest }) => ({
      ...rest,
      steps: ['inputs', ...steps],
    }));
  }
  return [...oversized(inputs, ['inputs']), ...inputFaults(rule, inputs, ['inputs'])];
}

function oversized(value: unknown, steps: readonly (string | number)[]): Finding[] {
  if (typeof value === 'number' && Math.abs(value) > LARGEST_NUMBER) return [tooBig(steps)];
  if (typeof value === 'string') {
    const most = /^-?\d[\d./]*$/.test(value) ? LONGEST_NUMBER : LONGEST_REASON;
    return value.length > most ? [tooBig(steps)] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => oversized(child, [...steps, key]));
}

const tooBig = (steps: readonly (string | number)[]) =>
  finding(steps, 'too-big', '数字太大或文字太长', 'the number is too large or the text too long');
