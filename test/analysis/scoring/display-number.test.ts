import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp } from '../../../analysis/rounding.ts';
import {
  digits,
  displayNumber,
  sameSides,
  seen,
} from '../../../analysis/scoring/display-number.ts';
import { asWritten, compare, exact, fraction } from '../../../survey-definitions/fraction.ts';

describe('a number in full', () => {
  it.each([
    ['0.05', '0.05'],
    ['90', '90'],
    ['0.30', '0.3'],
    ['-2.5', '-2.5'],
    ['1/8', '0.125'],
    ['1/3', '1/3'],
    ['12240/137', '12240/137'],
  ])('of %s reads %s', (from, text) => {
    expect(asWritten(exact(from))).toBe(text);
  });

  it('reads back as the very same number', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        fc.integer({ min: 1, max: 5000 }),
        (n, d) => {
          expect(exact(asWritten(fraction(n, d)))).toEqual(fraction(n, d));
        },
      ),
    );
  });
});

describe('a number on a line', () => {
  it.each([
    ['89.34', '89.34'],
    ['12240/137', '89.34'],
    ['89.9965', '89.9965'],
    ['89.453125', '89.45'],
    ['18.6', '18.6'],
  ])('of %s is shortened to %s where nothing hangs on it', (from, text) => {
    expect(digits(displayNumber(exact(from)))).toBe(text);
  });

  it.each([
    ['89.99999', '90', '89.99999'],
    ['269999/3000', '90', '89.9997'],
    ['270001/3000', '90', '90.0003'],
    ['12240/137', '90', '89.34'],
    ['100/3', '100/3', '100/3'],
    ['100/3', '33.33', '33.333'],
  ])('of %s shows on which side of %s it lies: %s', (from, bound, text) => {
    const value = exact(from);
    expect(digits(displayNumber(value, sameSides(value, [exact(bound)])))).toBe(text);
  });

  it('never seems to lie elsewhere than it does, and says what a reader takes from it', () => {
    const values = fc
      .tuple(fc.integer({ min: -(10 ** 7), max: 10 ** 7 }), fc.integer({ min: 1, max: 10 ** 5 }))
      .map(([n, d]) => fraction(n, d));
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: -9, max: 9 }),
        (near, bound, off) => {
          const at = exact(bound);
          // Values that differ from the bound by little are the ones a rounding would move across it.
          const value = { n: at.n * 10n ** 9n + BigInt(off), d: 10n ** 9n };
          for (const each of [near, fraction(value.n, value.d)]) {
            const number = displayNumber(each, sameSides(each, [at]));
            expect(number.exact).toEqual(each);
            expect(exact(digits(number))).toEqual(seen(number));
            expect(compare(seen(number), at)).toBe(compare(each, at));
          }
        },
      ),
    );
  });

  it('stays in full where no rounding ever agrees', () => {
    const value = exact('119/6');
    const up = (number: typeof value) =>
      compare(roundHalfUp(number, 12), roundHalfUp(value, 14)) === 0;
    expect(digits(displayNumber(value, up))).toBe('119/6');
  });
});
