import { describe, expect, it } from 'vitest';
import {
  decisiveSource,
  optionShareNeeds,
  scoreOptionShare,
} from '../../../analysis/scoring/option-share.ts';
import type { SurveySource } from '../../../analysis/scoring/survey-answer.ts';
import type { Fraction } from '../../../survey-definitions/fraction.ts';
import { inEnglish, points, said } from '../../support/rules.ts';

type Rule = Parameters<typeof scoreOptionShare>[0];
const rule: Rule = {
  kind: 'option-share',
  from: { group: 'public', item: 'quality-of-life' },
  branches: [
    { option: 'marked', min: 0.7, credit: 1 },
    { option: 'slight', min: 0.7, credit: 0.5 },
    { option: 'none', min: 0.7, credit: 0 },
  ],
  otherwise: 'manual',
};
const LABELS: Record<string, SurveySource['label']> = {
  marked: { 'zh-CN': '显著提升', en: 'Markedly improved' },
  slight: '提升不明显',
};

/** The survey's answers, one share in percent a branch; null for an empty base. */
const sources = (...shares: (string | null)[]): SurveySource[] =>
  optionShareNeeds(rule).map((need, place) => {
    const value: Fraction | null = shares[place] == null ? null : points(shares[place]);
    const label = need.quantity === 'option-share' ? LABELS[need.option] : undefined;
    return { need, survey: 'ABC', value, base: value ? 137 : 0, ...(label && { label }) };
  });

describe('the share of an option', () => {
  it.each([
    [['12800/137', '900/137', '0'], '2', '“显著提升” 93.43% ≥ 70%：系数 1 × 2 = 2.00'],
    [['70', '20', '10'], '2', '“显著提升” 70% ≥ 70%：系数 1 × 2 = 2.00'],
    [['70.0001', '29', '0'], '2', '“显著提升” 70.0001% ≥ 70%：系数 1 × 2 = 2.00'],
    [['29', '70', '1'], '1', '“提升不明显” 70% ≥ 70%：系数 0.5 × 2 = 1.00'],
    [['10', '20', '70'], '0', '“none” 70% ≥ 70%：系数 0 × 2 = 0.00'],
  ])('decides the credit from 70 %% on: %o', (shares, score, because) => {
    expect(said(scoreOptionShare(rule, points(2), sources(...shares)))).toEqual({ score, because });
  });

  it('just under 70 % does not reach it, and the line says so', () => {
    const outcome = scoreOptionShare(rule, points(2), sources('209999/3000', '30', '0'));
    expect(said(outcome)).toEqual({
      missing:
        '各选项均未达到规定占比（“显著提升” 69.9997% < 70%，“提升不明显” 30% < 70%，“none” 0% < 70%），系数待评价组确定',
    });
  });

  it('goes by the first branch that holds', () => {
    const low: Rule = {
      ...rule,
      branches: rule.branches.map((branch) => ({ ...branch, min: 0.3 })),
    };
    expect(said(scoreOptionShare(low, points(2), sources('30', '70', '0')))).toMatchObject({
      score: '2',
    });
    expect(said(scoreOptionShare(low, points(2), sources('29', '71', '0')))).toMatchObject({
      score: '1',
    });
  });

  it('is compared exactly where the least share is a fraction', () => {
    const third: Rule = { ...rule, branches: [{ option: 'marked', min: '1/3', credit: 1 }] };
    expect(said(scoreOptionShare(third, points(2), sources('100/3')))).toEqual({
      score: '2',
      because: '“显著提升” 100/3% ≥ 100/3%：系数 1 × 2 = 2.00',
    });
    expect(said(scoreOptionShare(third, points(2), sources('33.3333')))).toHaveProperty('missing');
  });
});

describe('where no option reaches its share', () => {
  const split = sources('50', '40', '10');

  it.each([
    ['0', '0', '系数 0 × 2 = 0.00'],
    ['1/3', '2/3', '系数 1/3 × 2 ≈ 0.67'],
    ['1', '2', '系数 1 × 2 = 2.00'],
  ])('the credit may be settled in the rule: %s', (otherwise, score, ending) => {
    const outcome = said(scoreOptionShare({ ...rule, otherwise }, points(2), split));
    expect(outcome).toMatchObject({ score });
    expect('because' in outcome && outcome.because).toBe(
      `各选项均未达到规定占比（“显著提升” 50% < 70%，“提升不明显” 40% < 70%，“none” 10% < 70%）：${ending}`,
    );
  });

  it('the credit may be left to a scorer, and is missing until one settles it', () => {
    expect(said(scoreOptionShare(rule, points(2), split))).toHaveProperty('missing');
    expect(said(scoreOptionShare(rule, points(2), split, { credit: 0.5 }))).toEqual({
      score: '1',
      because:
        '各选项均未达到规定占比（“显著提升” 50% < 70%，“提升不明显” 40% < 70%，“none” 10% < 70%）：评价组确定系数 0.5 × 2 = 1.00',
    });
  });

  it('a scorer’s credit counts only there', () => {
    const outcome = scoreOptionShare(rule, points(2), sources('80', '20', '0'), { credit: 0 });
    expect(said(outcome)).toMatchObject({ score: '2' });
  });
});

describe('without answers', () => {
  it('there is no share, and no score of 0', () => {
    expect(
      said(scoreOptionShare({ ...rule, otherwise: 0 }, points(2), sources(null, null, null))),
    ).toEqual({
      missing: '调查 ABC 还没有可用的有效答案',
    });
  });
});

describe('the answer that decided', () => {
  it.each([
    [['80', '20', '0'], 'marked'],
    [['20', '80', '0'], 'slight'],
    [['50', '40', '10'], 'marked'],
    [[null, null, null], 'marked'],
  ])('of %o is that of %s', (shares, option) => {
    expect(decisiveSource(rule, sources(...shares))?.need).toEqual({
      group: 'public',
      item: 'quality-of-life',
      quantity: 'option-share',
      option,
    });
  });
});

describe('its line', () => {
  it('reads in English', () => {
    const english = (...shares: string[]) =>
      inEnglish(scoreOptionShare(rule, points(2), sources(...shares)));
    expect(english('12800/137', '900/137', '0')).toBe(
      '“Markedly improved” 93.43% ≥ 70%: credit 1 × 2 = 2.00',
    );
    expect(english('50', '40', '10')).toBe(
      'no option reaches its share (“Markedly improved” 50% < 70%, “提升不明显” 40% < 70%, “none” 10% < 70%); the evaluators have to settle the credit',
    );
    expect(
      inEnglish(scoreOptionShare(rule, points(2), sources('50', '40', '10'), { credit: 0.5 })),
    ).toContain('): by the evaluators, credit 0.5 × 2 = 1.00');
  });
});
