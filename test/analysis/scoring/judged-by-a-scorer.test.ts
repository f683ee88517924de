import { describe, expect, it } from 'vitest';
import { scoreAllOrNothing } from '../../../analysis/scoring/all-or-nothing.ts';
import { scoreCategory } from '../../../analysis/scoring/category.ts';
import { scoreEventDeduction } from '../../../analysis/scoring/event-deduction.ts';
import { scoreManual } from '../../../analysis/scoring/manual.ts';
import { inEnglish, points, said } from '../../support/rules.ts';

describe('all or nothing', () => {
  const score = (met: boolean) => scoreAllOrNothing({ kind: 'all-or-nothing' }, points(2), { met });
  it('gives the weight where the requirement is met, else 0', () => {
    expect(said(score(true))).toEqual({ score: '2', because: '达到要求：满分 2.00' });
    expect(said(score(false))).toEqual({ score: '0', because: '未达到要求：0.00' });
    expect([inEnglish(score(true)), inEnglish(score(false))]).toEqual([
      'met: full marks, 2.00',
      'not met: 0.00',
    ]);
  });
});

describe('an event deduction', () => {
  const rule = { kind: 'event-deduction', pointsPerEvent: 0.5 } as const;
  it.each([
    [0, '3', '未发生扣分情形：满分 3.00'],
    [1, '2.5', '3 − 1 次 × 0.5 = 2.50'],
    [5, '0.5', '3 − 5 次 × 0.5 = 0.50'],
    [6, '0', '3 − 6 次 × 0.5 = 0.00'],
    [7, '0', '3 − 7 次 × 0.5 = -0.50，不低于 0：0.00'],
    [1000, '0', '3 − 1000 次 × 0.5 = -497.00，不低于 0：0.00'],
  ])('of half a point leaves after %i events %s of 3', (events, score, because) => {
    expect(said(scoreEventDeduction(rule, points(3), { events }))).toEqual({ score, because });
  });

  it('takes a third of a point exactly', () => {
    const third = { ...rule, pointsPerEvent: '1/3' };
    expect(said(scoreEventDeduction(third, points(3), { events: 2 }))).toEqual({
      score: '7/3',
      because: '3 − 2 次 × (1/3) ≈ 2.33',
    });
  });

  it('reads in English, one event or several', () => {
    const english = (events: number) => inEnglish(scoreEventDeduction(rule, points(3), { events }));
    expect([0, 1, 2].map(english)).toEqual([
      'no such event: full marks, 3.00',
      '3 − 1 event × 0.5 = 2.50',
      '3 − 2 events × 0.5 = 2.00',
    ]);
  });
});

describe('a category', () => {
  const rule = {
    kind: 'category' as const,
    cases: [
      { id: 'none', label: { 'zh-CN': '没有结余', en: 'no balance' }, points: 3 },
      { id: 'some', label: '有结余', points: 2 },
      { id: 'bonus', label: '超额', points: 9 },
      { id: 'above', label: '超过上年', points: 0 },
    ],
  };
  it.each([
    ['none', '3', '没有结余：3.00'],
    ['some', '2', '有结余：2.00'],
    ['above', '0', '超过上年：0.00'],
    ['bonus', '3', '超额：9.00，以分值 3 为限：3.00'],
  ])('gives the points of the case %s: %s', (id, score, because) => {
    expect(said(scoreCategory(rule, points(3), { case: id }))).toEqual({ score, because });
  });

  it('gives no score, and not 0, for a case it does not have', () => {
    for (const id of ['', 'None', 'constructor'])
      expect(said(scoreCategory(rule, points(3), { case: id }))).toEqual({
        missing: '所选情形不在评分标准之列',
      });
  });

  it('reads in English, in the language its label is given in', () => {
    const english = (id: string) => inEnglish(scoreCategory(rule, points(3), { case: id }));
    expect(english('none')).toBe('no balance: 3.00');
    expect(english('some')).toBe('有结余: 2.00');
    expect(english('other')).toBe('the case chosen is none of the rule’s cases');
  });
});

describe('a manual score', () => {
  const rule = { kind: 'manual' } as const;
  it.each([
    [0, '0', '评价组评分：0.00'],
    ['6.5', '6.5', '评价组评分：6.50'],
    [7, '7', '评价组评分：7.00'],
    [7.01, '7', '评价组评分：7.01，以分值 7 为限：7.00'],
    ['6.125', '6.125', '评价组评分：6.125 ≈ 6.13'],
  ])('of %s out of 7 scores %s', (given, score, because) => {
    expect(said(scoreManual(rule, points(7), { score: given }))).toEqual({ score, because });
  });

  it('reads in English', () => {
    expect(inEnglish(scoreManual(rule, points(7), { score: 6 }))).toBe(
      'scored by the evaluators: 6.00',
    );
  });
});
