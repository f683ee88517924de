import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operand } from '../../analysis/explain/formulas.ts';
import { explain, explainMissing } from '../../analysis/explain.ts';
import { display, roundHalfUp } from '../../analysis/rounding.ts';
import { digits, seen } from '../../analysis/scoring/display-number.ts';
import type { Missing } from '../../analysis/scoring/missing.ts';
import { scoreRule } from '../../analysis/scoring/score-rule.ts';
import { missingFromSurvey } from '../../analysis/scoring/survey-answer.ts';
import { scoreTargetProportional } from '../../analysis/scoring/target-proportional.ts';
import { compare, exact, fraction, multiply } from '../../survey-definitions/fraction.ts';
import { ScoringRule } from '../../survey-definitions/scoring-rule.ts';
import type { CombineWay } from '../../survey-definitions/survey.ts';
import { readsInEnglish } from '../support/explained.ts';
import { noSurvey } from '../support/indicator-systems.ts';
import { inChinese, inEnglish, points, stepOf } from '../support/rules.ts';

// The lines of each kind of rule stand in explain/; here is what holds for all of them.

describe('the points of an explanation', () => {
  const rule = { kind: 'target-proportional', target: 90, below: 'value' } as const;
  const awarded = (decimals: number) =>
    scoreTargetProportional(rule, points(4), exact('12240/137'), decimals);
  readsInEnglish(
    [awarded(0), '89.34 < 90: 89.34% × 4 ≈ 4'],
    [awarded(1), '89.34 < 90: 89.34% × 4 ≈ 3.6'],
    [awarded(2), '89.34 < 90: 89.34% × 4 ≈ 3.57'],
    [awarded(4), '89.343 < 90: 89.343% × 4 ≈ 3.5737'],
  );

  it('says = only where that is true to the last digit', () => {
    const values = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 1, max: 9999 }))
      .map(([n, d]) => fraction(n, d))
      .filter((value) => compare(value, exact(90)) < 0);
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 20 }), (value, weight) => {
        const outcome = scoreTargetProportional(rule, exact(weight), value);
        if (!('score' in outcome)) throw new Error('no score');
        const taken = stepOf(outcome, 'taken').value;
        const product = multiply(seen(taken), fraction(weight, 100));
        const equals = compare(roundHalfUp(product, 2), product) === 0 ? '=' : '≈';
        expect(inChinese(outcome)).toBe(
          `${digits(taken)} < 90：${digits(taken)}% × ${weight} ${equals} ${display(product, 2)}`,
        );
        expect(display(product, 2)).toBe(display(outcome.score, 2));
      }),
    );
  });

  it('are not written without the decimals they are awarded in', () => {
    expect(() => explain([{ step: 'no-events' }], 'en')).toThrow(RangeError);
  });
});

describe('where nothing was entered', () => {
  const actual: [string, string] = ['尚未录入业绩值', 'the actual value has not been entered'];
  const labelled = (id: string) => ({ id, label: id, points: 1 });
  it.each<[string, object, string, string]>([
    [
      'completion-ratio',
      {},
      '尚未录入完成数和计划数',
      'how much was done and planned has not been entered',
    ],
    ['target-proportional', { target: 90, below: 'value' }, ...actual],
    [
      'step-deduction',
      { target: 0, side: 'upper', step: 1, deduct: { share: 0.1 }, partialStep: 'up' },
      ...actual,
    ],
    [
      'tiered-bands',
      {
        bands: [
          { min: 1, points: 1 },
          { maxExclusive: 1, points: 0 },
        ],
      },
      ...actual,
    ],
    ['threshold', { op: '<=', target: 1 }, ...actual],
    [
      'checklist',
      { items: [{ id: '①', label: 'p', share: 1 }] },
      '尚未逐项评定',
      'the checklist has not been judged',
    ],
    [
      'all-or-nothing',
      {},
      '尚未判定是否达到要求',
      'whether the requirement is met has not been judged',
    ],
    [
      'event-deduction',
      { pointsPerEvent: 1 },
      '尚未录入发生次数',
      'the number of events has not been entered',
    ],
    [
      'category',
      { cases: [labelled('a'), labelled('b')] },
      '尚未选定情形',
      'no case has been chosen',
    ],
    [
      'option-share',
      {
        from: { group: 'public', item: 'q' },
        branches: [{ option: 'a', min: 0.7, credit: 1 }],
        otherwise: 'manual',
      },
      '没有“受益群众”的调查为本指标提供数据',
      'no survey of the public feeds this indicator',
    ],
    ['manual', {}, '尚未由评价组评分', 'the evaluators have not scored it'],
  ])('a rule of the kind %s says so', (kind, more, zh, en) => {
    const rule = ScoringRule.parse({ kind, ...more });
    const { outcome } = scoreRule(rule, points(2), undefined, noSurvey, 2);
    expect([inChinese(outcome), inEnglish(outcome)]).toEqual([zh, en]);
  });
});

