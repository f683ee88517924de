import { type Fraction, fraction } from '../survey-definitions/fraction.ts';
import { roundHalfUp } from './rounding.ts';

/** `exact`: rounded on display only. `published`: the reports' habit, percentages to two decimals first. */
export type Rounding = 'exact' | 'published';

/** Share of a base that is not empty, in percent. */
export function percentOf(count: number, base: number, rounding: Rounding): Fraction {
  const percent = fraction(100 * count, base);
  return rounding === 'published' ? roundHalfUp(percent, 2) : percent;
}
