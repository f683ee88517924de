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

const MOST_DECIMALS = 12;

/** Whether a number is short enough to be read in full. */
function isShort(a: Fraction): boolean {
  const full = decimalsInFull(a);
  return full !== null && full <= 4;
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
  const [shown = inFull(a)] = displayNumbers([a], ([only = a]) => isShort(a) || agrees(only));
  return shown;
}

/**
 * Numbers of one calculation, each in full up to four decimals and the others all rounded to as many: two, or as many more as
 * it takes until `agrees` holds for the numbers a reader sees. Where rounding never agrees they stay in full.
 */
export function displayNumbers(
  numbers: readonly Fraction[],
  agrees: (seen: readonly Fraction[]) => boolean,
): DisplayNumber[] {
  for (let decimals = 2; decimals <= MOST_DECIMALS; decimals += 1) {
    const shown = numbers.map((a) => (isShort(a) ? inFull(a) : { exact: a, decimals }));
    if (agrees(shown.map(seen))) return shown;
  }
  return numbers.map(inFull);
}

/** Whether a reader sees the number on the same side of every bound as it is. */
export function sameSides(a: Fraction, bounds: readonly Fraction[]): (seen: Fraction) => boolean {
  return (seen) => bounds.every((bound) => compare(seen, bound) === compare(a, bound));
}
