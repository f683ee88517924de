import { describe, expect, it } from 'vitest';
import type { ScoredIndicator } from '../../../client/workbench/api/scoring.ts';
import { judgementInWords } from '../../../client/workbench/scoring/editors/editors.ts';
import { filterIndicators } from '../../../client/workbench/scoring/indicator-filter.tsx';
import { ScoringRule } from '../../../survey-definitions/scoring-rule.ts';
import { indicator, shown } from './samples.ts';

describe('the indicators a reader asks to see', () => {
  const plain = indicator();
  const overridden = indicator({
    override: { score: '1.6', reason: '…', author: 'a', at: '2026-03-01T00:00:00.000Z' },
    score: shown(1.6),
  });
  const missing = indicator({ ruleScore: null, score: null });
  const all = [plain, overridden, missing];

  it.each([
    ['all', all],
    ['overridden', [overridden]],
    ['short', [overridden]],
    ['missing', [missing]],
    ['surveyed', []],
  ] as const)('%s', (show, expected) => {
    expect(filterIndicators(all, show)).toEqual(expected);
  });
});

describe('what a scorer judged, in the table', () => {
  const checklist = ScoringRule.parse({
    kind: 'checklist',
    items: ['①', '②', '③'].map((id) => ({ id, label: id, share: '1/3' })),
    veto: [{ id: '④', label: 'v' }],
  });
  const inWords = (inputs: ScoredIndicator['inputs'], rule: ScoringRule = checklist) =>
    judgementInWords({ rule, inputs }, 'zh-CN');

  it('counts what is met, and what is partly met beside it', () => {
    expect(inWords({ credit: { '①': 1, '②': 0, '③': 1 } })).toBe('达到 2 / 3 项');
    expect(inWords({ credit: { '①': 1, '②': '0.5' } })).toBe('达到 1、部分 1 / 3 项');
  });

  it('says that a veto holds instead', () => {
    expect(inWords({ credit: { '①': 1 }, veto: { '④': true } })).toBe('一票否决');
    expect(inWords({ credit: { '①': 1 }, veto: { '④': false } })).toBe('达到 1 / 3 项');
  });

  it('is nothing before anything was entered', () => {
    expect(inWords(null)).toBe('');
  });

  it('says met or not met', () => {
    expect(inWords({ met: false }, { kind: 'all-or-nothing' })).toBe('未达到');
  });
});
