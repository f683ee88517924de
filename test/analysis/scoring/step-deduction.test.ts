import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen } from '../../../analysis/scoring/display-number.ts';
import { scoreStepDeduction } from '../../../analysis/scoring/step-deduction.ts';
import { compare, exact, fraction } from '../../../survey-definitions/fraction.ts';
import { full, none, points, rounded, stepOf, told } from '../../support/rules.ts';

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
  const outcome = told(scoreStepDeduction(rule, weight, value));
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

const compared = (value: string, sign: string, bound: string) => ({
  step: 'compared',
  value,
  sign,
  bound,
});
const measured = (from: string, to: string, steps: string, length = '1') => ({
  step: 'measured',
  from,
  to,
  length,
  steps,
});
const counted = (partialStep: string, steps: string) => ({ step: 'counted', partialStep, steps });
const deducted = (from: string, times: string, each: string, gives: string) => ({
  step: 'deducted',
  from,
  per: 'step',
  times,
  each,
  gives,
});

describe('its steps', () => {
  it.each([
    [
      upper,
      2,
      '18.6',
      [
        compared('18.6', '>', '0'),
        measured('18.6', '0', '18.6'),
        counted('half-up', '19'),
        deducted('2', '19', '0.1', '0.1'),
        rounded('0.1'),
      ],
    ],
    [
      { ...upper, partialStep: 'up' } as const,
      2,
      '18.1',
      [
        compared('18.1', '>', '0'),
        measured('18.1', '0', '18.1'),
        counted('up', '19'),
        deducted('2', '19', '0.1', '0.1'),
        rounded('0.1'),
      ],
    ],
    [
      { ...upper, partialStep: 'down' } as const,
      2,
      '18.9',
      [
        compared('18.9', '>', '0'),
        measured('18.9', '0', '18.9'),
        counted('down', '18'),
        deducted('2', '18', '0.1', '0.2'),
        rounded('0.2'),
      ],
    ],
    [
      upper,
      2,
      '18',
      [
        compared('18', '>', '0'),
        measured('18', '0', '18'),
        deducted('2', '18', '0.1', '0.2'),
        rounded('0.2'),
      ],
    ],
    [upper, 2, '-0.95', [compared('-0.95', '≤', '0'), ...full('2')]],
    [
      { ...upper, target: 100, deduct: { share: 0.2 }, partialStep: 'proportional' } as const,
      3,
      '117.85',
      [
        compared('117.85', '>', '100'),
        measured('117.85', '100', '17.85'),
        deducted('3', '17.85', '0.6', '-7.71'),
        { step: 'capped', by: 'zero', from: '-7.71', to: '0' },
        rounded('0'),
      ],
    ],
    [
      lower,
      3,
      '12240/137',
      [
        compared('12240/137 as 89.34', '<', '90'),
        measured('90', '12240/137 as 89.34', '0.66'),
        deducted('3', '0.66', '0.15', '795/274, seen 2.901'),
        rounded('795/274', '2.9'),
      ],
    ],
    [
      lower,
      3,
      '269999/3000',
      [
        compared('269999/3000 as 89.9997', '<', '90'),
        measured('90', '269999/3000 as 89.9997', '0.0003'),
        deducted('3', '0.0003', '0.15', '2.99995, seen 2.999955'),
        rounded('2.99995', '3'),
      ],
    ],
    [lower, 3, '100', [compared('100', '≥', '90'), ...full('3')]],
    [lower, 3, '70', [compared('70', '≤', '70'), { step: 'nothing-left' }, ...none]],
    [
      lower,
      3,
      '210001/3000',
      [
        compared('210001/3000 as 70.0003', '<', '90'),
        measured('90', '210001/3000 as 70.0003', '19.9997'),
        deducted('3', '19.9997', '0.15', '0.00005, seen 0.000045'),
        rounded('0.00005', '0'),
      ],
    ],
    [
      { ...upper, target: -2, step: 3, deduct: { points: 0.5 } },
      3,
      '5',
      [
        compared('5', '>', '-2'),
        measured('5', '-2', '7/3 as 2.33', '3'),
        counted('half-up', '2'),
        deducted('3', '2', '0.5', '2'),
        rounded('2'),
      ],
    ],
    [{ ...upper, target: 20 }, 2, '18.6', [compared('18.6', '≤', '20'), ...full('2')]],
    [
      { ...upper, zeroAt: 18 },
      2,
      '18.6',
      [compared('18.6', '≥', '18'), { step: 'nothing-left' }, ...none],
    ],
  ])('of %o, weight %i, at %s', (rule, weight, value, steps) => {
    const outcome = told(scoreStepDeduction(rule, points(weight), points(value)));
    expect(outcome).toEqual({ score: expect.any(String), steps });
  });

  it('show a value and steps that lead to the steps counted', () => {
    const below90 = { ...upper, target: 90, side: 'lower' } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom('half-up' as const, 'up' as const, 'down' as const),
        (n, d, partialStep) => {
          const value = fraction(n, d);
          fc.pre(compare(value, exact(90)) < 0);
          const outcome = scoreStepDeduction({ ...below90, partialStep }, points(100), value);
          if (!('score' in outcome)) throw new Error('no score');
          const looked = stepOf(outcome, 'compared').value;
          const again = scoreStepDeduction({ ...below90, partialStep }, points(100), seen(looked));
          expect('score' in again && again.score).toEqual(outcome.score);
          expect(stepOf(outcome, 'measured').to).toEqual(looked);
          const { gives, times } = stepOf(outcome, 'deducted');
          expect(gives.seen).toEqual(gives.exact);
          const whole = outcome.explanation.find((step) => step.step === 'counted');
          expect(seen(times)).toEqual(whole?.steps ?? seen(stepOf(outcome, 'measured').steps));
        },
      ),
    );
  });
});
