import { describe, expect, it } from 'vitest';
import {
  pathOfInput,
  readInputs,
  unexplained,
} from '../../../client/workbench/scoring/editors/editors.ts';
import {
  RULE_KINDS,
  type RuleInputs,
  ScoringRule,
} from '../../../survey-definitions/scoring-rule.ts';

const filled = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

const CHECKLIST = ScoringRule.parse({
  kind: 'checklist',
  items: [
    { id: '①', label: 'a', share: 0.4 },
    { id: '②', label: 'b', share: 0.3 },
    { id: '③', label: 'c', share: 0.3 },
  ],
  veto: [{ id: '④', label: 'd' }],
});
const CATEGORY = ScoringRule.parse({
  kind: 'category',
  cases: [
    { id: 'none', label: 'a', points: 3 },
    { id: 'some', label: 'b', points: 0 },
  ],
});
const SHARE = ScoringRule.parse({
  kind: 'option-share',
  from: { group: 'public', item: 'life' },
  branches: [{ option: 'better', min: 0.7, credit: 1 }],
  otherwise: 'manual',
});
const THRESHOLD = ScoringRule.parse({ kind: 'threshold', op: '<=', target: 34 });

const SITUATIONS: [ScoringRule, Record<string, string>, RuleInputs<ScoringRule['kind']>][] = [
  [{ kind: 'completion-ratio' }, { done: '7', planned: ' 9 ' }, { done: '7', planned: '9' }],
  [THRESHOLD, { value: '-18.60' }, { value: '-18.60' }],
  [{ kind: 'event-deduction', pointsPerEvent: 1 }, { events: '１2' }, { events: 12 }],
  [{ kind: 'manual' }, { score: '4.5', reason: '\u200b\u3164' }, { score: '4.5' }],
  [{ kind: 'all-or-nothing' }, { met: 'yes' }, { met: true }],
  [{ kind: 'all-or-nothing' }, { met: 'no' }, { met: false }],
  [{ kind: 'event-deduction', pointsPerEvent: 1 }, { events: '2' }, { events: 2 }],
  [CATEGORY, { case: 'some' }, { case: 'some' }],
  [SHARE, { credit: '1/3' }, { credit: '1/3' }],
  [{ kind: 'manual' }, { score: '4.5', reason: ' ' }, { score: '4.5' }],
  [{ kind: 'manual' }, { score: '4.5', reason: '缺报表' }, { score: '4.5', reason: '缺报表' }],
  [
    CHECKLIST,
    { 'met ①': '1', 'met ②': 'part', 'part ②': '0.5', 'reason ②': '仅有草案', 'met ③': '0' },
    {
      credit: { '①': 1, '②': '0.5', '③': 0 },
      reasons: { '②': '仅有草案' },
      veto: { '④': false },
    },
  ],
  [
    CHECKLIST,
    { 'met ①': '1', 'part ①': '0.2', 'reason ①': '旧的', 'veto ④': 'yes' },
    { credit: { '①': 1 }, veto: { '④': true } },
  ],
];

describe('what a scorer fills in', () => {
  it.each(SITUATIONS)('for %o is read as typed: %o', (rule, fields, inputs) => {
    const read = readInputs(rule, filled(fields));
    expect(read).toEqual(inputs);
    expect(RULE_KINDS[rule.kind].inputs.parse(read)).toEqual(inputs);
  });

  it.each([
    ['completion-ratio', { kind: 'completion-ratio' }],
    ['threshold', THRESHOLD],
    ['all-or-nothing', { kind: 'all-or-nothing' }],
    ['event-deduction', { kind: 'event-deduction', pointsPerEvent: 1 }],
    ['category', CATEGORY],
    ['option-share', SHARE],
    ['manual', { kind: 'manual' }],
  ] as [string, ScoringRule][])('left empty is no input: %s', (_, rule) => {
    expect(RULE_KINDS[rule.kind].inputs.safeParse(readInputs(rule, filled({}))).success).toBe(
      false,
    );
  });
});

describe('a number that a scorer typed', () => {
  it.each([
    ['１８．６', '18.6'],
    ['18。6', '18.6'],
    ['−1,234', '-1234'],
    ['1 / 3', '1/3'],
  ])('%s is kept as %s', (typed, kept) => {
    const read = readInputs(THRESHOLD, filled({ value: typed }));
    expect(RULE_KINDS.threshold.inputs.parse(read)).toEqual({ value: kept });
  });

  it.each(['1,5', '1½', '5万', '3 4'])('%s is refused, never guessed at', (typed) => {
    const read = readInputs(THRESHOLD, filled({ value: typed }));
    expect(RULE_KINDS.threshold.inputs.safeParse(read).success).toBe(false);
  });

  it.each(['1e3', '0x10', '2.5', '1,5', '二'])('%s is no number of events', (typed) => {
    const rule: ScoringRule = { kind: 'event-deduction', pointsPerEvent: 1 };
    const read = readInputs(rule, filled({ events: typed }));
    expect(RULE_KINDS['event-deduction'].inputs.safeParse(read).success).toBe(false);
  });
});

describe('a partly met entry', () => {
  const lacking = (fields: Record<string, string>) =>
    unexplained(CHECKLIST, readInputs(CHECKLIST, filled(fields)));

  it('needs to say how far and why', () => {
    const credit = { field: 'part ①', lacks: 'credit' };
    const reason = { field: 'reason ①', lacks: 'reason' };
    expect(lacking({ 'met ①': 'part' })).toEqual([credit, reason]);
    expect(lacking({ 'met ①': 'part', 'part ①': '0.5' })).toEqual([reason]);
    expect(lacking({ 'met ①': 'part', 'reason ①': '草案' })).toEqual([credit]);
    expect(lacking({ 'met ①': 'part', 'part ①': '0.5', 'reason ①': '草案' })).toEqual([]);
  });

  it('is the only one that does', () => {
    expect(lacking({ 'met ①': '1', 'met ②': '0' })).toEqual([]);
    expect(unexplained({ kind: 'manual' }, { score: '1' })).toEqual([]);
  });
});

describe('where the server finds what stands in a field', () => {
  it.each([
    [{ kind: 'manual' }, 'score', '$.inputs.score'],
    [{ kind: 'completion-ratio' }, 'done', '$.inputs.done'],
    [CHECKLIST, 'met ①', "$.inputs.credit['①']"],
    [CHECKLIST, 'part ①', "$.inputs.credit['①']"],
    [CHECKLIST, 'reason ①', "$.inputs.reasons['①']"],
    [CHECKLIST, 'veto ④', "$.inputs.veto['④']"],
  ] as [ScoringRule, string, string][])('%j, %s', (rule, field, path) => {
    expect(pathOfInput(rule, field)).toBe(path);
  });
});
