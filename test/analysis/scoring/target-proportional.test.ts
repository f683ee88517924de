import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../analysis/explain.ts';
import { display, roundHalfUp } from '../../../analysis/rounding.ts';
import { scoreTargetProportional } from '../../../analysis/scoring/target-proportional.ts';
import { compare, exact, fraction, multiply } from '../../../survey-definitions/fraction.ts';
import { inEnglish, points, said } from '../../support/rules.ts';

const rule = { kind: 'target-proportional', target: 90, below: 'value' } as const;
const overTarget = { ...rule, below: 'value-over-target' } as const;

describe('target, else value × weight', () => {
  it.each([
    ['90', '4', '90 ≥ 90：满分 4.00'],
    ['90.001', '4', '90.001 ≥ 90：满分 4.00'],
    ['270001/3000', '4', '90.0003 ≥ 90：满分 4.00'],
    ['100', '4', '100 ≥ 90：满分 4.00'],
    ['250', '4', '250 ≥ 90：满分 4.00'],
    ['89.996', '3.59984', '89.996 < 90：89.996% × 4 ≈ 3.60'],
    ['89.99999', '3.5999996', '89.99999 < 90：89.99999% × 4 ≈ 3.60'],
    ['269999/3000', '269999/75000', '89.9997 < 90：89.9997% × 4 ≈ 3.60'],
    ['12240/137', '2448/685', '89.34 < 90：89.34% × 4 ≈ 3.57'],
    ['89.01', '3.5604', '89.01 < 90：89.01% × 4 ≈ 3.56'],
    ['75', '3', '75 < 90：75% × 4 = 3.00'],
    ['0', '0', '0 < 90：0% × 4 = 0.00'],
    ['-5', '0', '-5 < 90：-5% × 4 = -0.20，不低于 0：0.00'],
  ])('with target 90 and weight 4 takes %s to %s', (value, score, because) => {
    expect(said(scoreTargetProportional(rule, points(4), points(value)))).toEqual({
      score,
      because,
    });
  });

  it('gives no more than the weight below a target above 100', () => {
    const high = { ...rule, target: 120 };
    expect(said(scoreTargetProportional(high, points(4), points(119)))).toEqual({
      score: '4',
      because: '119 < 120：119% × 4 = 4.76，以分值 4 为限：4.00',
    });
  });
});

describe('target, else value ÷ target × weight', () => {
  it.each([
    ['90', '4', '90 ≥ 90：满分 4.00'],
    ['89.996', '22499/5625', '89.996 < 90：89.996 ÷ 90 × 4 ≈ 4.00'],
    ['12240/137', '544/137', '89.34 < 90：89.34 ÷ 90 × 4 ≈ 3.97'],
    ['45', '2', '45 < 90：45 ÷ 90 × 4 = 2.00'],
    ['-9', '0', '-9 < 90：-9 ÷ 90 × 4 = -0.40，不低于 0：0.00'],
  ])('with target 90 and weight 4 takes %s to %s', (value, score, because) => {
    expect(said(scoreTargetProportional(overTarget, points(4), points(value)))).toEqual({
      score,
      because,
    });
  });

  it('has no share to take below a target of 0 or less', () => {
    expect(
      said(scoreTargetProportional({ ...overTarget, target: 0 }, points(4), points(-1))),
    ).toEqual({ missing: '目标值 0 不大于 0，无法按比例计分' });
    expect(
      inEnglish(scoreTargetProportional({ ...overTarget, target: -2 }, points(4), points(-3))),
    ).toBe('the target -2 is not above 0, so no share of it can be taken');
  });
});

describe('its line', () => {
  it('reads in English', () => {
    expect(inEnglish(scoreTargetProportional(rule, points(4), exact('12240/137')))).toBe(
      '89.34 < 90: 89.34% × 4 ≈ 3.57',
    );
    expect(inEnglish(scoreTargetProportional(rule, points(2), exact('7925/84')))).toBe(
      '94.35 ≥ 90: full marks, 2.00',
    );
  });

  it('shows a value that gives the score shown, should a scorer take a calculator to it', () => {
    const values = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 1, max: 9999 }))
      .map(([n, d]) => fraction(n, d))
      .filter((value) => compare(value, exact(90)) < 0);
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 20 }), (value, weight) => {
        const outcome = scoreTargetProportional(rule, exact(weight), value);
        if (!('score' in outcome)) throw new Error('no score');
        const line = explain(outcome.explanation, 'zh-CN');
        const seen = /^(\S+) < 90：(\S+)% × (\d+) [≈=] (\S+)$/.exec(line);
        expect(seen?.[2]).toBe(seen?.[1]);
        const product = multiply(exact(seen?.[2] ?? ''), fraction(weight, 100));
        expect(display(product, 2)).toBe(seen?.[4]);
        expect(seen?.[4]).toBe(display(outcome.score, 2));
        expect(line.includes(' = ')).toBe(compare(roundHalfUp(product, 2), product) === 0);
      }),
    );
  });

  it('shows as many decimals as are awarded', () => {
    const outcome = scoreTargetProportional(rule, points(4), exact('12240/137'), 4);
    expect(said(outcome)).toEqual({
      score: '2448/685',
      because: '89.343 < 90：89.343% × 4 ≈ 3.5737',
    });
  });
});
