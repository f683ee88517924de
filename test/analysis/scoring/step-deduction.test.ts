import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../analysis/explain.ts';
import { scoreStepDeduction } from '../../../analysis/scoring/step-deduction.ts';
import { compare, exact, fraction } from '../../../survey-definitions/fraction.ts';
import { inEnglish, points, said } from '../../support/rules.ts';

const READINGS = ['proportional', 'half-up', 'up', 'down'] as const;
const upper = {
  kind: 'step-deduction',
  target: 0,
  side: 'upper',
  step: 1,
  deduct: { share: 0.05 },
  partialStep: 'half-up',
} as const;
const lower = {
  ...upper,
  target: 90,
  side: 'lower',
  zeroAt: 70,
  partialStep: 'proportional',
} as const;

const scoreOf = (...[rule, weight, value]: Parameters<typeof scoreStepDeduction>) => {
  const outcome = said(scoreStepDeduction(rule, weight, value));
  return 'score' in outcome ? outcome.score : outcome.missing;
};

describe('a part of a step', () => {
  // Weight 2 and 5 % of it a step: 0.1 points.
  it.each([
    ['-3', '2', '2', '2', '2'],
    ['0', '2', '2', '2', '2'],
    ['0.001', '1.9999', '2', '1.9', '2'],
    ['0.4999', '1.95001', '2', '1.9', '2'],
    ['0.5', '1.95', '1.9', '1.9', '2'],
    ['1', '1.9', '1.9', '1.9', '1.9'],
    ['1.0001', '1.89999', '1.9', '1.8', '1.9'],
    ['18', '0.2', '0.2', '0.2', '0.2'],
    ['18.4999', '0.15001', '0.2', '0.1', '0.2'],
    ['18.5', '0.15', '0.1', '0.1', '0.2'],
    ['18.6', '0.14', '0.1', '0.1', '0.2'],
    ['19.9999', '0.00001', '0', '0', '0.1'],
    ['20', '0', '0', '0', '0'],
    ['21', '0', '0', '0', '0'],
    ['1000', '0', '0', '0', '0'],
  ])('at %s above 0 costs, in the four readings, down to %s, %s, %s and %s', (value, ...scores) => {
    expect(
      READINGS.map((partialStep) => scoreOf({ ...upper, partialStep }, points(2), points(value))),
    ).toEqual(scores);
  });

  it('costs between nothing and a whole step, and no reading is dearer than up or cheaper than down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (thousandths) => {
        const value = fraction(thousandths, 1000);
        const scores = READINGS.map((partialStep) => {
          const outcome = scoreStepDeduction({ ...upper, partialStep }, points(2), value);
          if (!('score' in outcome)) throw new Error('no score');
          return outcome.score;
        });
        const [proportional, halfUp, up, down] = scores;
        for (const score of [proportional, halfUp]) {
          expect(score && up && compare(score, up)).toBeGreaterThanOrEqual(0);
          expect(score && down && compare(score, down)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the two sides', () => {
  it.each([
    ['100', '3'],
    ['90', '3'],
    ['90.0001', '3'],
    ['89.9999', '2.999985'],
    ['89', '2.85'],
    ['70.0001', '0.000015'],
    ['70', '0'],
    ['69.9999', '0'],
    ['0', '0'],
  ])('of a target of at least 90, nothing left at 70, weight 3: %s scores %s', (value, score) => {
    expect(scoreOf(lower, points(3), points(value))).toBe(score);
  });

  it.each([
    ['99.9999', '3'],
    ['100', '3'],
    ['100.0001', '2.99994'],
    ['104', '0.6'],
    ['104.9999', '0.00006'],
    ['105', '0'],
    ['117.85', '0'],
  ])(
    'of a target of at most 100, a fifth off per point, weight 3: %s scores %s',
    (value, score) => {
      const rule = {
        ...upper,
        target: 100,
        deduct: { share: 0.2 },
        partialStep: 'proportional',
      } as const;
      expect(scoreOf(rule, points(3), points(value))).toBe(score);
    },
  );
});

describe('the line of nothing left', () => {
  const zeroAt = (value: string) =>
    scoreOf({ ...upper, zeroAt: 10, partialStep: 'proportional' }, points(2), points(value));

  it('cuts off what the steps would still leave', () => {
    expect([zeroAt('9.9999'), zeroAt('10'), zeroAt('10.0001')]).toEqual(['1.00001', '0', '0']);
  });

  it('does not touch a value that reaches its target', () => {
    const odd = { ...upper, target: 10, zeroAt: 5 };
    expect(scoreOf(odd, points(2), points(7))).toBe('2');
  });
});

describe('a deduction', () => {
  it.each([
    [{ share: 0.05 }, '2.85'],
    [{ share: '1/3' }, '2'],
    [{ points: 0.5 }, '2.5'],
    [{ points: '1/3' }, '8/3'],
    [{ points: 0 }, '3'],
    [{ points: 4 }, '0'],
  ])('of %o for one step leaves %s of a weight of 3', (deduct, score) => {
    expect(scoreOf({ ...upper, deduct }, points(3), points(1))).toBe(score);
  });

  it('goes by the length of a step', () => {
    const rule = { ...upper, step: 0.5, partialStep: 'down' } as const;
    expect(scoreOf(rule, points(2), points('0.99'))).toBe('1.9');
    expect(scoreOf({ ...upper, step: 5, partialStep: 'up' }, points(2), points('5.01'))).toBe(
      '1.8',
    );
  });
});

describe('its line', () => {
  it.each([
    [
      upper,
      2,
      '18.6',
      '18.6 > 0：18.6 − 0 = 18.6 步，四舍五入计 19 步，每步扣 0.1 分：2 − 19 × 0.1 = 0.10',
    ],
    [
      { ...upper, partialStep: 'up' } as const,
      2,
      '18.1',
      '18.1 > 0：18.1 − 0 = 18.1 步，不足一步按一步计，共 19 步，每步扣 0.1 分：2 − 19 × 0.1 = 0.10',
    ],
    [
      { ...upper, partialStep: 'down' } as const,
      2,
      '18.9',
      '18.9 > 0：18.9 − 0 = 18.9 步，不足一步不计，共 18 步，每步扣 0.1 分：2 − 18 × 0.1 = 0.20',
    ],
    [upper, 2, '18', '18 > 0：18 − 0 = 18 步，每步扣 0.1 分：2 − 18 × 0.1 = 0.20'],
    [upper, 2, '-0.95', '-0.95 ≤ 0：满分 2.00'],
    [
      { ...upper, target: 100, deduct: { share: 0.2 }, partialStep: 'proportional' } as const,
      3,
      '117.85',
      '117.85 > 100：117.85 − 100 = 17.85 步，每步扣 0.6 分：3 − 17.85 × 0.6 = -7.71，不低于 0：0.00',
    ],
    [
      lower,
      3,
      '12240/137',
      '89.34 < 90：90 − 89.34 = 0.66 步，每步扣 0.15 分：3 − 0.66 × 0.15 ≈ 2.90',
    ],
    [
      lower,
      3,
      '269999/3000',
      '89.9997 < 90：90 − 89.9997 = 0.0003 步，每步扣 0.15 分：3 − 0.0003 × 0.15 ≈ 3.00',
    ],
    [lower, 3, '100', '100 ≥ 90：满分 3.00'],
    [lower, 3, '70', '70 ≤ 70，达到零分线：0.00'],
    [
      lower,
      3,
      '210001/3000',
      '70.0003 < 90：90 − 70.0003 = 19.9997 步，每步扣 0.15 分：3 − 19.9997 × 0.15 ≈ 0.00',
    ],
    [
      { ...upper, target: -2, step: 3, deduct: { points: 0.5 } },
      3,
      '5',
      '5 > -2：(5 − (-2)) ÷ 3 ≈ 2.33 步，四舍五入计 2 步，每步扣 0.5 分：3 − 2 × 0.5 = 2.00',
    ],
  ])('of %o, weight %i, at %s', (rule, weight, value, because) => {
    expect(said(scoreStepDeduction(rule, points(weight), points(value)))).toMatchObject({
      because,
    });
  });

  it.each([
    [
      upper,
      '18.6 > 0: 18.6 − 0 = 18.6 steps, counted half up as 19, 0.1 points off each: 2 − 19 × 0.1 = 0.10',
    ],
    [{ ...upper, target: 20 }, '18.6 ≤ 20: full marks, 2.00'],
    [{ ...upper, zeroAt: 18 }, '18.6 ≥ 18, where nothing is left: 0.00'],
  ])('reads in English', (rule, because) => {
    expect(inEnglish(scoreStepDeduction(rule, points(2), points('18.6')))).toBe(because);
  });

  it('shows a value and steps that lead to the steps counted', () => {
    const counted = { ...upper, target: 90, side: 'lower' } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom('half-up' as const, 'up' as const, 'down' as const),
        (n, d, partialStep) => {
          const value = fraction(n, d);
          fc.pre(compare(value, exact(90)) < 0);
          const outcome = scoreStepDeduction({ ...counted, partialStep }, points(100), value);
          if (!('score' in outcome)) throw new Error('no score');
          const seen = /^(\S+) < 90：90 − (\S+) = (\S+) 步(?:，.*?(\d+) 步)?/.exec(
            explain(outcome.explanation, 'zh-CN'),
          );
          const again = scoreStepDeduction(
            { ...counted, partialStep },
            points(100),
            exact(seen?.[1] ?? ''),
          );
          expect('score' in again && again.score).toEqual(outcome.score);
          expect(seen?.[2]).toBe(seen?.[1]);
        },
      ),
    );
  });
});
