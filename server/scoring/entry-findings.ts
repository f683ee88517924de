import type { Cells } from '../../analysis/scoring/cells.ts';
import {
  asInput,
  type ComputedInput,
  computedInputs,
  withComputed,
} from '../../analysis/scoring/computed-inputs.ts';
import { MOST_IN_LIST, numberFindings } from '../../survey-definitions/definition-size.ts';
import { type Finding, finding } from '../../survey-definitions/fault.ts';
import { compare, exact, ZERO } from '../../survey-definitions/fraction.ts';
import { type Indicator, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { ruleNumbers } from '../../survey-definitions/rule-numbers.ts';
import { inputFaults, RULE_KINDS, takesInputs } from '../../survey-definitions/scoring-rule.ts';
import { shapeFindings } from '../../survey-definitions/shape-findings.ts';
import { LONGEST_REASON } from '../../survey-definitions/survey.ts';
import { foldNumber } from '../../survey-definitions/typed-text.ts';
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

interface Entry {
  inputs?: Record<string, unknown> | null | undefined;
  override?: { score: number | string; reason: string } | null | undefined;
}

/**
 * The entry as it is kept, its numbers folded and its expressions over base data as they were typed; or what keeps it from
 * being kept for the indicator.
 */
export function readEntry<E extends Entry>(
  indicator: Indicator,
  entry: E,
  cells: Cells,
): { findings: Finding[]; entry: E } {
  const { inputs, override } = entry;
  const read = inputs ? readInputs(indicator, inputs, cells) : undefined;
  const findings = [
    ...(read?.findings ?? []),
    ...(override ? overrideFindings(indicator, String(override.score)) : []),
  ];
  return { findings, entry: read?.inputs ? { ...entry, inputs: read.inputs } : entry };
}

function overrideFindings({ weight }: Indicator, score: string): Finding[] {
  const fits =
    score.length <= LONGEST_NUMBER &&
    compare(exact(score), ZERO) >= 0 &&
    compare(exact(score), exact(weight)) <= 0;
  const steps = ['override', 'score'];
  if (fits) return numberFindings([{ steps, value: score }]);
  return [
    finding(
      steps,
      'out-of-range',
      `核定得分应在 0 到分值 ${weight} 之间`,
      `an override is between 0 and the weight ${weight}`,
    ),
  ];
}

/** A scorer's inputs in the shape of the indicator's rule, and what keeps them from being kept. */
function readInputs(
  { rule, unit }: Indicator,
  entered: Record<string, unknown>,
  cells: Cells,
): { findings: Finding[]; inputs?: Record<string, unknown> } {
  if (!takesInputs(rule)) {
    const fed = finding(
      ['inputs'],
      'fed-by-survey',
      '本指标由调查结果计分，不能录入；需要时请用评价组核定',
      'a survey feeds this indicator, so nothing is entered; use an override where needed',
    );
    return { findings: [fed] };
  }
  const listed = Object.entries(entered).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && Object.keys(value).length > MOST_IN_LIST
      ? [tooMany(['inputs', key])]
      : [],
  );
  // Before any of them is read as an expression: no rule has as many entries.
  if (listed.length > 0) return { findings: listed };
  const { value } = entered;
  // Only here is it known that a percent sign says nothing new.
  const folded =
    typeof value === 'string' ? { ...entered, value: foldNumber(value, unit) } : entered;
  const computed = computedInputs(rule, folded, cells);
  const uncomputed = computed.flatMap(({ place, fault }) =>
    fault ? [{ steps: expressionAt(place), code: fault.code, words: fault.words }] : [],
  );
  if (uncomputed.length > 0) return { findings: uncomputed };
  const inputs = withComputed(folded, computed, asInput);
  const parsed = RULE_KINDS[rule.kind].inputs.safeParse(inputs);
  if (!parsed.success) {
    const shape = shapeFindings(parsed.error, inputs);
    return { findings: shape.map((each) => ({ ...each, steps: placeOf(each, computed) })) };
  }
  const read = parsed.data;
  // What was typed has its limits; what it comes to has those of expressions.
  const typed = withComputed(read, computed, () => 0);
  const kept = withComputed(read, computed, ({ expression }) => ({
    expression: expression.trim(),
  }));
  return {
    findings: [
      ...oversized(typed, ['inputs']),
      ...numberFindings(ruleNumbers(typed, ['inputs'])),
      ...inputFaults(rule, read, ['inputs']),
    ],
    inputs: kept as Record<string, unknown>,
  };
}

const expressionAt = (place: readonly string[]) => ['inputs', ...place, 'expression'];

/** Where something wrong with inputs stands: at the expression, where it is one that came to what the rule does not take. */
function placeOf({ steps }: Finding, computed: readonly ComputedInput[]): Finding['steps'] {
  const from = computed.find(({ place }) => place.join('\n') === steps.map(String).join('\n'));
  return from ? expressionAt(from.place) : ['inputs', ...steps];
}

function oversized(value: unknown, steps: readonly (string | number)[]): Finding[] {
  if (typeof value === 'number' && Math.abs(value) > LARGEST_NUMBER) return [tooBig(steps)];
  if (typeof value === 'string') {
    const isNumber = /^-?\d[\d./]*$/.test(value);
    // As people count them: a rare character is one, though it is written in two units.
    const length = [...value].length;
    if (length <= (isNumber ? LONGEST_NUMBER : LONGEST_REASON)) return [];
    return [isNumber ? tooBig(steps) : tooLong(steps, length)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => oversized(child, [...steps, key]));
}

const tooMany = (steps: readonly string[]) =>
  finding(steps, 'too-many', `至多 ${MOST_IN_LIST} 项`, `at most ${MOST_IN_LIST} entries`);
const tooBig = (steps: readonly (string | number)[]) =>
  finding(steps, 'too-big', '数字太大', 'the number is too large');
const tooLong = (steps: readonly (string | number)[], length: number) =>
  finding(
    steps,
    'too-big',
    `最多 ${LONGEST_REASON} 个字符，现有 ${length} 个`,
    `at most ${LONGEST_REASON} characters; there are ${length}`,
  );
