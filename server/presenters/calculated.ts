import { display } from '../../analysis/rounding.ts';
import { digits, displayNumber } from '../../analysis/scoring/display-number.ts';
import { type Fraction, toNumber } from '../../survey-definitions/fraction.ts';

/** A calculated number as the API gives it. */
export interface Calculated {
  value: number;
  display: string;
}

/** The number with so many decimals shown. */
export function presentNumber(value: Fraction, decimals: number): Calculated {
  return { value: toNumber(value), display: display(value, decimals) };
}

/** null stays null: an empty base has no number. */
export function presentNumberOrNull(value: Fraction | null, decimals: number): Calculated | null {
  return value === null ? null : presentNumber(value, decimals);
}

/** A weight as it was written, without zeros that say nothing: 4, 1.5. */
export function presentWeight(value: Fraction): Calculated {
  const text = display(value, 6).replace(/\.?(?<!0)0+$/, '');
  return { value: toNumber(value), display: text };
}

/** What was computed of numbers of any size: in full where that is short, so that a difference of a cent is seen. */
export function presentComputed(value: Fraction): Calculated {
  return {
    value: toNumber(value),
    display: digits(displayNumber(value, (seen) => (seen.n === 0n) === (value.n === 0n))),
  };
}
