import { describe, expect, it } from 'vitest';
import { scoreCompletionRatio } from '../../../analysis/scoring/completion-ratio.ts';
import { inEnglish, points, said } from '../../support/rules.ts';

const rule = { kind: 'completion-ratio' } as const;

describe('a completion ratio', () => {
  it.each([
    [7, 9, '14/9', '7 ÷ 9 × 2 ≈ 1.56'],
    [0, 9, '0', '0 ÷ 9 × 2 = 0.00'],
    [1, 4, '0.5', '1 ÷ 4 × 2 = 0.50'],
    [8.99, 9, '899/450', '8.99 ÷ 9 × 2 ≈ 2.00'],
    [9, 9, '2', '9 ÷ 9 = 100%：满分 2.00'],
    [10, 9, '2', '10 ÷ 9 > 100%：满分 2.00'],
    ['1/3', '2/3', '1', '(1/3) ÷ (2/3) × 2 = 1.00'],
  ])('of %s done and %s planned, weight 2, scores %s', (done, planned, score, because) => {
    expect(said(scoreCompletionRatio(rule, points(2), { done, planned }))).toEqual({
      score,
      because,
    });
  });

  it('is missing where nothing was planned, whatever was done', () => {
    for (const done of [0, 3])
      expect(said(scoreCompletionRatio(rule, points(2), { done, planned: 0 }))).toEqual({
        missing: '计划数为 0，无从计算完成率',
      });
  });

  it('reads in English', () => {
    const english = (done: number, planned: number) =>
      inEnglish(scoreCompletionRatio(rule, points(2), { done, planned }));
    expect(english(7, 9)).toBe('7 ÷ 9 × 2 ≈ 1.56');
    expect(english(9, 9)).toBe('9 ÷ 9 = 100%: full marks, 2.00');
    expect(english(0, 0)).toBe('nothing was planned (0), so there is no completion ratio');
  });
});
