import { asWritten, compare, type Fraction, ONE } from '../../survey-definitions/fraction.ts';
import { display, roundHalfUp } from '../rounding.ts';
import { type DisplayNumber, digits, seen } from '../scoring/display-number.ts';
import type { BandBound, Result, StepOf } from '../scoring/explanation.ts';

// What is written the same in every language.

/** In brackets where a sign or a fraction would be misread beside an operator: "(-5)", "(1/3)". */
export const operand = (text: string): string => (/^-|\//.test(text) ? `(${text})` : text);

const isRounded = (a: Fraction, decimals: number) => compare(roundHalfUp(a, decimals), a) !== 0;

/** " = 3.00", or " ≈ 3.57" where the calculation as it is written does not end there to the last digit. */
export function equals(gives: Result, decimals: number): string {
  return ` ${isRounded(gives.seen, decimals) ? '≈' : '='} ${display(gives.exact, decimals)}`;
}

/** Points as they are awarded, after what they were where that rounds them: "6.50", "6.125 ≈ 6.13". */
export function points(given: Fraction, decimals: number): string {
  const rounded = display(given, decimals);
  return isRounded(given, decimals) ? `${asWritten(given)} ≈ ${rounded}` : rounded;
}

/** "89.34 < 90" */
export function compared({ value, sign, bound }: Omit<StepOf<'compared'>, 'step'>): string {
  return `${digits(value)} ${sign} ${asWritten(bound)}`;
}

/** "85 ≤ 89.34 < 95", "97 ≥ 95", "70 < 75" */
export function placed({ value, lower, upper }: StepOf<'placed'>): string {
  const orEqual = (bound: BandBound, sign: '<' | '>') =>
    bound.inclusive ? { '<': '≤', '>': '≥' }[sign] : sign;
  const below = upper ? ` ${orEqual(upper, '<')} ${asWritten(upper.at)}` : '';
  if (!lower) return `${digits(value)}${below}`;
  return upper
    ? `${asWritten(lower.at)} ${orEqual(lower, '<')} ${digits(value)}${below}`
    : `${digits(value)} ${orEqual(lower, '>')} ${asWritten(lower.at)}`;
}

/** "7 ÷ 9" */
export function divided({ dividend, divisor }: StepOf<'divided'>): string {
  return `${operand(asWritten(dividend))} ÷ ${operand(asWritten(divisor))}`;
}

/** "89.34% × 4", "89.34 ÷ 90 × 4" */
export function taken({ value, of, weight }: StepOf<'taken'>): string {
  const part =
    of === 'percent' ? `${digits(value)}%` : `${digits(value)} ÷ ${operand(asWritten(of))}`;
  return `${part} × ${asWritten(weight)}`;
}

/** "90 − 89.34 = 0.66", "(5 − (-2)) ÷ 3 ≈ 2.33" */
export function measured({ from, to, length, steps }: StepOf<'measured'>): string {
  const apart = `${operand(digits(from))} − ${operand(digits(to))}`;
  const divided = compare(length, ONE) === 0 ? apart : `(${apart}) ÷ ${operand(asWritten(length))}`;
  return `${divided} ${isShortened(steps) ? '≈' : '='} ${digits(steps)}`;
}

const isShortened = (number: DisplayNumber) => compare(seen(number), number.exact) !== 0;

/** "(① 0.5×1/3 + ② 0.5) × 3" */
export function summed({ terms, weight }: StepOf<'summed'>): string {
  const written = terms.map((term) => {
    const credit = compare(term.credit, ONE) === 0 ? '' : `×${asWritten(term.credit)}`;
    const share = term.weight ? `×${asWritten(term.weight)}` : '';
    return `${term.id} ${asWritten(term.worth)}${credit}${share}`;
  });
  const total = written.join(' + ');
  if (!weight) return total;
  return `${terms.length > 1 ? `(${total})` : total} × ${asWritten(weight)}`;
}
