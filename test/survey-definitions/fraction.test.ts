import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  asWritten,
  compare,
  divide,
  exact,
  type Fraction,
  fraction,
  max,
  min,
  multiply,
  ONE,
  subtract,
  sum,
  toNumber,
  ZERO,
} from '../../survey-definitions/fraction.ts';

const integers = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const fractions = fc
  .tuple(integers, fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => fraction(n, d));

const isLowest = ({ n, d }: Fraction) => {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return d > 0n && a === 1n;
};

describe('a fraction', () => {
  it('is kept in lowest terms with a positive denominator', () => {
    expect(fraction(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(fraction(0, -7)).toEqual(ZERO);
    fc.assert(
      fc.property(integers, integers, (n, d) => {
        fc.pre(d !== 0n);
        expect(isLowest(fraction(n, d))).toBe(true);
      }),
    );
  });

  it('refuses a denominator of 0, because an empty base is null and never a number', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  it('adds and multiplies in any order and grouping', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(sum([a, b, c])).toEqual(add(a, add(b, c)));
      }),
    );
  });

  it('takes back what it added and what it multiplied by', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  it('is ordered: compare agrees with the sign of the difference, min and max with compare', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const difference = subtract(a, b).n;
        expect(Math.sign(compare(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(min(a, b), max(a, b))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a number that somebody wrote', () => {
  it.each([
    [0.05, 1n, 20n],
    [0.1, 1n, 10n],
    [1e-7, 1n, 10_000_000n],
    [1e21, 10n ** 21n, 1n],
    [-0.95, -19n, 20n],
    [0, 0n, 1n],
    ['89.996', 22_499n, 250n],
    ['1/3', 1n, 3n],
    ['-5', -5n, 1n],
    ['0.30', 3n, 10n],
  ])('is read exactly: %s', (written, n, d) => {
    expect(exact(written)).toEqual({ n, d });
  });

  it.each([['1/0'], ['abc'], [''], ['1.'], ['.5'], ['1e5e5'], [Number.NaN], [Infinity]])(
    'is refused where it is none: %s',
    (written) => {
      expect(() => exact(written)).toThrow(RangeError);
    },
  );

  it('makes 0.1 + 0.2 the same as 0.3', () => {
    expect(add(exact(0.1), exact(0.2))).toEqual(exact(0.3));
  });
});

describe('the nearest float', () => {
  it('gives back any decimal that a float came from', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.integer({ min: 0, max: 6 }),
        (n, p) => {
          const written = n / 10 ** p;
          expect(toNumber(exact(written))).toBe(written + 0);
        },
      ),
    );
  });

  it.each([
    [fraction(1, 3), 1 / 3],
    [fraction(-2, 3), -2 / 3],
    [fraction(12_240, 137), 12_240 / 137],
    [ZERO, 0],
  ])('is the nearest of a fraction too: %o', (a, near) => {
    expect(toNumber(a)).toBe(near);
  });
});

describe('a number in full', () => {
  it.each([
    [0.05, '0.05'],
    [1e-7, '0.0000001'],
    [1e21, '1000000000000000000000'],
    ['89.9960', '89.996'],
    ['2/6', '1/3'],
    ['50/100', '0.5'],
    [-0.5, '-0.5'],
    ['-12.30', '-12.3'],
    [0, '0'],
  ])('of %s reads %s, as a reader writes it', (value, shown) => {
    expect(asWritten(exact(value))).toBe(shown);
  });

  it.each(['', 'abc', '1/0', '1.', '.5', '1e5000', 'NaN', '0x1f'])('is never %j', (value) => {
    expect(() => exact(value)).toThrow(RangeError);
  });
});
