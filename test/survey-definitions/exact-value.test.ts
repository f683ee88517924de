import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, exact } from '../../analysis/fraction.ts';
import {
  addExact,
  compareExact,
  exactValue,
  showExact,
} from '../../survey-definitions/exact-value.ts';

const written = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  fc.integer({ min: -1000, max: 1000 }),
  fc
    .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, decimals]) => (digits / 10 ** decimals).toFixed(decimals)),
  fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 500 })).map(([n, d]) => `${n}/${d}`),
);

describe('exact numbers of a definition', () => {
  it('add and compare as the fractions of analysis do', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        const sum = addExact(exactValue(a), exactValue(b));
        const expected = add(exact(a), exact(b));
        expect(sum.n * expected.d).toBe(expected.n * sum.d);
        expect(compareExact(exactValue(a), exactValue(b))).toBe(compare(exact(a), exact(b)));
      }),
    );
  });

  it.each([
    [0.05, '0.05'],
    [1e-7, '1/10000000'],
    [1e21, '1000000000000000000000'],
    ['89.9960', '89.996'],
    ['2/6', '1/3'],
    ['50/100', '0.5'],
    [-0.5, '-0.5'],
    ['-12.30', '-12.3'],
    [0, '0'],
  ])('are shown as a reader writes them: %s is %s', (value, shown) => {
    expect(showExact(exactValue(value))).toBe(shown);
  });

  it.each(['', 'abc', '1/0', '1.', '.5', '1e5000', 'NaN', '0x1f'])('refuse %j', (value) => {
    expect(() => exactValue(value)).toThrow(RangeError);
  });
});
