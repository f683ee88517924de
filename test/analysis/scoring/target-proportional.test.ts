import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp } from '../../../analysis/rounding.ts';
import { seen } from '../../../analysis/scoring/display-number.ts';
import { scoreTargetProportional } from '../../../analysis/scoring/target-proportional.ts';
import { compare, exact, fraction, multiply } from '../../../survey-definitions/fraction.ts';
import { full, points, rounded, stepOf, told } from '../../support/rules.ts';

const rule = { kind: 'target-proportional', target: 90, below: 'value' } as const;
const overTarget = { ...rule, below: 'value-over-target' } as const;

const compared = (value: string, sign: string, bound = '90') => ({
  step: 'compared',
  value,
  sign,
  bound,
});
const reached = (value: string) => [compared(value, '≥'), ...full('4')];
/** Below the target of 90: what is taken of the weight of 4, and the score that is awarded. */
const below = (of: string) => (value: string, gives: string, to?: string) => [
  compared(value, '<'),
  { step: 'taken', value, of, weight: '4', gives },
  ...(gives.startsWith('-') ? [{ step: 'capped', by: 'zero', from: gives, to: '0' }] : []),
  rounded(gives.startsWith('-') ? '0' : gives.replace(/, seen .*/, ''), to),
];

describe('target, else value × weight', () => {
  const taken = below('percent');
  it.each([
    ['90', '4', reached('90')],
    ['90.001', '4', reached('90.001')],
    ['270001/3000', '4', reached('270001/3000 as 90.0003')],
    ['100', '4', reached('100')],
    ['250', '4', reached('250')],
    ['89.996', '3.59984', taken('89.996', '3.59984', '3.6')],
    ['89.99999', '3.5999996', taken('89.99999 as 89.99999', '3.5999996', '3.6')],
    [
      '269999/3000',
      '269999/75000',
      taken('269999/3000 as 89.9997', '269999/75000, seen 3.599988', '3.6'),
    ],
    ['12240/137', '2448/685', taken('12240/137 as 89.34', '2448/685, seen 3.5736', '3.57')],
    ['89.01', '3.5604', taken('89.01', '3.5604', '3.56')],
    ['75', '3', taken('75', '3')],
    ['0', '0', taken('0', '0')],
    ['-5', '0', taken('-5', '-0.2')],
  ])('with target 90 and weight 4 takes %s to %s', (value, score, steps) => {
    expect(told(scoreTargetProportional(rule, points(4), points(value)))).toEqual({ score, steps });
  });

  it('gives no more than the weight below a target above 100', () => {
    const high = { ...rule, target: 120 };
    expect(told(scoreTargetProportional(high, points(4), points(119)))).toEqual({
      score: '4',
      steps: [
        compared('119', '<', '120'),
        { step: 'taken', value: '119', of: 'percent', weight: '4', gives: '4.76' },
        { step: 'capped', by: 'weight', from: '4.76', to: '4' },
        rounded('4'),
      ],
    });
  });
});

describe('target, else value ÷ target × weight', () => {
  const taken = below('90');
  it.each([
    ['90', '4', reached('90')],
    ['89.996', '22499/5625', taken('89.996', '22499/5625', '4')],
    ['12240/137', '544/137', taken('12240/137 as 89.34', '544/137, seen 1489/375', '3.97')],
    ['45', '2', taken('45', '2')],
    ['-9', '0', taken('-9', '-0.4')],
  ])('with target 90 and weight 4 takes %s to %s', (value, score, steps) => {
    expect(told(scoreTargetProportional(overTarget, points(4), points(value)))).toEqual({
      score,
      steps,
    });
  });

  it.each([
    [0, -1],
    [-2, -3],
  ])('has no share to take below a target of 0 or less: %i', (target, value) => {
    const outcome = scoreTargetProportional({ ...overTarget, target }, points(4), points(value));
    expect(told(outcome)).toEqual({
      missing: { reason: 'target-not-above-zero', target: `${target}` },
    });
  });
});

describe('its steps', () => {
  it('show a value that gives the score shown, should a scorer take a calculator to it', () => {
    const values = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 1, max: 9999 }))
      .map(([n, d]) => fraction(n, d))
      .filter((value) => compare(value, exact(90)) < 0);
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 20 }), (value, weight) => {
        const outcome = scoreTargetProportional(rule, exact(weight), value);
        if (!('score' in outcome)) throw new Error('no score');
        const taken = stepOf(outcome, 'taken');
        expect(stepOf(outcome, 'compared').value).toEqual(taken.value);
        const product = multiply(seen(taken.value), fraction(weight, 100));
        expect(taken.gives).toEqual({ exact: outcome.score, seen: product });
        expect(roundHalfUp(product, 2)).toEqual(stepOf(outcome, 'rounded').to);
        expect(stepOf(outcome, 'rounded').to).toEqual(roundHalfUp(outcome.score, 2));
      }),
    );
  });

  it('show as many decimals as are awarded', () => {
    const outcome = scoreTargetProportional(rule, points(4), exact('12240/137'), 4);
    expect(told(outcome)).toEqual({
      score: '2448/685',
      steps: [
        compared('12240/137 as 89.343', '<'),
        {
          step: 'taken',
          value: '12240/137 as 89.343',
          of: 'percent',
          weight: '4',
          gives: '2448/685, seen 3.57372',
        },
        rounded('2448/685', '3.5737', 4),
      ],
    });
  });
});
