import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInBand, scoreTieredBands } from '../../../analysis/scoring/tiered-bands.ts';
import { fraction } from '../../../survey-definitions/fraction.ts';
import { inEnglish, points, said } from '../../support/rules.ts';

const satisfaction = {
  kind: 'tiered-bands',
  bands: [
    { min: 95, points: 5 },
    { min: 85, maxExclusive: 95, points: 3 },
    { min: 75, maxExclusive: 85, points: 1 },
    { maxExclusive: 75, points: 0 },
  ],
} as const;
const adjustment = {
  kind: 'tiered-bands',
  bands: [
    { max: 0, points: 3 },
    { minExclusive: 0, max: 10, points: 2 },
    { minExclusive: 10, max: 20, points: 1 },
    { minExclusive: 20, points: 0 },
  ],
} as const;

type Rule = Parameters<typeof scoreTieredBands>[0];
const at = (rule: unknown, weight: number, value: string) =>
  said(scoreTieredBands(structuredClone(rule) as Rule, points(weight), points(value)));

describe('bands closed below', () => {
  it.each([
    ['100', '5', '100 ≥ 95：5.00'],
    ['95', '5', '95 ≥ 95：5.00'],
    ['94.9999', '3', '85 ≤ 94.9999 < 95：3.00'],
    ['94.99999999', '3', '85 ≤ 94.99999999 < 95：3.00'],
    ['12240/137', '3', '85 ≤ 89.34 < 95：3.00'],
    ['85.0001', '3', '85 ≤ 85.0001 < 95：3.00'],
    ['85', '3', '85 ≤ 85 < 95：3.00'],
    ['254999/3000', '1', '75 ≤ 84.9997 < 85：1.00'],
    ['75', '1', '75 ≤ 75 < 85：1.00'],
    ['74.9999', '0', '74.9999 < 75：0.00'],
    ['0', '0', '0 < 75：0.00'],
  ])('put %s at %s', (value, score, because) => {
    expect(at(satisfaction, 5, value)).toEqual({ score, because });
  });
});

describe('bands closed above', () => {
  it.each([
    ['-5', '3', '-5 ≤ 0：3.00'],
    ['0', '3', '0 ≤ 0：3.00'],
    ['0.0001', '2', '0 < 0.0001 ≤ 10：2.00'],
    ['10', '2', '0 < 10 ≤ 10：2.00'],
    ['10.0001', '1', '10 < 10.0001 ≤ 20：1.00'],
    ['20', '1', '10 < 20 ≤ 20：1.00'],
    ['20.0001', '0', '20.0001 > 20：0.00'],
  ])('put %s at %s', (value, score, because) => {
    expect(at(adjustment, 3, value)).toEqual({ score, because });
  });
});

describe('bands', () => {
  it('give no score, and not 0, to a value that none of them holds', () => {
    const gap = { ...satisfaction, bands: satisfaction.bands.filter((_, place) => place !== 2) };
    expect(at(gap, 5, '80')).toEqual({ missing: '80 不在任何一档之内' });
    expect(at(gap, 5, '254999/3000')).toEqual({ missing: '84.9997 不在任何一档之内' });
    const outcome = scoreTieredBands(structuredClone(gap) as Rule, points(5), points('80'));
    expect(inEnglish(outcome)).toBe('80 lies in none of the bands');
  });

  it('go by the first that holds the value, where a definition lets two overlap', () => {
    const bands = [
      { min: 90, points: 5 },
      { min: 80, max: 90, points: 3 },
    ];
    expect(at({ kind: 'tiered-bands', bands }, 5, '90')).toMatchObject({ score: '5' });
  });

  it('give no more than the weight', () => {
    expect(at(satisfaction, 4, '95')).toEqual({
      score: '4',
      because: '95 ≥ 95：5.00，以分值 4 为限：4.00',
    });
  });

  it('say so where their points are rounded when they are awarded', () => {
    const bands = [
      { min: 90, points: '1/3' },
      { maxExclusive: 90, points: 0.125 },
    ];
    expect(at({ kind: 'tiered-bands', bands }, 4, '95')).toEqual({
      score: '1/3',
      because: '95 ≥ 90：1/3 ≈ 0.33',
    });
    expect(at({ kind: 'tiered-bands', bands }, 4, '5')).toEqual({
      score: '0.125',
      because: '5 < 90：0.125 ≈ 0.13',
    });
  });

  it('that meet hold every value exactly once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 6), max: 10 ** 6 }),
        fc.integer({ min: 1, max: 9999 }),
        (n, d) => {
          for (const { bands } of [satisfaction, adjustment])
            expect(bands.filter((band) => isInBand(band, fraction(n, d)))).toHaveLength(1);
        },
      ),
    );
  });
});
