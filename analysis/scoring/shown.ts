import {
  asWritten,
  compare,
  decimalsInFull,
  type Fraction,
} from '../../survey-definitions/fraction.ts';
import { display, roundHalfUp } from '../rounding.ts';

/** A number as a line shows it, and the number a reader takes from it. */
export interface Shown {
  text: string;
  number: Fraction;
}

/**
 * A number short enough to read and long enough not to lie: in full up to four decimals, else rounded to
 * two, or to as many more as it takes until `agrees` holds for the number a reader sees. Where rounding
 * never agrees it stays in full. Ends for every fraction.
 */
export function shown(a: Fraction, agrees: (seen: Fraction) => boolean = () => true): Shown {
  const full = decimalsInFull(a);
  if (full === null || full > 4) {
    for (let decimals = 2; decimals <= 12; decimals += 1) {
      const number = roundHalfUp(a, decimals);
      if (agrees(number)) return { text: display(a, decimals), number };
    }
  }
  return { text: asWritten(a), number: a };
}

/** Whether a reader sees the number on the same side of every bound as it is. */
export function sameSides(a: Fraction, bounds: readonly Fraction[]): (seen: Fraction) => boolean {
  return (seen) => bounds.every((bound) => compare(seen, bound) === compare(a, bound));
}

/** In brackets where a sign or a fraction would be misread beside an operator: "(-5)", "(1/3)". */
export const operand = (text: string): string => (/^-|\//.test(text) ? `(${text})` : text);
