import { exact, type Fraction } from '../../survey-definitions/fraction.ts';
import {
  RULE_INPUTS,
  type ScoringRule,
  type SurveyQuantity,
} from '../../survey-definitions/scoring-rule.ts';
import { scoreAllOrNothing } from './all-or-nothing.ts';
import { scoreCategory } from './category.ts';
import { scoreChecklist } from './checklist.ts';
import { scoreCompletionRatio } from './completion-ratio.ts';
import { scoreEventDeduction } from './event-deduction.ts';
import { scoreManual } from './manual.ts';
import { decisiveSource, optionShareNeeds, scoreOptionShare } from './option-share.ts';
import type { RuleOutcome, Words } from './outcome.ts';
import { scoreStepDeduction } from './step-deduction.ts';
import { type AskSurvey, missingFromSurvey, type SurveySource } from './survey-answer.ts';
import { scoreTargetProportional } from './target-proportional.ts';
import { scoreThreshold } from './threshold.ts';
import { scoreTieredBands } from './tiered-bands.ts';

/** What a rule makes of an indicator, and the survey's answer it went by, where it goes by one. */
export interface RuleScore {
  outcome: RuleOutcome;
  source: SurveySource | null;
}

/** What a scorer has not entered yet, by the kind of rule. */
const NOT_ENTERED: Record<ScoringRule['kind'], Words> = {
  'completion-ratio': {
    'zh-CN': '尚未录入完成数和计划数',
    en: 'how much was done and planned has not been entered',
  },
  'target-proportional': { 'zh-CN': '尚未录入业绩值', en: 'the actual value has not been entered' },
  'step-deduction': { 'zh-CN': '尚未录入业绩值', en: 'the actual value has not been entered' },
  'tiered-bands': { 'zh-CN': '尚未录入业绩值', en: 'the actual value has not been entered' },
  threshold: { 'zh-CN': '尚未录入业绩值', en: 'the actual value has not been entered' },
  checklist: { 'zh-CN': '尚未逐项评定', en: 'the checklist has not been judged' },
  'all-or-nothing': {
    'zh-CN': '尚未判定是否达到要求',
    en: 'whether the requirement is met has not been judged',
  },
  'event-deduction': {
    'zh-CN': '尚未录入发生次数',
    en: 'the number of events has not been entered',
  },
  category: { 'zh-CN': '尚未选定情形', en: 'no case has been chosen' },
  'option-share': { 'zh-CN': '系数待评价组确定', en: 'the evaluators have to settle the credit' },
  manual: { 'zh-CN': '尚未由评价组评分', en: 'the evaluators have not scored it' },
};

const UNREADABLE: Words = {
  'zh-CN': '录入的内容不是这条评分标准所需的',
  en: 'what was entered is not what this rule takes',
};

/** The four kinds that take one number all take it in this shape. */
const ACTUAL_VALUE = RULE_INPUTS.threshold;

/** As much of a Zod schema as is needed here. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/**
 * Scores one indicator by its rule. `inputs` is what a scorer entered, in any state; a rule with `from`
 * goes by the survey alone, so that a figure typed in never stands in for one that was measured.
 */
export function scoreRule(
  rule: ScoringRule,
  weight: Fraction,
  inputs: unknown,
  ask: AskSurvey,
  decimals: number,
): RuleScore {
  const absent = inputs === undefined || inputs === null;
  const entered = <T>(schema: Schema<T>, score: (inputs: T) => RuleOutcome): RuleScore => {
    if (absent) return { outcome: { missing: NOT_ENTERED[rule.kind] }, source: null };
    const parsed = schema.safeParse(inputs);
    const outcome = parsed.success ? score(parsed.data) : { missing: UNREADABLE };
    return { outcome, source: null };
  };
  const asked = (need: SurveyQuantity): SurveySource => ({ ...ask(need), need });
  /** The actual value, from the survey the rule names or from what was entered. */
  const valued = (
    from: SurveyQuantity | undefined,
    score: (value: Fraction) => RuleOutcome,
  ): RuleScore => {
    if (!from) return entered(ACTUAL_VALUE, ({ value }) => score(exact(value)));
    const source = asked(from);
    const { value } = source;
    return {
      outcome: value === null ? { missing: missingFromSurvey(source) } : score(value),
      source,
    };
  };

  switch (rule.kind) {
    case 'completion-ratio':
      return entered(RULE_INPUTS[rule.kind], (given) =>
        scoreCompletionRatio(rule, weight, given, decimals),
      );
    case 'target-proportional':
      return valued(rule.from, (value) => scoreTargetProportional(rule, weight, value, decimals));
    case 'step-deduction':
      return valued(rule.from, (value) => scoreStepDeduction(rule, weight, value, decimals));
    case 'tiered-bands':
      return valued(rule.from, (value) => scoreTieredBands(rule, weight, value, decimals));
    case 'threshold':
      return valued(rule.from, (value) => scoreThreshold(rule, weight, value, decimals));
    case 'checklist':
      return entered(RULE_INPUTS[rule.kind], (given) =>
        scoreChecklist(rule, weight, given, decimals),
      );
    case 'all-or-nothing':
      return entered(RULE_INPUTS[rule.kind], (given) =>
        scoreAllOrNothing(rule, weight, given, decimals),
      );
    case 'event-deduction':
      return entered(RULE_INPUTS[rule.kind], (given) =>
        scoreEventDeduction(rule, weight, given, decimals),
      );
    case 'category':
      return entered(RULE_INPUTS[rule.kind], (given) =>
        scoreCategory(rule, weight, given, decimals),
      );
    case 'option-share': {
      const sources = optionShareNeeds(rule).map(asked);
      const given = RULE_INPUTS[rule.kind].safeParse(inputs);
      const outcome = scoreOptionShare(rule, weight, sources, given.data, decimals);
      return { outcome, source: decisiveSource(rule, sources) };
    }
    case 'manual':
      return entered(RULE_INPUTS[rule.kind], (given) => scoreManual(rule, weight, given, decimals));
  }
}
