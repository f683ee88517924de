import { describe } from 'vitest';
import { scoreCompletionRatio } from '../../../analysis/scoring/completion-ratio.ts';
import { scoreStepDeduction } from '../../../analysis/scoring/step-deduction.ts';
import { scoreTargetProportional } from '../../../analysis/scoring/target-proportional.ts';
import { scoreThreshold } from '../../../analysis/scoring/threshold.ts';
import { scoreTieredBands } from '../../../analysis/scoring/tiered-bands.ts';
import { exact } from '../../../survey-definitions/fraction.ts';
import { ScoringRule } from '../../../survey-definitions/scoring-rule.ts';
import { reads, readsInEnglish } from '../../support/explained.ts';
import { points } from '../../support/rules.ts';

type Exact = number | string;

describe('a completion ratio', () => {
  const of = (done: Exact, planned: Exact) =>
    scoreCompletionRatio({ kind: 'completion-ratio' }, points(2), { done, planned });
  reads(
    [of(7, 9), '7 ÷ 9 × 2 ≈ 1.56'],
    [of(0, 9), '0 ÷ 9 × 2 = 0.00'],
    [of(1, 4), '1 ÷ 4 × 2 = 0.50'],
    [of(8.99, 9), '8.99 ÷ 9 × 2 ≈ 2.00'],
    [of(9, 9), '9 ÷ 9 = 100%：满分 2.00'],
    [of(10, 9), '10 ÷ 9 > 100%：满分 2.00'],
    [of('1/3', '2/3'), '(1/3) ÷ (2/3) × 2 = 1.00'],
    [of(0, 0), '计划数为 0，无从计算完成率'],
    [of(3, 0), '计划数为 0，无从计算完成率'],
  );
  readsInEnglish(
    [of(7, 9), '7 ÷ 9 × 2 ≈ 1.56'],
    [of(9, 9), '9 ÷ 9 = 100%: full marks, 2.00'],
    [of(0, 0), 'nothing was planned (0), so there is no completion ratio'],
  );
});

describe('target, else in proportion', () => {
  const rule = { kind: 'target-proportional', target: 90, below: 'value' } as const;
  const byValue = (value: string, target = 90) =>
    scoreTargetProportional({ ...rule, target }, points(4), points(value));
  const overTarget = (value: string, target: number | string = 90) =>
    scoreTargetProportional(
      { ...rule, target, below: 'value-over-target' },
      points(4),
      points(value),
    );
  reads(
    [byValue('90'), '90 ≥ 90：满分 4.00'],
    [byValue('90.001'), '90.001 ≥ 90：满分 4.00'],
    [byValue('270001/3000'), '90.0003 ≥ 90：满分 4.00'],
    [byValue('100'), '100 ≥ 90：满分 4.00'],
    [byValue('250'), '250 ≥ 90：满分 4.00'],
    [byValue('89.996'), '89.996 < 90：89.996% × 4 ≈ 3.60'],
    [byValue('89.99999'), '89.99999 < 90：89.99999% × 4 ≈ 3.60'],
    [byValue('269999/3000'), '89.9997 < 90：89.9997% × 4 ≈ 3.60'],
    [byValue('12240/137'), '89.34 < 90：89.34% × 4 ≈ 3.57'],
    [byValue('89.01'), '89.01 < 90：89.01% × 4 ≈ 3.56'],
    [byValue('75'), '75 < 90：75% × 4 = 3.00'],
    [byValue('0'), '0 < 90：0% × 4 = 0.00'],
    [byValue('-5'), '-5 < 90：-5% × 4 = -0.20，不低于 0：0.00'],
    [byValue('119', 120), '119 < 120：119% × 4 = 4.76，以分值 4 为限：4.00'],
    [overTarget('90'), '90 ≥ 90：满分 4.00'],
    [overTarget('89.996'), '89.996 < 90：89.996 ÷ 90 × 4 ≈ 4.00'],
    [overTarget('12240/137'), '89.34 < 90：89.34 ÷ 90 × 4 ≈ 3.97'],
    [overTarget('45'), '45 < 90：45 ÷ 90 × 4 = 2.00'],
    // Without the brackets a calculator divides by 200 and by 3.
    [overTarget('50', '200/3'), '50 < 200/3：50 ÷ (200/3) × 4 = 3.00'],
    [overTarget('-9'), '-9 < 90：-9 ÷ 90 × 4 = -0.40，不低于 0：0.00'],
    [overTarget('-1', 0), '目标值 0 不大于 0，无法按比例计分'],
    [
      scoreTargetProportional(rule, points(4), exact('12240/137'), 4),
      '89.343 < 90：89.343% × 4 ≈ 3.5737',
    ],
  );
  readsInEnglish(
    [byValue('12240/137'), '89.34 < 90: 89.34% × 4 ≈ 3.57'],
    [scoreTargetProportional(rule, points(2), exact('7925/84')), '94.35 ≥ 90: full marks, 2.00'],
    [overTarget('-3', -2), 'the target -2 is not above 0, so no share of it can be taken'],
  );
});

