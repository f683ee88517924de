import { display } from '../../analysis/rounding.ts';
import { fraction } from '../../survey-definitions/fraction.ts';

/** A whole number with its thousands set apart: 1,000,000. */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** So many of so many, e.g. "137 / 100"; it may exceed what was planned and is never a rate. Never broken over two lines. */
export function outOf(n: number, planned: number): string {
  return `${count(n)}\u00a0/\u00a0${count(planned)}`;
}

/** What a share is taken of, as it stands beside its number: "n = 137", never broken over two lines. */
export function base(n: number): string {
  return `n\u00a0=\u00a0${count(n)}`;
}

/** A share that describes: whole percents, half up; null where nobody answered. */
export function wholePercent(n: number, base: number): string | null {
  return base === 0 ? null : display(fraction(100 * n, base), 0);
}
