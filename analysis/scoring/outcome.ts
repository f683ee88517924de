import {
  asWritten,
  compare,
  type Fraction,
  max,
  min,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import { display, roundHalfUp } from '../rounding.ts';

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

/** Points kept within 0 and the weight, and what to say where that changes them. */
function limited(points: Fraction, weight: Fraction, decimals: number) {
  const score = min(max(points, ZERO), weight);
  const kept = display(score, decimals);
  if (compare(points, score) === 0) return { score, limit: { 'zh-CN': '', en: '' } };
  if (compare(points, ZERO) < 0)
    return { score, limit: { 'zh-CN': `，不低于 0：${kept}`, en: `, not below 0: ${kept}` } };
  const most = asWritten(weight);
  return {
    score,
    limit: {
      'zh-CN': `，以分值 ${most} 为限：${kept}`,
      en: `, limited to the weight ${most}: ${kept}`,
    },
  };
}

const isRounded = (a: Fraction, decimals: number) => compare(roundHalfUp(a, decimals), a) !== 0;

/**
 * The result of a calculation, kept within 0 and the weight; where that changes it, the line says so.
 * `seen` is what the calculation gives as it is written, where a number in it is written rounded: the
 * line says = only where that is true to the last digit, else ≈.
 */
export function calculated(
  calculation: Words,
  result: Fraction,
  weight: Fraction,
  decimals: number,
  seen: Fraction = result,
): RuleOutcome {
  const { score, limit } = limited(result, weight, decimals);
  const equals = `${isRounded(seen, decimals) ? '≈' : '='} ${display(result, decimals)}`;
  return {
    score,
    because: {
      'zh-CN': `${calculation['zh-CN']} ${equals}${limit['zh-CN']}`,
      en: `${calculation.en} ${equals}${limit.en}`,
    },
  };
}

/** Points that stand in the rule or come from a scorer, kept within 0 and the weight, after why. */
export function given(
  why: Words,
  points: Fraction,
  weight: Fraction,
  decimals: number,
): RuleOutcome {
  const { score, limit } = limited(points, weight, decimals);
  const rounded = display(points, decimals);
  const text = isRounded(points, decimals) ? `${asWritten(points)} ≈ ${rounded}` : rounded;
  return {
    score,
    because: {
      'zh-CN': `${why['zh-CN']}：${text}${limit['zh-CN']}`,
      en: `${why.en}: ${text}${limit.en}`,
    },
  };
}