describe('a deduction by steps', () => {
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
  const fifth = {
    ...upper,
    target: 100,
    deduct: { share: 0.2 },
    partialStep: 'proportional',
  } as const;
  const threes = { ...upper, target: -2, step: 3, deduct: { points: 0.5 } } as const;
  const at = (rule: Parameters<typeof scoreStepDeduction>[0], weight: number, value: string) =>
    scoreStepDeduction(rule, points(weight), points(value));
  reads(
    [
      at(upper, 2, '18.6'),
      '18.6 > 0：18.6 − 0 = 18.6 步，四舍五入计 19 步，每步扣 0.1 分：2 − 19 × 0.1 = 0.10',
    ],
    [
      at({ ...upper, partialStep: 'up' }, 2, '18.1'),
      '18.1 > 0：18.1 − 0 = 18.1 步，不足一步按一步计，共 19 步，每步扣 0.1 分：2 − 19 × 0.1 = 0.10',
    ],
    [
      at({ ...upper, partialStep: 'down' }, 2, '18.9'),
      '18.9 > 0：18.9 − 0 = 18.9 步，不足一步不计，共 18 步，每步扣 0.1 分：2 − 18 × 0.1 = 0.20',
    ],
    [at(upper, 2, '18'), '18 > 0：18 − 0 = 18 步，每步扣 0.1 分：2 − 18 × 0.1 = 0.20'],
    [at(upper, 2, '-0.95'), '-0.95 ≤ 0：满分 2.00'],
    [
      at(fifth, 3, '117.85'),
      '117.85 > 100：117.85 − 100 = 17.85 步，每步扣 0.6 分：3 − 17.85 × 0.6 = -7.71，不低于 0：0.00',
    ],
    [
      at(lower, 3, '12240/137'),
      '89.34 < 90：90 − 89.34 = 0.66 步，每步扣 0.15 分：3 − 0.66 × 0.15 ≈ 2.90',
    ],
    [
      at(lower, 3, '269999/3000'),
      '89.9997 < 90：90 − 89.9997 = 0.0003 步，每步扣 0.15 分：3 − 0.0003 × 0.15 ≈ 3.00',
    ],
    [at(lower, 3, '100'), '100 ≥ 90：满分 3.00'],
    [at(lower, 3, '70'), '70 ≤ 70，达到零分线：0.00'],
    [
      at(lower, 3, '210001/3000'),
      '70.0003 < 90：90 − 70.0003 = 19.9997 步，每步扣 0.15 分：3 − 19.9997 × 0.15 ≈ 0.00',
    ],
    [
      at(threes, 3, '5'),
      '5 > -2：(5 − (-2)) ÷ 3 ≈ 2.33 步，四舍五入计 2 步，每步扣 0.5 分：3 − 2 × 0.5 = 2.00',
    ],
  );
  readsInEnglish(
    [
      at(upper, 2, '18.6'),
      '18.6 > 0: 18.6 − 0 = 18.6 steps, counted half up as 19, 0.1 points off each: 2 − 19 × 0.1 = 0.10',
    ],
    [at({ ...upper, target: 20 }, 2, '18.6'), '18.6 ≤ 20: full marks, 2.00'],
    [at({ ...upper, zeroAt: 18 }, 2, '18.6'), '18.6 ≥ 18, where nothing is left: 0.00'],
    [
      at({ ...upper, partialStep: 'up' }, 2, '18.1'),
      '18.1 > 0: 18.1 − 0 = 18.1 steps, a part of a step counted as one: 19, 0.1 points off each: 2 − 19 × 0.1 = 0.10',
    ],
    [
      at({ ...upper, partialStep: 'down' }, 2, '18.9'),
      '18.9 > 0: 18.9 − 0 = 18.9 steps, a part of a step not counted: 18, 0.1 points off each: 2 − 18 × 0.1 = 0.20',
    ],
    [
      at(fifth, 3, '117.85'),
      '117.85 > 100: 117.85 − 100 = 17.85 steps, 0.6 points off each: 3 − 17.85 × 0.6 = -7.71, not below 0: 0.00',
    ],
  );
});

