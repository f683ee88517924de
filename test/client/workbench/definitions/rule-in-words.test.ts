import { describe, expect, it } from 'vitest';
import { ruleInWords } from '../../../../client/workbench/definitions/system/rule-in-words.ts';
import { systemWords } from '../../../../client/workbench/definitions/system/words.ts';
import { inLanguage } from '../../../../client/workbench/translation.ts';
import { versionsById } from '../../../../client/workbench/versions.ts';
import { RULE_KINDS, type ScoringRule } from '../../../../survey-definitions/scoring-rule.ts';
import { textIn } from '../../../../survey-definitions/wording.ts';

const from = { group: 'public', item: 'life' };
const RULES: [ScoringRule, string, string[]][] = [
  [{ kind: 'completion-ratio' }, '完成数 ÷ 计划数 × 分值，最多得满分', []],
  [
    { kind: 'target-proportional', target: 90, below: 'value' },
    '不低于 90% 得满分，低于的按数值（%）× 分值',
    [],
  ],
  [
    { kind: 'target-proportional', target: 90, below: 'value-over-target' },
    '不低于 90% 得满分，低于的按数值 ÷ 90% × 分值',
    [],
  ],
  [
    {
      kind: 'step-deduction',
      target: 10,
      side: 'upper',
      step: 1,
      deduct: { share: 0.2 },
      partialStep: 'up',
      zeroAt: 15,
    },
    '不高于 10 得满分，每高出 1 扣分值的 0.2',
    ['不足一步的按一步扣', '到 15 得 0 分'],
  ],
  [
    {
      kind: 'step-deduction',
      target: 95,
      side: 'lower',
      step: 5,
      deduct: { points: '0.5' },
      partialStep: 'proportional',
    },
    '不低于 95 得满分，每低 5 扣 0.5 分',
    ['不足一步的按比例扣'],
  ],
  [
    {
      kind: 'tiered-bands',
      bands: [
        { min: 90, points: 5 },
        { min: 80, maxExclusive: 90, points: 3 },
      ],
    },
    '按数值所在的档计分',
    ['≥ 90：5 分', '≥ 80, < 90：3 分'],
  ],
  [{ kind: 'threshold', op: '>=', target: 14, unit: '天' }, '数值 ≥ 14天 得满分，否则 0 分', []],
  [
    {
      kind: 'checklist',
      items: [
        { id: 'a', label: '制度健全', share: '1/2' },
        { id: 'b', label: '执行有效', points: 2 },
      ],
      veto: [{ id: 'v', label: '弄虚作假' }],
    },
    '各要点按达到的程度计分',
    ['制度健全：分值的 1/2', '执行有效：2 分', '弄虚作假：有此情形得 0 分'],
  ],
  [{ kind: 'all-or-nothing' }, '达到得满分，否则 0 分', []],
  [
    { kind: 'event-deduction', pointsPerEvent: 1, events: [{ id: 'e', label: '通报' }] },
    '每发生一次扣 1 分，扣完为止',
    ['通报'],
  ],
  [
    {
      kind: 'category',
      cases: [
        { id: 'a', label: '一类', points: 3 },
        { id: 'b', label: '二类', points: 0 },
      ],
    },
    '按所属情形计分',
    ['一类：3 分', '二类：0 分'],
  ],
  [
    {
      kind: 'option-share',
      from,
      branches: [{ option: 'better', min: '0.7', credit: 1 }],
      otherwise: 'manual',
    },
    '按先达到占比的选项计分',
    ['选项 better 占比达到 0.7：分值的 1', '其他情形：由评分人核定'],
  ],
  [{ kind: 'manual' }, '由评分人给分，并写明理由', []],
];

describe('a rule in words', () => {
  const words = inLanguage(systemWords, 'zh-CN');

  it.each(RULES)('of %j says what gives how many points', (rule, lead, lines) => {
    expect(ruleInWords(rule, words, (text) => textIn(text, 'zh-CN'))).toEqual({ lead, lines });
  });

  it('is there for every kind', () => {
    expect(new Set(RULES.map(([{ kind }]) => kind))).toEqual(new Set(Object.keys(RULE_KINDS)));
  });
});

describe('the versions of definitions', () => {
  it('stand together, the newest first, in the order of the list', () => {
    const listed = [
      { id: 'b', version: 1 },
      { id: 'b', version: 10 },
      { id: 'a', version: 2 },
      { id: 'b', version: 9 },
    ];
    const versions = versionsById(listed).map((all) => all.map((one) => one.version));
    expect(versions).toEqual([[10, 9, 1], [2]]);
  });
});
