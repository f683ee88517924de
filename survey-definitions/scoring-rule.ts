import { z } from 'zod';
import type { Exact } from './exact.ts';
import type { Finding, Steps } from './fault.ts';
import { exact } from './fraction.ts';
import { allOrNothing } from './rules/all-or-nothing.ts';
import { category } from './rules/category.ts';
import { checklist } from './rules/checklist.ts';
import { completionRatio } from './rules/completion-ratio.ts';
import { eventDeduction } from './rules/event-deduction.ts';
import { manual } from './rules/manual.ts';
import { optionShare } from './rules/option-share.ts';
import type { RuleKind } from './rules/rule-kind.ts';
import { stepDeduction } from './rules/step-deduction.ts';
import { targetProportional } from './rules/target-proportional.ts';
import { threshold } from './rules/threshold.ts';
import { tieredBands } from './rules/tiered-bands.ts';
import type { RespondentGroup } from './survey.ts';
import type { Text } from './text.ts';
import type { PlacedText } from './text-findings.ts';

/** Every kind of scoring rule under its name, in the order of the documentation. */
export const RULE_KINDS = {
  'completion-ratio': completionRatio,
  'target-proportional': targetProportional,
  'step-deduction': stepDeduction,
  'tiered-bands': tieredBands,
  threshold,
  checklist,
  'all-or-nothing': allOrNothing,
  'event-deduction': eventDeduction,
  category,
  'option-share': optionShare,
  manual,
} as const;
type Kinds = typeof RULE_KINDS;
type Kind = keyof Kinds;
type Schema = Kinds[Kind]['schema'];

/** How an actual value becomes a score (评分标准). */
export const ScoringRule = z.discriminatedUnion(
  'kind',
  Object.values(RULE_KINDS).map(({ schema }) => schema) as [Schema, ...Schema[]],
);
export type ScoringRule = z.infer<typeof ScoringRule>;
export type RuleOf<K extends Kind> = z.infer<Kinds[K]['schema']>;
export type RuleInputs<K extends Kind> = z.infer<Kinds[K]['inputs']>;

/** The survey quantity a rule is fed from, if any. */
export function surveyNeedOf(rule: ScoringRule): { group: RespondentGroup } | undefined {
  return 'from' in rule ? rule.from : undefined;
}

/** The rule's own kind. What it takes and the rule belong together, which the compiler cannot see through a union. */
const kindOf = (rule: ScoringRule) =>
  RULE_KINDS[rule.kind] as RuleKind<z.ZodType<ScoringRule>, z.ZodType>;

/** What makes a scoring rule unusable: shares outside 0 to 1, points above the weight, bands with a gap. `at`: its place. */
export function ruleFaults(rule: ScoringRule, weight: Exact, at: Steps): Finding[] {
  return kindOf(rule).faults(rule, exact(weight), at);
}

/** What could not be meant so in a scoring rule: a fault where it is new, a doubt where it was published. `at`: its place. */
export function ruleClarity(rule: ScoringRule, at: Steps): Finding[] {
  return kindOf(rule).clarity(rule, at);
}

/** Doubts about a scoring rule's design. `at`: its place. */
export function ruleWarnings(
  rule: ScoringRule,
  { weight, reading }: { weight: Exact; reading?: Text },
  at: Steps,
): Finding[] {
  return kindOf(rule).warnings(rule, { weight: exact(weight), reading }, at);
}

/** Every text of a scoring rule, with its place from the rule on. */
export function ruleTexts(rule: ScoringRule): PlacedText[] {
  return kindOf(rule).texts(rule);
}

/** Whether a scorer may enter something: a figure typed in never stands beside one that a survey gives. */
export function takesInputs(rule: ScoringRule): boolean {
  return surveyNeedOf(rule) === undefined || kindOf(rule).inputsBesideSurvey === true;
}

/** What a rule has no use for in inputs that its schema accepts. `at`: the place of the inputs. */
export function inputFaults(rule: ScoringRule, inputs: unknown, at: Steps): Finding[] {
  return kindOf(rule).inputFaults(rule, inputs, at);
}
