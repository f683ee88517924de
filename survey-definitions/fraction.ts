/** An exact rational number in lowest terms with a positive denominator. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };
export const HUNDRED: Fraction = { n: 100n, d: 1n };

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** Of two positive numbers. */
export const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** n / d in lowest terms. Throws a RangeError where d is 0: an empty base is `null`, decided before dividing. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const numerator = BigInt(n);
  const denominator = BigInt(d);
  if (denominator === 0n) throw new RangeError('a fraction cannot have denominator 0');
  const sign = denominator < 0n ? -1n : 1n;
  const common = gcd(numerator, denominator) * sign;
  return { n: numerator / common, d: denominator / common };
}

/** Reduces by what the denominators have in common (Knuth, 4.5.1): on numbers half as long as those of the product. */
export function add(a: Fraction, b: Fraction): Fraction {
  const common = gcd(a.d, b.d);
  const n = a.n * (b.d / common) + b.n * (a.d / common);
  const reduce = gcd(n, common);
  return { n: n / reduce, d: (a.d / common) * (b.d / reduce) };
}
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

/**
 * By halves: where nothing reduces, as with the bases of many items, only the last additions are of long numbers. One
 * term after another, each of them would be.
 */
export function sum(terms: readonly Fraction[]): Fraction {
  const [first = ZERO] = terms;
  if (terms.length < 2) return first;
  const half = terms.length >> 1;
  return add(sum(terms.slice(0, half)), sum(terms.slice(half)));
}

/** Negative, 0 or positive as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const max = (a: Fraction, b: Fraction): Fraction => (compare(a, b) < 0 ? b : a);
export const min = (a: Fraction, b: Fraction): Fraction => (compare(a, b) > 0 ? b : a);

/**
 * The number a definition or a scorer wrote, exactly: 0.05 is 1/20 (the decimal that the JSON number
 * is written as, not its binary neighbour), "1/3" is 1/3, "89.996" is 22499/250.
 * Throws a RangeError for anything else.
 */
export function exact(written: number | string): Fraction {
  const text = String(written);
  const ratio = /^(-?\d+)\/(\d+)$/.exec(text);
  if (ratio) return fraction(BigInt(ratio[1] as string), BigInt(ratio[2] as string));
  const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d{1,3}))?$/.exec(text);
  if (!decimal) throw new RangeError(`not an exact number: ${text}`);
  const [, sign, whole = '', part = '', exponent = '0'] = decimal;
  const shift = part.length - Number(exponent);
  const digits = BigInt(whole + part) * (sign ? -1n : 1n);
  return shift >= 0
    ? fraction(digits, 10n ** BigInt(shift))
    : fraction(digits * 10n ** BigInt(-shift));
}

/** Nearest float, for charts and the `value` of an answer; never for calculating on. */
export function toNumber(a: Fraction): number {
  // 30 decimals, the rest cut off, are far finer than floats lie apart, and Number() takes the nearest.
  const magnitude = a.n < 0n ? -a.n : a.n;
  const digits = ((magnitude * 10n ** 30n) / a.d).toString().padStart(31, '0');
  return Number(`${a.n < 0n ? '-' : ''}${digits.slice(0, -30)}.${digits.slice(-30)}`);
}

/** Decimals it takes to write a number in full, or null where it never ends, as 1/3. */
export function decimalsInFull(a: Fraction): number | null {
  let rest = a.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** A number in full and nothing rounded: "0.05", "90", or "1/3" where the decimals never end. */
export function asWritten(a: Fraction): string {
  const decimals = decimalsInFull(a);
  if (decimals === null) return `${a.n}/${a.d}`;
  const magnitude = ((a.n < 0n ? -a.n : a.n) * 10n ** BigInt(decimals)) / a.d;
  const digits = magnitude.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return (a.n < 0n ? '-' : '') + (decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`);
}
