import { explain, explainMissing } from '../../analysis/explain.ts';
import type { RuleOutcome } from '../../analysis/scoring/outcome.ts';
import { asWritten, exact } from '../../survey-definitions/fraction.ts';

/** What a test says of an outcome: the exact score and the line, or what is missing, in zh-CN. */
export function said(
  outcome: RuleOutcome,
): { score: string; because: string } | { missing: string } {
  if ('missing' in outcome) return { missing: explainMissing(outcome.missing, 'zh-CN') };
  return { score: asWritten(outcome.score), because: explain(outcome.explanation, 'zh-CN') };
}

/** The line, or what is missing, in English. */
export function inEnglish(outcome: RuleOutcome): string {
  return 'missing' in outcome
    ? explainMissing(outcome.missing, 'en')
    : explain(outcome.explanation, 'en');
}

export const points = exact;
