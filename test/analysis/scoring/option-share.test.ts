import { describe, expect, it } from 'vitest';
import {
  decisiveSource,
  optionShareNeeds,
  scoreOptionShare,
} from '../../../analysis/scoring/option-share.ts';
import type { SurveySource } from '../../../analysis/scoring/survey-answer.ts';
import type { Fraction } from '../../../survey-definitions/fraction.ts';
import { points, rounded, told } from '../../support/rules.ts';

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

const compared = (option: unknown, share: string, sign: string, bound = '70') => ({
  option,
  share,
  sign,
  bound,
});
const marked = (share: string, sign: string, bound?: string) =>
  compared(LABELS['marked'], share, sign, bound);
const slight = (share: string, sign: string) => compared(LABELS['slight'], share, sign);
const credited = (credit: string, gives: string, by = 'rule') => ({
  step: 'credited',
  by,
  credit,
  weight: '2',
  gives,
});

describe('the share of an option', () => {
  it.each([
    [['12800/137', '900/137', '0'], '2', marked('12800/137 as 93.43', '≥'), '1'],
    [['70', '20', '10'], '2', marked('70', '≥'), '1'],
    [['70.0001', '29', '0'], '2', marked('70.0001', '≥'), '1'],
    [['29', '70', '1'], '1', slight('70', '≥'), '0.5'],
    [['10', '20', '70'], '0', compared('none', '70', '≥'), '0'],
  ])('decides the credit from 70 %% on: %o', (shares, score, share, credit) => {
    expect(told(scoreOptionShare(rule, points(2), sources(...shares)))).toEqual({
      score,
      steps: [{ step: 'share-compared', ...share }, credited(credit, score), rounded(score)],
    });
  });

  it('just under 70 % does not reach it, and the steps say so', () => {
    const outcome = scoreOptionShare(rule, points(2), sources('209999/3000', '30', '0'));
    expect(told(outcome)).toEqual({
      missing: {
        reason: 'credit-open',
        shares: [
          marked('209999/3000 as 69.9997', '<'),
          slight('30', '<'),
          compared('none', '0', '<'),
        ],
      },
    });
  });

  it('goes by the first branch that holds', () => {
    const low: Rule = {
      ...rule,
      branches: rule.branches.map((branch) => ({ ...branch, min: 0.3 })),
    };
    expect(told(scoreOptionShare(low, points(2), sources('30', '70', '0')))).toMatchObject({
      score: '2',
    });
    expect(told(scoreOptionShare(low, points(2), sources('29', '71', '0')))).toMatchObject({
      score: '1',
    });
  });

  it('is compared exactly where the least share is a fraction', () => {
    const third: Rule = { ...rule, branches: [{ option: 'marked', min: '1/3', credit: 1 }] };
    expect(told(scoreOptionShare(third, points(2), sources('100/3')))).toEqual({
      score: '2',
      steps: [
        { step: 'share-compared', ...marked('100/3', '≥', '100/3') },
        credited('1', '2'),
        rounded('2'),
      ],
    });
    expect(told(scoreOptionShare(third, points(2), sources('33.3333')))).toHaveProperty('missing');
  });
});

describe('where no option reaches its share', () => {
  const split = sources('50', '40', '10');
  const shares = [marked('50', '<'), slight('40', '<'), compared('none', '10', '<')];
  const unreached = { step: 'no-share-reached', shares };

  it.each([
    ['0', '0', '0'],
    ['1/3', '2/3', '0.67'],
    ['1', '2', '2'],
  ])('the credit may be settled in the rule: %s', (otherwise, score, awarded) => {
    expect(told(scoreOptionShare({ ...rule, otherwise }, points(2), split))).toEqual({
      score,
      steps: [unreached, credited(otherwise, score), rounded(score, awarded)],
    });
  });

  it('the credit may be left to a scorer, and is missing until one settles it', () => {
    expect(told(scoreOptionShare(rule, points(2), split))).toEqual({
      missing: { reason: 'credit-open', shares },
    });
    expect(told(scoreOptionShare(rule, points(2), split, { credit: 0.5 }))).toEqual({
      score: '1',
      steps: [unreached, credited('0.5', '1', 'evaluators'), rounded('1')],
    });
  });

  it('a scorer’s credit counts only there', () => {
    const outcome = scoreOptionShare(rule, points(2), sources('80', '20', '0'), { credit: 0 });
    expect(told(outcome)).toMatchObject({ score: '2' });
  });
});

describe('without answers', () => {
  it('there is no share, and no score of 0', () => {
    expect(
      told(scoreOptionShare({ ...rule, otherwise: 0 }, points(2), sources(null, null, null))),
    ).toEqual({ missing: { reason: 'no-answers', survey: 'ABC' } });
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
