import { type Finding, finding } from '../../survey-definitions/fault.ts';
import type { Indicator } from '../../survey-definitions/indicator-system.ts';
import { inputFaults, RULE_KINDS } from '../../survey-definitions/scoring-rule.ts';
import { shapeFindings } from '../../survey-definitions/shape-findings.ts';
import { LONGEST_REASON } from '../../survey-definitions/survey.ts';

/** As many digits as any figure of a budget needs; exact arithmetic on more would only be slow. */
const LONGEST_NUMBER = 40;
const LARGEST = 1e15;

/** What keeps a scorer's inputs from being kept for an indicator; empty where they fit its rule. */
export function inputFindings({ rule }: Indicator, inputs: unknown): Finding[] {
  if ('from' in rule && rule.from !== undefined && rule.kind !== 'option-share') {
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
  if (typeof value === 'number' && Math.abs(value) > LARGEST) return [tooBig(steps)];
  if (typeof value === 'string') {
    const most = /^-?\d[\d./]*$/.test(value) ? LONGEST_NUMBER : LONGEST_REASON;
    return value.length > most ? [tooBig(steps)] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => oversized(child, [...steps, key]));
}

const tooBig = (steps: readonly (string | number)[]) =>
  finding(steps, 'too-big', '数字太大或文字太长', 'the number is too large or the text too long');
