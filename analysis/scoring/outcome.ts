import { compare, type Fraction, max, min, ZERO } from '../fraction.ts';
import { display } from '../rounding.ts';
import { asWritten } from './shown.ts';

/** One line for a scorer, in both languages. */
export interface Words {
  'zh-CN': string;
  en: string;
}

/**
 * What a rule makes of an indicator. `score` is exact and within 0 and the weight; whoever awards it
 * rounds it. `because` says with numbers how it came about, `missing` what keeps the rule from scoring.
 */
export type RuleOutcome = { score: Fraction; because: Words } | { missing: Words };

/** The same text in both languages, for formulas. */
export const formula = (text: string): Words => ({ 'zh-CN': text, en: text });

/** Full marks, after what was met. */
export function fullMarks(met: Words, weight: Fraction, decimals: number): RuleOutcome {
  const points = display(weight, decimals);
  return {
    score: weight,
    because: {
      'zh-CN': `${met['zh-CN']}：满分 ${points}`,
      en: `${met.en}: full marks, ${points}`,
    },
  };
}

/** A score of 0, after why. */
export function noMarks(why: Words, decimals: number): RuleOutcome {
  const points = display(ZERO, decimals);
  return {
    score: ZERO,
    because: { 'zh-CN': `${why['zh-CN']}：${points}`, en: `${why.en}: ${points}` },
  };
}

/** The result of a calculation, kept within 0 and the weight; where that changes it, the line says so. */
export function calculated(
  calculation: Words,
  result: Fraction,
  weight: Fraction,
  decimals: number,
): RuleOutcome {
  const score = min(max(result, ZERO), weight);
  const points = display(score, decimals);
  const line = (language: keyof Words, limited: string) =>
    `${calculation[language]} = ${display(result, decimals)}${limited}`;
  if (compare(result, score) === 0)
    return { score, because: { 'zh-CN': line('zh-CN', ''), en: line('en', '') } };
  const below = compare(result, ZERO) < 0;
  const most = asWritten(weight);
  return {
    score,
    because: {
      'zh-CN': line('zh-CN', below ? `，扣完为止：${points}` : `，以分值 ${most} 为限：${points}`),
      en: line(
        'en',
        below ? `, not below 0: ${points}` : `, limited to the weight ${most}: ${points}`,
      ),
    },
  };
}
