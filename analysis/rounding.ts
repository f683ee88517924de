import { type Fraction, fraction } from '../survey-definitions/fraction.ts';

/** Rounds half away from zero (四舍五入) to `decimals` places. The only rounding in the project. */
export function roundHalfUp(a: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  const magnitude = a.n < 0n ? -a.n : a.n;
  const rounded = (2n * magnitude * scale + a.d) / (2n * a.d);
  return fraction(a.n < 0n ? -rounded : rounded, scale);
}

/** Next whole number at or above (up) or at or below (down). */
export function roundUp(a: Fraction): Fraction {
  return fraction(-floor(-a.n, a.d));
}
export function roundDown(a: Fraction): Fraction {
  return fraction(floor(a.n, a.d));
}

function floor(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d !== 0n && n < 0n ? quotient - 1n : quotient;
}

/** The number as it is shown, e.g. "89.34"; trailing zeros stay. */
export function display(a: Fraction, decimals: number): string {
  const rounded = roundHalfUp(a, decimals);
  const digits = (rounded.n * 10n ** BigInt(decimals)) / rounded.d;
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  return (digits < 0n ? '-' : '') + (decimals === 0 ? whole : `${whole}.${text.slice(-decimals)}`);
}
