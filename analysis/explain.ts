import type { Language } from '../survey-definitions/text.ts';
import { en } from './explain/en.ts';
import type { ExplanationWords } from './explain/words.ts';
import { zh } from './explain/zh.ts';
import type { Step } from './scoring/explanation.ts';
import type { Missing } from './scoring/missing.ts';

const WORDS: Record<Language, ExplanationWords> = { 'zh-CN': zh, en };

/**
 * How a rule came to its score (得分说明), in one line: "89.34 < 90: 89.34% × 4 ≈ 3.57". Points are written
 * with the decimals that the explanation's `rounded` step awards them in; without one it throws a RangeError.
 */
export function explain(explanation: readonly Step[], language: Language): string {
  const rounded = explanation.find((step) => step.step === 'rounded');
  if (!rounded) throw new RangeError('an explanation ends with what is awarded');
  const words = WORDS[language].steps;
  // Each step's words take that step, which the compiler cannot see through a union.
  const say = (step: Step) =>
    (words[step.step] as (step: Step, decimals: number) => string)(step, rounded.decimals);
  return explanation.map(say).join('');
}

/** What keeps a rule from scoring, in one line. */
export function explainMissing(missing: Missing, language: Language): string {
  const words = WORDS[language].missing;
  return (words[missing.reason] as (missing: Missing) => string)(missing);
}
