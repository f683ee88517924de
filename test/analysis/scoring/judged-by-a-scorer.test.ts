import { describe, expect, it } from 'vitest';
import { scoreAllOrNothing } from '../../../analysis/scoring/all-or-nothing.ts';
import { scoreCategory } from '../../../analysis/scoring/category.ts';
import { scoreEventDeduction } from '../../../analysis/scoring/event-deduction.ts';
import { scoreManual } from '../../../analysis/scoring/manual.ts';
import { full, none, points, rounded, told } from '../../support/rules.ts';

describe('all or nothing', () => {
  const score = (met: boolean) => scoreAllOrNothing({ kind: 'all-or-nothing' }, points(2), { met });
  it('gives the weight where the requirement is met, else 0', () => {
    expect(told(score(true))).toEqual({
      score: '2',
      steps: [{ step: 'judged', met: true }, ...full('2')],
    });
    expect(told(score(false))).toEqual({
      score: '0',
      steps: [{ step: 'judged', met: false }, ...none],
    });
  });
});

describe('an event deduction', () => {
  const rule = { kind: 'event-deduction', pointsPerEvent: 0.5 } as const;
  const deducted = (times: string, each: string, gives: string) => ({
    step: 'deducted',
    from: '3',
    per: 'event',
    times,
    each,
    gives,
  });
  const capped = (from: string) => ({ step: 'capped', by: 'zero', from, to: '0' });

  it.each([
    [0, '3', [{ step: 'no-events' }, ...full('3')]],
    [1, '2.5', [deducted('1', '0.5', '2.5'), rounded('2.5')]],
    [5, '0.5', [deducted('5', '0.5', '0.5'), rounded('0.5')]],
    [6, '0', [deducted('6', '0.5', '0'), rounded('0')]],
    [7, '0', [deducted('7', '0.5', '-0.5'), capped('-0.5'), rounded('0')]],
    [1000, '0', [deducted('1000', '0.5', '-497'), capped('-497'), rounded('0')]],
  ])('of half a point leaves after %i events %s of 3', (events, score, steps) => {
    expect(told(scoreEventDeduction(rule, points(3), { events }))).toEqual({ score, steps });
  });

  it('takes a third of a point exactly', () => {
    const third = { ...rule, pointsPerEvent: '1/3' };
    expect(told(scoreEventDeduction(third, points(3), { events: 2 }))).toEqual({
      score: '7/3',
      steps: [deducted('2', '1/3', '7/3'), rounded('7/3', '2.33')],
    });
  });
});

describe('a category', () => {
  const some = { 'zh-CN': '没有结余', en: 'no balance' };
  const rule = {
    kind: 'category' as const,
    cases: [
      { id: 'none', label: some, points: 3 },
      { id: 'some', label: '有结余', points: 2 },
      { id: 'bonus', label: '超额', points: 9 },
      { id: 'above', label: '超过上年', points: 0 },
    ],
  };
  const capped = { step: 'capped', by: 'weight', from: '9', to: '3' };
  it.each([
    ['none', '3', some, '3', []],
    ['some', '2', '有结余', '2', []],
    ['above', '0', '超过上年', '0', []],
    ['bonus', '3', '超额', '9', [capped]],
  ])('gives the points of the case %s: %s', (id, score, label, given, limit) => {
    expect(told(scoreCategory(rule, points(3), { case: id }))).toEqual({
      score,
      steps: [
        { step: 'chosen', label },
        { step: 'given', points: given },
        ...limit,
        rounded(score),
      ],
    });
  });

  it('gives no score, and not 0, for a case it does not have', () => {
    for (const id of ['', 'None', 'constructor'])
      expect(told(scoreCategory(rule, points(3), { case: id }))).toEqual({
        missing: { reason: 'unknown-case', case: id },
      });
  });
});

describe('a manual score', () => {
  const rule = { kind: 'manual' } as const;
  const capped = { step: 'capped', by: 'weight', from: '7.01', to: '7' };
  it.each([
    [0, '0', '0', '0', []],
    ['6.5', '6.5', '6.5', '6.5', []],
    [7, '7', '7', '7', []],
    [7.01, '7', '7.01', '7', [capped]],
    ['6.125', '6.125', '6.125', '6.13', []],
  ])('of %s out of 7 scores %s', (given, score, as, awarded, limit) => {
    expect(told(scoreManual(rule, points(7), { score: given }))).toEqual({
      score,
      steps: [
        { step: 'scored-by-evaluators' },
        { step: 'given', points: as },
        ...limit,
        rounded(score, awarded),
      ],
    });
  });
});
