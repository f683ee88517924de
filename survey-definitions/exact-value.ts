/**
 * Just enough exact arithmetic to see whether weights close and bands meet. The arithmetic of scores is
 * analysis/fraction.ts, which this room may not import.
 */
export interface ExactValue {
  readonly n: bigint;
  /** Above 0; not in lowest terms. */
  readonly d: bigint;
}

export const NONE: ExactValue = { n: 0n, d: 1n };
export const WHOLE: ExactValue = { n: 1n, d: 1n };

/** The number as it is written: 0.05 is 5/100, "1/3" is 1/3. Throws a RangeError for what `Exact` does not allow. */
export function exactValue(written: number | string): ExactValue {
  const text = String(written);
  const ratio = /^(\d+)\/([1-9]\d*)$/.exec(text);
  if (ratio) return { n: BigInt(ratio[1] as string), d: BigInt(ratio[2] as string) };
  const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d{1,3}))?$/.exec(text);
  if (!decimal) throw new RangeError(`not an exact number: ${text}`);
  const [, sign, whole = '', part = '', exponent = '0'] = decimal;
  const digits = BigInt(whole + part) * (sign ? -1n : 1n);
  const shift = part.length - Number(exponent);
  return shift >= 0
    ? { n: digits, d: 10n ** BigInt(shift) }
    : { n: digits * 10n ** BigInt(-shift), d: 1n };
}

export const addExact = (a: ExactValue, b: ExactValue): ExactValue =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };

export const timesExact = (a: ExactValue, b: ExactValue): ExactValue => ({
  n: a.n * b.n,
  d: a.d * b.d,
});

export const sumExact = (terms: readonly ExactValue[]): ExactValue => terms.reduce(addExact, NONE);

/** Negative, 0 or positive as a is below, equal to or above b. */
export function compareExact(a: ExactValue, b: ExactValue): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The number to be read in a message: a decimal where it has a short one, else a fraction. */
export function showExact(value: ExactValue): string {
  const divisor = gcd(value.n, value.d);
  const n = value.n / divisor;
  const d = value.d / divisor;
  for (let decimals = 0; decimals <= 6; decimals++) {
    const scaled = n * 10n ** BigInt(decimals);
    if (scaled % d === 0n) return withPoint(scaled / d, decimals);
  }
  return `${n}/${d}`;
}

function withPoint(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  return sign + (decimals === 0 ? whole : `${whole}.${text.slice(-decimals)}`);
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}
