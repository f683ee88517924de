import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { display, roundDown, roundHalfUp, roundUp } from '../../analysis/rounding.ts';
import { compare, exact, fraction, multiply, subtract } from '../../survey-definitions/fraction.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => fraction(n, d));
const places = fc.integer({ min: 0, max: 6 });

describe('rounding half up', () => {
  it.each([
    ['89.994', '89.99'],
    ['89.995', '90'],
    ['89.996', '90'],
    ['2.675', '2.68'],
    ['1.005', '1.01'],
    ['0.005', '0.01'],
    ['0.004', '0'],
    ['-0.005', '-0.01'],
    ['-2.674', '-2.67'],
  ])('takes %s to %s, as a ledger does and a float does not', (from, to) => {
    expect(roundHalfUp(exact(from), 2)).toEqual(exact(to));
  });

  it('moves a number by half a unit of the last place at most', () => {
    fc.assert(
      fc.property(fractions, places, (a, decimals) => {
        const moved = subtract(roundHalfUp(a, decimals), a);
        const distance = moved.n < 0n ? fraction(-moved.n, moved.d) : moved;
        expect(compare(distance, fraction(1n, 2n * 10n ** BigInt(decimals)))).toBeLessThanOrEqual(
          0,
        );
      }),
    );
  });

  it('leaves a rounded number as it is, and keeps the order and the sign', () => {
    fc.assert(
      fc.property(fractions, fractions, places, (a, b, decimals) => {
        const rounded = roundHalfUp(a, decimals);
        expect(roundHalfUp(rounded, decimals)).toEqual(rounded);
        if (compare(a, b) <= 0)
          expect(compare(rounded, roundHalfUp(b, decimals))).toBeLessThanOrEqual(0);
        expect(roundHalfUp(multiply(a, fraction(-1)), decimals)).toEqual(
          multiply(rounded, fraction(-1)),
        );
      }),
    );
  });
});

describe('whole steps', () => {
  it.each([
    ['18.6', 18, 19],
    ['18', 18, 18],
    ['0', 0, 0],
    ['-18.6', -19, -18],
  ])('of %s are %i down and %i up', (from, down, up) => {
    expect(roundDown(exact(from))).toEqual(fraction(down));
    expect(roundUp(exact(from))).toEqual(fraction(up));
  });

  it('lie on either side of the number and less than one away', () => {
    fc.assert(
      fc.property(fractions, (a) => {
        expect(compare(roundDown(a), a)).toBeLessThanOrEqual(0);
        expect(compare(roundUp(a), a)).toBeGreaterThanOrEqual(0);
        expect(compare(subtract(roundUp(a), roundDown(a)), fraction(1))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a number on display', () => {
  it.each([
    ['89.343', 2, '89.34'],
    ['3.5', 2, '3.50'],
    ['0.05', 1, '0.1'],
    ['0', 2, '0.00'],
    ['100', 0, '100'],
    ['-0.95', 2, '-0.95'],
    ['-0.001', 2, '0.00'],
    ['1/3', 4, '0.3333'],
  ])('of %s with %i decimals reads %s', (from, decimals, text) => {
    expect(display(exact(from), decimals)).toBe(text);
  });

  it('reads back as the rounded number', () => {
    fc.assert(
      fc.property(fractions, places, (a, decimals) => {
        expect(exact(display(a, decimals))).toEqual(roundHalfUp(a, decimals));
      }),
    );
  });
});
