import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotaFill, shareDistances } from '../../analysis/quota-fill.ts';
import {
  asWritten,
  compare,
  exact,
  type Fraction,
  sum,
  ZERO,
} from '../../survey-definitions/fraction.ts';

const counted = (counts: Record<string, number>) =>
  new Map([['age', new Map(Object.entries(counts))]]);
const given = (numbers: readonly (Fraction | null)[]) =>
  numbers.filter((number): number is Fraction => number !== null);

describe('a quota', () => {
  it.each([
    [40, 32, 8, 0],
    [40, 40, 0, 0],
    [40, 43, 0, 3],
    [40, 0, 40, 0],
  ])('of %d with %d valid responses lacks %d and has %d too many', (n, valid, missing, over) => {
    const quota = { item: 'age', options: [{ id: 'young', n }] };
    const counts = counted(valid === 0 ? {} : { young: valid, old: 7 });
    expect(quotaFill(quota, counts)).toEqual([{ id: 'young', wanted: n, valid, missing, over }]);
  });
});

describe('how far the responses are from the population', () => {
  const shares = (young: string, old: string) => ({
    item: 'age',
    options: [
      { id: 'young', share: young },
      { id: 'old', share: old },
    ],
  });

  it('is told in percentage points, above 0 where they have more of a kind', () => {
    const { base, options } = shareDistances(shares('0.4', '0.6'), counted({ young: 3, old: 1 }));
    expect(base).toBe(4);
    const told = options.map(({ percent, distance }) => given([percent, distance]).map(asWritten));
    expect(told).toEqual([
      ['75', '35'],
      ['25', '-35'],
    ]);
  });

  it('is nothing where nobody has answered', () => {
    const { base, options } = shareDistances(shares('0.4', '0.6'), new Map());
    expect(base).toBe(0);
    expect(options.map(({ distance }) => distance)).toEqual([null, null]);
  });

  it('adds up to nothing, whatever the shares and the counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.nat(10_000)), {
          minLength: 1,
          maxLength: 8,
        }),
        (kinds) => {
          const all = kinds.reduce((total, [share]) => total + share, 0);
          const options = kinds.map(([share], n) => ({ id: `o${n}`, share: `${share}/${all}` }));
          const counts = counted(Object.fromEntries(kinds.map(([, n], index) => [`o${index}`, n])));
          const told = shareDistances({ item: 'age', options }, counts);
          const distances = given(told.options.map(({ distance }) => distance));
          expect(distances).toHaveLength(told.base === 0 ? 0 : options.length);
          expect(compare(sum(distances), ZERO)).toBe(0);
          expect(told.base).toBe(kinds.reduce((total, [, n]) => total + n, 0));
          expect(compare(exact('1'), sum(options.map(({ share }) => exact(share))))).toBe(0);
        },
      ),
    );
  });
});
