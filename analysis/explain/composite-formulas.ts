import {
  asWritten,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  ONE,
  sum,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import type { Part } from '../composite/made.ts';
import { display, roundHalfUp } from '../rounding.ts';
import { digits, displayNumber, displayNumbers, seen } from '../scoring/display-number.ts';
import { operand } from './formulas.ts';

// What is written the same in every language.

/** Decimals of a composite, as it is shown everywhere. */
const DECIMALS = 2;
/** More terms than these nobody follows: the first few and the last stand for all. */
const MOST_TERMS = 12;

/** A part whose items gave a scored answer. */
export type KnownPart = Part & { value: Fraction };
export const isKnown = <P extends Part>(part: P): part is P & { value: Fraction } =>
  part.value !== null;

/** A long list by its first three and its last. */
export function shortened(terms: readonly string[]): readonly string[] {
  return terms.length <= MOST_TERMS ? terms : [...terms.slice(0, 3), '…', ...terms.slice(-1)];
}

/** The values of the parts, with decimals enough that whoever calculates with what is written arrives at what the line gives. */
function shownValues(
  parts: readonly KnownPart[],
  gives: Fraction,
  calculated: (values: readonly Fraction[]) => Fraction,
): string[] {
  const given = roundHalfUp(gives, DECIMALS);
  const agrees = (values: readonly Fraction[]) =>
    // With terms left out nobody calculates.
    values.length > MOST_TERMS || compare(roundHalfUp(calculated(values), DECIMALS), given) === 0;
  return displayNumbers(
    parts.map(({ value }) => value),
    agrees,
  ).map(digits);
}

/** "(86.57 + 92.1) ÷ 2", which gives `mean`; the number alone where there is one. */
export function meanOf(parts: readonly KnownPart[], mean: Fraction): string {
  const count = fraction(parts.length);
  const values = shownValues(parts, mean, (seen) => divide(sum(seen), count));
  const terms = shortened(values);
  return parts.length === 1 ? terms.join('') : `(${terms.join(' + ')}) ÷ ${parts.length}`;
}

/**
 * "0.2 × 86.57 + 0.8 × 92.1", or "(0.2 × 86.57 + 0.3 × 92.1) ÷ 0.5" where the weights of those known do not close; it gives
 * `mean`.
 */
export function weightedMeanOf(parts: readonly KnownPart[], mean: Fraction): string {
  const total = sum(parts.map(({ weight }) => weight));
  const values = shownValues(parts, mean, (seen) =>
    divide(sum(parts.map(({ weight }, place) => multiply(weight, seen[place] ?? ZERO))), total),
  );
  const terms = parts.map(
    ({ weight }, place) => `${operand(asWritten(weight))} × ${values[place]}`,
  );
  const written = shortened(terms).join(' + ');
  return compare(total, ONE) === 0 ? written : `(${written}) ÷ ${operand(asWritten(total))}`;
}

/** Whether a reader sees one of these numbers shortened. */
export const anyShortened = (parts: readonly KnownPart[]): boolean =>
  parts.some(({ value }) => compare(seen(displayNumber(value)), value) !== 0);

/** " = 89.34", or " ≈ 89.34" where it was rounded, or what it was calculated from is shown rounded. */
export function gives(value: Fraction, isApproximate: boolean, unit = ''): string {
  const isRounded = compare(roundHalfUp(value, DECIMALS), value) !== 0;
  return ` ${isApproximate || isRounded ? '≈' : '='} ${display(value, DECIMALS)}${unit}`;
}