describe('what keeps any rule from scoring', () => {
  const need = { group: 'public', quantity: 'composite' } as const;
  /** Of several surveys, each with the base of its answers. */
  const together = (combine: CombineWay, bases: [string, number | null][]) => {
    const parts = bases.map(([survey, base]) => ({
      survey,
      base,
      weight: null,
      value: base ? points(80) : null,
    }));
    const combined = { combine, parts };
    return missingFromSurvey({ need, survey: null, combined, value: null, base: null });
  };
  it.each<[Missing, string, string]>([
    [
      { reason: 'unreadable' },
      '录入的内容不是这条评分标准所需的',
      'what was entered is not what this rule takes',
    ],
    [
      missingFromSurvey({ need, survey: null, value: null, base: null }),
      '没有“受益群众”的调查为本指标提供数据',
      'no survey of the public feeds this indicator',
    ],
    [
      missingFromSurvey({ need, survey: 'ABC', value: null, base: null }),
      '调查 ABC 的问卷没有本指标所需的题目或选项',
      'the questionnaire of survey ABC lacks the item or option this indicator needs',
    ],
    [
      missingFromSurvey({ need, survey: 'ABC', value: null, base: 0 }),
      '调查 ABC 还没有可用的有效答案',
      'survey ABC has no valid answers to go by yet',
    ],
    [
      missingFromSurvey({
        need: { group: 'visitors', quantity: 'composite' },
        survey: null,
        value: null,
        base: null,
        groupName: { 'zh-CN': '游客', en: 'visitors' },
      }),
      '没有“游客”的调查为本指标提供数据',
      'no survey of visitors feeds this indicator',
    ],
    [
      together('weighted', [
        ['A', 3],
        ['B', 0],
        ['C', 0],
      ]),
      '按权重合并的调查中，B、C 还没有可用的有效答案，也不能由其他调查代替',
      'of the surveys combined by weight, B, C have no valid answers to go by yet, and the others do not stand in for them',
    ],
    [
      together('weighted', [
        ['A', 3],
        ['B', 0],
      ]),
      '按权重合并的调查中，B 还没有可用的有效答案，也不能由其他调查代替',
      'of the surveys combined by weight, B has no valid answers to go by yet, and the others do not stand in for it',
    ],
    [
      together('pooled', [
        ['A', 0],
        ['B', 0],
      ]),
      '调查 A + B 还没有可用的有效答案',
      'survey A + B has no valid answers to go by yet',
    ],
    [
      together('weighted', [
        ['A', 3],
        ['B', null],
      ]),
      '调查 B 的问卷没有本指标所需的题目或选项',
      'the questionnaire of survey B lacks the item or option this indicator needs',
    ],
  ])('$reason', (missing, zh, en) => {
    expect(explainMissing(missing, 'zh-CN')).toBe(zh);
    expect(explainMissing(missing, 'en')).toBe(en);
  });
});

describe('a number beside an operator', () => {
  it('is put in brackets where it has a sign or is a fraction', () => {
    expect(['5', '-5', '1/3'].map(operand)).toEqual(['5', '(-5)', '(1/3)']);
  });
});
