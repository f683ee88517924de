import { describe, expect, it } from 'vitest';
import { explain } from '../../analysis/explain.ts';
import { display } from '../../analysis/rounding.ts';
import { type ScoringEntry, scoreSystem } from '../../analysis/scoring/score.ts';
import type { AskSurvey } from '../../analysis/scoring/survey-answer.ts';
import { exact, sum, ZERO } from '../../survey-definitions/fraction.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import { shuozhou } from '../support/cases.ts';
import { override } from '../support/indicator-systems.ts';
import { askShuozhou, shuozhouInputs, shuozhouSystem } from '../support/shuozhou-entries.ts';

// Shuozhou 2019: the 36 indicators, by their rules and as published.
const BY_ANOTHER_SCORE = ['A101', 'A302', 'B103', 'B401', 'D201'];
const byRules = scoreSystem(shuozhouSystem, shuozhouInputs, askShuozhou);
const printed = (code: string) =>
  shuozhou.indicators.find((each) => each.code === code)?.publishedScore ?? Number.NaN;
const two = (value: { n: bigint; d: bigint } | null | undefined) => value && display(value, 2);
const ruleScore = (code: string) =>
  two(byRules.indicators.find((each) => each.code === code)?.ruleScore);
const because = (code: string) =>
  explain(byRules.indicators.find((each) => each.code === code)?.explanation ?? [], 'zh-CN');
const grade = (scored: { grade: (typeof byRules)['grade'] }) =>
  scored.grade && textIn(scored.grade, 'zh-CN');

const asPublished: Record<string, ScoringEntry> = Object.fromEntries(
  shuozhou.indicators.map(({ code, publishedScore }) => [
    code,
    {
      ...shuozhouInputs[code],
      ...(BY_ANOTHER_SCORE.includes(code) && { override: override(publishedScore) }),
    },
  ]),
);

describe('the 36 indicators by their rules', () => {
  it('are all there, each with a score', () => {
    expect(byRules.indicators.map(({ code }) => code)).toEqual(
      shuozhou.indicators.map(({ code }) => code),
    );
    expect(byRules.indicators).toHaveLength(36);
    expect(byRules.missing).toEqual([]);
    expect(byRules.complete).toBe(true);
  });

  const reproduced = shuozhou.indicators.filter(
    ({ code }) => ![...BY_ANOTHER_SCORE, 'C301'].includes(code),
  );

  it('give the printed score for thirty of them', () => {
    expect(reproduced).toHaveLength(30);
  });

  it.each(reproduced)('give $code the printed $publishedScore', ({ code, publishedScore }) => {
    expect(ruleScore(code)).toBe(display(exact(publishedScore), 2));
  });

  it.each([
    ['A101', '1.20', '1.60', '① 不得分；(② 0.3 + ③ 0.3) × 2 = 1.20'],
    ['A302', '0.60', '0.80', '②③ 不得分；① 0.3 × 2 = 0.60'],
    [
      'B103',
      '0.10',
      '0.50',
      '18.6 > 0：18.6 − 0 = 18.6 步，四舍五入计 19 步，每步扣 0.1 分：2 − 19 × 0.1 = 0.10',
    ],
    ['B401', '3.00', '4.00', '② 不得分；(① 0.4 + ③ 0.2) × 5 = 3.00'],
    ['D201', '0.00', '2.50', '①② 均不得分：0.00'],
  ])('give %s %s where %s was printed', (code, byRule, published, line) => {
    expect(ruleScore(code)).toBe(byRule);
    expect(display(exact(printed(code)), 2)).toBe(published);
    expect(because(code)).toBe(line);
  });

  it('give C301 3.57 from the survey, where 3.56 was printed from the wrong 89.01', () => {
    expect(ruleScore('C301')).toBe('3.57');
    expect(because('C301')).toBe('89.34 < 90：89.34% × 4 ≈ 3.57');
    expect(printed('C301')).toBe(3.56);
  });

  it('give C302 full marks for 94.35, and C102 for 128 of 137', () => {
    expect(because('C302')).toBe('94.35 ≥ 90：满分 2.00');
    expect(because('C102')).toBe('“显著提升” 93.43% ≥ 70%：系数 1 × 2 = 2.00');
  });

  it('show which survey feeds which indicator', () => {
    const fed = byRules.indicators.filter(({ source }) => source !== null);
    expect(fed.map(({ code, source }) => [code, source?.survey, source?.base])).toEqual([
      ['C102', 'PUBLIC', 137],
      ['C301', 'PUBLIC', 137],
      ['C302', 'STAFF', 56],
    ]);
  });

  it.each([
    ['A102', '7 ÷ 9 × 2 ≈ 1.56'],
    ['A103', '5 ÷ 5 = 100%：满分 2.00'],
    ['B102', '0 ≤ 10：满分 3.00'],
    [
      'B204',
      '117.85 > 100：117.85 − 100 = 17.85 步，每步扣 0.6 分：3 − 17.85 × 0.6 = -7.71，不低于 0：0.00',
    ],
    ['B303', '2 ÷ 6 × 4 ≈ 1.33'],
    ['B402', '(① 0.2 + ② 0.2 + ③ 0.2 + ④ 0.2 + ⑥ 0.2) × 5 = 5.00'],
    ['B601', '达到要求：满分 2.00'],
    ['C202', '39 > 34，未达到 ≤ 34：0.00'],
    ['C203', '262 < 279，未达到 ≥ 279：0.00'],
    ['C204', '5.28 ≤ 5.62：满分 3.00'],
  ])('say how %s came about', (code, line) => {
    expect(because(code)).toBe(line);
  });
});

describe('the total', () => {
  it('by rules alone is 76.00, 中', () => {
    expect(two(byRules.total)).toBe('76.00');
    expect(grade(byRules)).toBe('中');
  });

  it('with the five scores as published and C301 from the survey is 80.50, 良, and by rules still 76.00', () => {
    const scored = scoreSystem(shuozhouSystem, asPublished, askShuozhou);
    expect(two(scored.total)).toBe('80.50');
    expect(grade(scored)).toBe('良');
    expect(two(scored.byRules.total)).toBe('76.00');
    expect(grade(scored.byRules)).toBe('中');
    expect(scored.complete).toBe(true);
  });

  it('with the printed satisfaction of 89.01, and so 3.56, would be the printed 80.49, 良', () => {
    const ask: AskSurvey = (need) =>
      need.group === 'public' && need.quantity === 'composite'
        ? { ...askShuozhou(need), value: exact('89.01') }
        : askShuozhou(need);
    const scored = scoreSystem(shuozhouSystem, asPublished, ask);
    expect(two(scored.indicators.find(({ code }) => code === 'C301')?.score)).toBe('3.56');
    expect(two(scored.total)).toBe(shuozhou.publishedTotal);
    expect(grade(scored)).toBe(shuozhou.publishedGrade);
  });

  it('adds up to the printed subtotals, C by the hundredth of C301', () => {
    const scored = scoreSystem(shuozhouSystem, asPublished, askShuozhou);
    expect(scored.level1.map(({ code, score }) => [code, two(score)])).toEqual([
      ['A', '17.10'],
      ['B', '40.33'],
      ['C', '15.57'],
      ['D', '7.50'],
    ]);
    for (const { code, weight, score } of scored.level1.filter((level) => level.code !== 'C')) {
      expect(shuozhou.level1[code]?.weight).toBe(Number(weight.n));
      expect(two(score)).toBe(display(exact(shuozhou.level1[code]?.publishedScore ?? 0), 2));
    }
    expect(sum(scored.level2.map(({ score }) => score ?? ZERO))).toEqual(scored.total);
  });
});
