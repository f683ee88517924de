/** Digits that a part of a long sum has; sums of parts over millions stay below 2^53. */
const DIGITS = 9;
const BASE = 10n ** BigInt(DIGITS);

/** A whole number from 0 up as parts that are added up apart, named `name0`, `name1` …; parts of 0 are left out. */
export function partsOf(name: string, value: bigint): { name: string; n: number }[] {
  const parts: { name: string; n: number }[] = [];
  for (let rest = value, place = 0; rest > 0n; rest /= BASE, place += 1) {
    const part = rest % BASE;
    if (part > 0n) parts.push({ name: `${name}${place}`, n: Number(part) });
  }
  return parts;
}

/** The sum whose parts were added up apart; 0 where there are none. */
export function wholeOf(parts: ReadonlyMap<string, bigint>, name: string): bigint {
  let value = 0n;
  for (let place = 0, factor = 1n; place < 8; place += 1, factor *= BASE)
    value += (parts.get(`${name}${place}`) ?? 0n) * factor;
  return value;
}