describe('bands', () => {
  const bands = (list: object[]) => ScoringRule.parse({ kind: 'tiered-bands', bands: list });
  const satisfaction = [
    { min: 95, points: 5 },
    { min: 85, maxExclusive: 95, points: 3 },
    { min: 75, maxExclusive: 85, points: 1 },
    { maxExclusive: 75, points: 0 },
  ];
  const adjustment = [
    { max: 0, points: 3 },
    { minExclusive: 0, max: 10, points: 2 },
    { minExclusive: 10, max: 20, points: 1 },
    { minExclusive: 20, points: 0 },
  ];
  const gap = satisfaction.filter((_, place) => place !== 2);
  const rounds = [
    { min: 90, points: '1/3' },
    { maxExclusive: 90, points: 0.125 },
  ];
  const at = (list: object[], weight: number, value: string) => {
    const rule = bands(list);
    if (rule.kind !== 'tiered-bands') throw new Error('no bands');
    return scoreTieredBands(rule, points(weight), points(value));
  };
  reads(
    [at(satisfaction, 5, '100'), '100 ≥ 95：5.00'],
    [at(satisfaction, 5, '95'), '95 ≥ 95：5.00'],
    [at(satisfaction, 5, '94.9999'), '85 ≤ 94.9999 < 95：3.00'],
    [at(satisfaction, 5, '94.99999999'), '85 ≤ 94.99999999 < 95：3.00'],
    [at(satisfaction, 5, '12240/137'), '85 ≤ 89.34 < 95：3.00'],
    [at(satisfaction, 5, '85.0001'), '85 ≤ 85.0001 < 95：3.00'],
    [at(satisfaction, 5, '85'), '85 ≤ 85 < 95：3.00'],
    [at(satisfaction, 5, '254999/3000'), '75 ≤ 84.9997 < 85：1.00'],
    [at(satisfaction, 5, '75'), '75 ≤ 75 < 85：1.00'],
    [at(satisfaction, 5, '74.9999'), '74.9999 < 75：0.00'],
    [at(satisfaction, 5, '0'), '0 < 75：0.00'],
    [at(adjustment, 3, '-5'), '-5 ≤ 0：3.00'],
    [at(adjustment, 3, '0'), '0 ≤ 0：3.00'],
    [at(adjustment, 3, '0.0001'), '0 < 0.0001 ≤ 10：2.00'],
    [at(adjustment, 3, '10'), '0 < 10 ≤ 10：2.00'],
    [at(adjustment, 3, '10.0001'), '10 < 10.0001 ≤ 20：1.00'],
    [at(adjustment, 3, '20'), '10 < 20 ≤ 20：1.00'],
    [at(adjustment, 3, '20.0001'), '20.0001 > 20：0.00'],
    [at(gap, 5, '80'), '80 不在任何一档之内'],
    [at(gap, 5, '254999/3000'), '84.9997 不在任何一档之内'],
    [at(satisfaction, 4, '95'), '95 ≥ 95：5.00，以分值 4 为限：4.00'],
    [at(rounds, 4, '95'), '95 ≥ 90：1/3 ≈ 0.33'],
    [at(rounds, 4, '5'), '5 < 90：0.125 ≈ 0.13'],
  );
  readsInEnglish(
    [at(gap, 5, '80'), '80 lies in none of the bands'],
    [at(satisfaction, 4, '95'), '95 ≥ 95: 5.00, limited to the weight 4: 4.00'],
  );
});

describe('a threshold', () => {
  const at = (op: '<=' | '>=' | '<' | '>', value: string) =>
    scoreThreshold({ kind: 'threshold', op, target: 34 }, points(2), points(value));
  reads(
    [at('<=', '33.9999'), '33.9999 ≤ 34：满分 2.00'],
    [at('<=', '34'), '34 ≤ 34：满分 2.00'],
    [at('<=', '34.0001'), '34.0001 > 34，未达到 ≤ 34：0.00'],
    [at('<', '33.9999'), '33.9999 < 34：满分 2.00'],
    [at('<', '34'), '34 ≥ 34，未达到 < 34：0.00'],
    [at('<', '34.0001'), '34.0001 ≥ 34，未达到 < 34：0.00'],
    [at('>=', '33.9999'), '33.9999 < 34，未达到 ≥ 34：0.00'],
    [at('>=', '34'), '34 ≥ 34：满分 2.00'],
    [at('>=', '34.0001'), '34.0001 ≥ 34：满分 2.00'],
    [at('>', '33.9999'), '33.9999 ≤ 34，未达到 > 34：0.00'],
    [at('>', '34'), '34 ≤ 34，未达到 > 34：0.00'],
    [at('>', '34.0001'), '34.0001 > 34：满分 2.00'],
    [at('>=', '101999/3000'), '33.9997 < 34，未达到 ≥ 34：0.00'],
    [at('>=', '33.999999999'), '33.999999999 < 34，未达到 ≥ 34：0.00'],
    [at('<=', '-1'), '-1 ≤ 34：满分 2.00'],
  );
  readsInEnglish(
    [at('<=', '39'), '39 > 34, which misses ≤ 34: 0.00'],
    [at('<=', '30'), '30 ≤ 34: full marks, 2.00'],
  );
});
