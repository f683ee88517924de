import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../analysis/scoring/cells.ts';
import { computedInputs } from '../../../analysis/scoring/computed-inputs.ts';
import { actualValue, scoreRule } from '../../../analysis/scoring/score-rule.ts';
import { asWritten, fraction } from '../../../survey-definitions/fraction.ts';
import { RULE_KINDS, ScoringRule } from '../../../survey-definitions/scoring-rule.ts';
import { noSurvey } from '../../support/indicator-systems.ts';

const CELLS = cellsOf({
  cells: [
    { code: 'done', name: '完成', values: { '2019': '2' } },
    { code: 'planned', name: '计划', values: { '2019': '6', '2020': '0' } },
  ],
});
const scored = (rule: unknown, inputs: unknown) => {
  const read = ScoringRule.parse(rule);
  const { outcome, computed } = scoreRule(read, fraction(3), inputs, noSurvey, 2, CELLS);
  const of = computed.map(({ place, result }) => [place.join('.'), result && asWritten(result)]);
  return {
    score: 'score' in outcome ? asWritten(outcome.score) : outcome.missing,
    of,
    actual: actualValue(read, inputs, '%', computed),
  };
};
const threshold = { kind: 'threshold', op: '>=', target: 33 };
const checklist = {
  kind: 'checklist',
  items: [
    { id: 'expression', label: '甲', share: 0.5 },
    { id: '②', label: '乙', share: 0.5 },
  ],
};

describe('an input as an expression over base data', () => {
  it('counts exactly, and is shown rounded', () => {
    expect(scored(threshold, { value: { expression: 'done@2019 / planned@2019 * 100' } })).toEqual({
      score: '3',
      of: [['value', '100/3']],
      actual: '33.33%',
    });
  });

  it.each([
    [{ kind: 'completion-ratio' }, { done: { expression: 'done@2019' }, planned: 6 }, '1'],
    [{ kind: 'event-deduction', pointsPerEvent: 1 }, { events: { expression: 'done@2019' } }, '1'],
    [{ kind: 'manual' }, { score: { expression: 'done@2019 / 4' }, reason: '理由' }, '0.5'],
    [checklist, { credit: { expression: { expression: 'done@2019 / 2' }, '②': 1 } }, '3'],
  ])('is taken wherever a scorer enters a number: %j', (rule, inputs, score) => {
    expect(scored(rule, inputs)).toMatchObject({
      score,
      of: [[expect.anything(), expect.anything()]],
    });
  });

  it('is not seen in what a checklist has under an id called expression', () => {
    const inputs = { credit: { expression: '0.5', '②': 1 }, reasons: { expression: 'done@2019' } };
    expect(scored(checklist, inputs)).toMatchObject({ score: '2.25', of: [] });
  });

  it('is not seen in a text, or beside another key', () => {
    const rule = ScoringRule.parse({ kind: 'manual' });
    for (const inputs of [
      { score: 1, reason: { expression: '1' } },
      { score: { expression: '1', more: 1 } },
      { score: { expression: 1 } },
      { score: [{ expression: '1' }] },
      { expression: '1' },
      'expression',
      null,
    ])
      expect(computedInputs(rule, inputs, CELLS)).toEqual([]);
  });

  it('keeps the rule from scoring where it has no value, and says why', () => {
    expect(scored(threshold, { value: { expression: 'done@2019 / planned@2020' } })).toEqual({
      score: {
        reason: 'not-computed',
        because: { 'zh-CN': '除数 planned@2020 为 0', en: 'the divisor planned@2020 is 0' },
      },
      of: [['value', null]],
      actual: null,
    });
  });

  it('is possible below 0, and never where the rule takes nothing below 0', () => {
    expect(scored(threshold, { value: { expression: '-1 / 3' } })).toMatchObject({ score: '0' });
    expect(
      scored({ kind: 'completion-ratio' }, { done: { expression: '-1' }, planned: 2 }),
    ).toMatchObject({
      score: { reason: 'unreadable' },
    });
  });

  it('leaves what was entered as it was', () => {
    const inputs = Object.freeze({
      credit: Object.freeze({ '②': Object.freeze({ expression: '1' }) }),
    });
    scored(checklist, inputs);
    expect(inputs).toEqual({ credit: { '②': { expression: '1' } } });
  });

  it('may stand for every number of every kind, and for nothing else', () => {
    const numbers = Object.entries(RULE_KINDS).flatMap(([kind, { inputs, numbers }]) => {
      const keys = Object.keys(inputs.shape).filter((key) => {
        const takes = (value: unknown) =>
          (inputs.shape as Record<string, { safeParse(v: unknown): { success: boolean } }>)[
            key
          ]?.safeParse(value).success;
        return takes(1) || takes({ any: 1 });
      });
      expect([kind, Object.keys(numbers).sort()]).toEqual([kind, keys.sort()]);
      return keys;
    });
    expect(numbers.length).toBeGreaterThan(8);
  });
});
