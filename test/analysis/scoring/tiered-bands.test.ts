import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInBand, scoreTieredBands } from '../../../analysis/scoring/tiered-bands.ts';
import { fraction } from '../../../survey-definitions/fraction.ts';
import { points, rounded, told } from '../../support/rules.ts';

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
  told(scoreTieredBands(structuredClone(rule) as Rule, points(weight), points(value)));

const inside = (at: string) => ({ at, inclusive: true });
const outside = (at: string) => ({ at, inclusive: false });
const placed = (value: string, band: object, given: string, to = given) => [
  { step: 'placed', value, ...band },
  { step: 'given', points: given },
  rounded(given, to),
];

describe('bands closed below', () => {
  const first = { lower: inside('95') };
  const second = { lower: inside('85'), upper: outside('95') };
  const third = { lower: inside('75'), upper: outside('85') };
  const last = { upper: outside('75') };
  it.each([
    ['100', '5', '100', first],
    ['95', '5', '95', first],
    ['94.9999', '3', '94.9999', second],
    ['94.99999999', '3', '94.99999999 as 94.99999999', second],
    ['12240/137', '3', '12240/137 as 89.34', second],
    ['85.0001', '3', '85.0001', second],
    ['85', '3', '85', second],
    ['254999/3000', '1', '254999/3000 as 84.9997', third],
    ['75', '1', '75', third],
    ['74.9999', '0', '74.9999', last],
    ['0', '0', '0', last],
  ])('put %s at %s', (value, score, seen, band) => {
    expect(at(satisfaction, 5, value)).toEqual({ score, steps: placed(seen, band, score) });
  });
});

describe('bands closed above', () => {
  const second = { lower: outside('0'), upper: inside('10') };
  const third = { lower: outside('10'), upper: inside('20') };
  it.each([
    ['-5', '3', { upper: inside('0') }],
    ['0', '3', { upper: inside('0') }],
    ['0.0001', '2', second],
    ['10', '2', second],
    ['10.0001', '1', third],
    ['20', '1', third],
    ['20.0001', '0', { lower: outside('20') }],
  ])('put %s at %s', (value, score, band) => {
    expect(at(adjustment, 3, value)).toEqual({ score, steps: placed(value, band, score) });
  });
});

describe('bands', () => {
  it('give no score, and not 0, to a value that none of them holds', () => {
    const gap = { ...satisfaction, bands: satisfaction.bands.filter((_, place) => place !== 2) };
    const missing = (value: string) => ({ missing: { reason: 'in-no-band', value } });
    expect(at(gap, 5, '80')).toEqual(missing('80'));
    expect(at(gap, 5, '254999/3000')).toEqual(missing('254999/3000 as 84.9997'));
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
      steps: [
        { step: 'placed', value: '95', lower: inside('95') },
        { step: 'given', points: '5' },
        { step: 'capped', by: 'weight', from: '5', to: '4' },
        rounded('4'),
      ],
    });
  });

  it('say so where their points are rounded when they are awarded', () => {
    const bands = [
      { min: 90, points: '1/3' },
      { maxExclusive: 90, points: 0.125 },
    ];
    expect(at({ kind: 'tiered-bands', bands }, 4, '95')).toEqual({
      score: '1/3',
      steps: placed('95', { lower: inside('90') }, '1/3', '0.33'),
    });
    expect(at({ kind: 'tiered-bands', bands }, 4, '5')).toEqual({
      score: '0.125',
      steps: placed('5', { upper: outside('90') }, '0.125', '0.13'),
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
