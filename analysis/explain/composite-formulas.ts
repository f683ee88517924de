import { asWritten, compare, type Fraction, ONE, sum } from '../../survey-definitions/fraction.ts';
import type { Part } from '../composite/made.ts';
import { display, roundHalfUp } from '../rounding.ts';
import { digits, displayNumber, seen } from '../scoring/display-number.ts';
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

/** "(86.57 + 92.1) ÷ 2"; the number alone where there is one. */
export function meanOf(parts: readonly KnownPart[]): string {
  const terms = shortened(parts.map(({ value }) => digits(displayNumber(value))));
  return parts.length === 1 ? terms.join('') : `(${terms.join(' + ')}) ÷ ${parts.length}`;
}

/** "0.2 × 86.57 + 0.8 × 92.1", or "(0.2 × 86.57 + 0.3 × 92.1) ÷ 0.5" where the weights of those known do not close. */
export function weightedMeanOf(parts: readonly KnownPart[]): string {
  const terms = parts.map(
    ({ weight, value }) => `${operand(asWritten(weight))} × ${digits(displayNumber(value))}`,
  );
  const total = sum(parts.map(({ weight }) => weight));
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
