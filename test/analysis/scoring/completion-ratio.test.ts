import { describe, expect, it } from 'vitest';
import { scoreCompletionRatio } from '../../../analysis/scoring/completion-ratio.ts';
import { full, points, rounded, told } from '../../support/rules.ts';

const rule = { kind: 'completion-ratio' } as const;

/** Points of a weight of 2 below 100 %. */
const part = (gives: string, to?: string) => [
  { step: 'multiplied', weight: '2', gives },
  rounded(gives, to),
];
const reached = (sign: string) => [{ step: 'whole-reached', sign }, ...full('2')];

describe('a completion ratio', () => {
  it.each([
    [7, 9, '14/9', part('14/9', '1.56')],
    [0, 9, '0', part('0')],
    [1, 4, '0.5', part('0.5')],
    [8.99, 9, '899/450', part('899/450', '2')],
    [9, 9, '2', reached('=')],
    [10, 9, '2', reached('>')],
    ['1/3', '2/3', '1', part('1')],
  ])('of %s done and %s planned, weight 2, scores %s', (done, planned, score, rest) => {
    const divided = { step: 'divided', dividend: `${done}`, divisor: `${planned}` };
    expect(told(scoreCompletionRatio(rule, points(2), { done, planned }))).toEqual({
      score,
      steps: [divided, ...rest],
    });
  });

  it('is missing where nothing was planned, whatever was done', () => {
    for (const done of [0, 3])
      expect(told(scoreCompletionRatio(rule, points(2), { done, planned: 0 }))).toEqual({
        missing: { reason: 'nothing-planned' },
      });
  });
});
