import {
  asWritten,
  compare,
  decimalsInFull,
  type Fraction,
} from '../../survey-definitions/fraction.ts';
import { display, roundHalfUp } from '../rounding.ts';

/** A number, exactly, and the decimals that a reader is shown of it, rounded half up; null: in full. */
export interface DisplayNumber {
  exact: Fraction;
  decimals: number | null;
}

/** A number that is shown in full. */
export const inFull = (a: Fraction): DisplayNumber => ({ exact: a, decimals: null });

/** The number that a reader sees. */
export function seen({ exact, decimals }: DisplayNumber): Fraction {
  return decimals === null ? exact : roundHalfUp(exact, decimals);
}

/** Its figures as a reader sees them: "89.34", or "1/3" where the decimals never end and none was cut off. */
export function digits({ exact, decimals }: DisplayNumber): string {
  return decimals === null ? asWritten(exact) : display(exact, decimals);
}

/**
 * A number short enough to read and long enough not to lie: in full up to four decimals, else rounded to
 * two, or to as many more as it takes until `agrees` holds for the number a reader sees. Where rounding
 * never agrees it stays in full. Ends for every fraction.
 */
export function displayNumber(
  a: Fraction,
  agrees: (seen: Fraction) => boolean = () => true,
): DisplayNumber {
  const full = decimalsInFull(a);
  if (full === null || full > 4) {
    for (let decimals = 2; decimals <= 12; decimals += 1)
      if (agrees(roundHalfUp(a, decimals))) return { exact: a, decimals };
  }
  return inFull(a);
}

/** Whether a reader sees the number on the same side of every bound as it is. */
export function sameSides(a: Fraction, bounds: readonly Fraction[]): (seen: Fraction) => boolean {
  return (seen) => bounds.every((bound) => compare(seen, bound) === compare(a, bound));
}
