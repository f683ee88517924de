import { jsonPath } from '../../../../survey-definitions/fault.ts';
import type { ScoringRule } from '../../../../survey-definitions/scoring-rule.ts';
import type { Language } from '../../../../survey-definitions/text.ts';
import type { ScoredIndicator } from '../../api/scoring.ts';
import { textOf } from '../../parts/form-values.ts';
import { allOrNothing } from './all-or-nothing.tsx';
import { category } from './category.tsx';
import { checklist } from './checklist.tsx';
import { completionRatio } from './completion-ratio.tsx';
import { computableOf } from './computable.ts';
import type { Editor, Inputs, Unexplained } from './editor.ts';
import { eventDeduction } from './event-deduction.tsx';
import { manual } from './manual.tsx';
import { optionShare } from './option-share.tsx';
import { value } from './value.tsx';

type Kind = ScoringRule['kind'];

/** The editor of each kind of scoring rule; a kind that is not here does not compile. */
export const EDITORS: { readonly [K in Kind]: Editor<K> } = {
  'completion-ratio': completionRatio,
  'target-proportional': value,
  'step-deduction': value,
  'tiered-bands': value,
  threshold: value,
  checklist,
  'all-or-nothing': allOrNothing,
  'event-deduction': eventDeduction,
  category,
  'option-share': optionShare,
  manual,
};

/** The editor of the rule's own kind. That they belong together the compiler cannot see through a union. */
export const editorOf = (rule: ScoringRule) => EDITORS[rule.kind] as Editor<Kind>;

/** What a scorer filled in, in the shape the rule takes it. */
export function readInputs(rule: ScoringRule, form: FormData): Inputs {
  return editorOf(rule).read((name) => textOf(form, name), rule);
}

/** Fields of entries that are partly met but do not say how far, or why. */
export function unexplained(rule: ScoringRule, inputs: Inputs): Unexplained[] {
  return editorOf(rule).unexplained?.(rule, inputs) ?? [];
}

/** Where the server finds what stands in a field, as a JSON path. */
export function pathOfInput(rule: ScoringRule, field: string): string {
  const { name, isExpression } = computableOf(field);
  const steps = editorOf(rule).stepsOf?.(name) ?? [name];
  return jsonPath(['inputs', ...steps, ...(isExpression ? ['expression'] : [])]);
}

/** What a scorer judged, in a few characters for the table. Empty while nothing was entered, and where numbers count. */
export function judgementInWords(
  { rule, inputs }: Pick<ScoredIndicator, 'rule' | 'inputs'>,
  language: Language,
): string {
  return (inputs && editorOf(rule).judgement?.(rule, inputs, language)) ?? '';
}
