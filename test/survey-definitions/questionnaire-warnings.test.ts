import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import type { Fault } from '../../survey-definitions/fault.ts';
import { type Json, sampleQuestionnaire, told } from './samples.ts';

type Range = { from?: number; to?: number };

const OPTIONS = '$.sections[0].items[0].options';

describe('option ranges', () => {
  it.each<[string, Range[], string[]]>([
    ['meet without gap or overlap', [{ to: 25 }, { from: 26, to: 40 }, { from: 41 }], []],
    ['may stand in any order', [{ from: 41 }, { to: 25 }, { from: 26, to: 40 }], []],
    [
      'that share a bound overlap in it',
      [{ to: 25 }, { from: 25, to: 40 }, { from: 41 }],
      [`ranges-overlap ${OPTIONS}[1].range: “o0” and “o1” overlap: both hold 25`],
    ],
    [
      'that hold each other overlap pair by pair',
      [{ to: 5 }, { to: 10 }, { to: 15 }, { from: 20 }],
      [
        `ranges-overlap ${OPTIONS}[1].range: “o0” and “o1” overlap: both hold 5 and below`,
        `ranges-overlap ${OPTIONS}[2].range: “o0” and “o2” overlap: both hold 5 and below`,
        `ranges-overlap ${OPTIONS}[2].range: “o1” and “o2” overlap: both hold 10 and below`,
        `ranges-leave-gap ${OPTIONS}[3].range: a gap between “o2” and “o3”: no option holds 16 to 19`,
      ],
    ],
    [
      'that leave out one number say which',
      [{ to: 25 }, { from: 27 }],
      [`ranges-leave-gap ${OPTIONS}[1].range: a gap between “o0” and “o1”: no option holds 26`],
    ],
    [
      'that begin above the lowest and end below the highest say so',
      [
        { from: 18, to: 40 },
        { from: 41, to: 60 },
      ],
      [
        `ranges-open-end ${OPTIONS}: no option holds 17 and below`,
        `ranges-open-end ${OPTIONS}: no option holds 61 and above`,
      ],
    ],
    [
      'that overlap at an open end say from where',
      [{ to: 49 }, { from: 50 }, { from: 60 }],
      [`ranges-overlap ${OPTIONS}[2].range: “o1” and “o2” overlap: both hold 60 and above`],
    ],
  ])('%s', (_what, ranges, expected) => {
    expect(warningsOf((q) => setRanges(q, ranges)).map(line)).toEqual(expected);
  });

  it('leave nothing out where another option takes the rest', () => {
    const warnings = warningsOf((q) => {
      setRanges(q, [{ from: 18, to: 30 }, { from: 40 }]);
      q.sections[0].items[0].options.push({ id: 'other', label: '不愿回答', other: true });
    });
    expect(warnings).toEqual([]);
  });

  it('are looked at though another option has none: only one that says so takes the rest', () => {
    const warnings = warningsOf((q) => {
      setRanges(q, [{ from: 18, to: 30 }, { from: 40 }]);
      q.sections[0].items[0].options.push({ id: 'unsaid', label: '不愿回答' });
    });
    expect(told(warnings)).toEqual([
      `ranges-leave-gap ${OPTIONS}[1].range`,
      `ranges-open-end ${OPTIONS}`,
    ]);
  });

  it('are looked at where one option of many has one', () => {
    const warnings = warningsOf((q) => {
      q.sections[0].items[0].options = [
        { id: 'none', label: '没有' },
        { id: 'few', label: '一至五', range: { from: 1, to: 5 } },
      ];
      q.validity.splice(3, 1);
    });
    expect(told(warnings)).toEqual([`ranges-open-end ${OPTIONS}`, `ranges-open-end ${OPTIONS}`]);
  });

  it('may have closed ends where the author vouches for them, but no gap', () => {
    const warnings = warningsOf((q) => {
      setRanges(q, [{ from: 18, to: 30 }, { from: 32 }]);
      q.sections[0].items[0].exhaustive = true;
    });
    expect(told(warnings)).toEqual([`ranges-leave-gap ${OPTIONS}[1].range`]);
  });

  it('have a warning exactly where some number has no option, or more than one', () => {
    const bound = fc.integer({ min: 0, max: 12 });
    const range = fc
      .tuple(fc.option(bound, { nil: undefined }), fc.option(bound, { nil: undefined }))
      .map(([from, to]): Range => ({ from, to }))
      .filter(({ from, to }) => from === undefined || to === undefined || from <= to);
    fc.assert(
      fc.property(fc.array(range, { minLength: 2, maxLength: 6 }), (ranges) => {
        const holders = Array.from(
          { length: 15 },
          (_, n) => ranges.filter(({ from = -9, to = 99 }) => from <= n - 1 && n - 1 <= to).length,
        );
        const sound = holders.every((count) => count === 1);
        expect(warningsOf((q) => setRanges(q, ranges)).length === 0).toBe(sound);
      }),
    );
  });
});

describe('an option list', () => {
  it.each([0, 1])('without ranges, “other” or a voucher may not be exhaustive (item %i)', (i) => {
    const strip = (q: Json) => {
      const [first, second] = q.sections[0].items[i].options;
      q.sections[0].items[i].options = [bare(first), bare(second)];
      return q.sections[0].items[i];
    };
    expect(told(warningsOf(strip))).toEqual([`not-exhaustive $.sections[0].items[${i}].options`]);
    expect(warningsOf((q) => (strip(q).exhaustive = true))).toEqual([]);
    expect(warningsOf((q) => (strip(q).options[1].other = true))).toEqual([]);
  });
});

describe('a scale', () => {
  it.each<[number[], string | undefined]>([
    [[100, 0], undefined],
    [[100, 50, 0], undefined],
    [[100, 75, 50, 25], undefined],
    [[100, 75, 25, 0], undefined],
    [[100, 80, 60, 0], '3 grades above the middle of the weights (50), 1 below it'],
    [[100, 40, 20, 0], '1 grades above the middle of the weights (50), 3 below it'],
    [[100, 62, 25], '1 grades above the middle of the weights (62.5), 2 below it'],
  ])('of weights %j is balanced, or says how it is not', (weights, expected) => {
    const warnings = warningsOf((q) => {
      q.scales[0].options = weights.map((weight, w) => ({
        id: w === weights.length - 1 ? 'bad' : `w${w}`,
        label: `${w + 1}级`,
        weight,
      }));
    });
    expect(told(warnings)).toEqual(expected ? ['scale-unbalanced $.scales[0].options'] : []);
    if (expected) expect(warnings[0]?.message).toContain(expected);
  });
});

describe('a published scale whose best grade does not give 100 %', () => {
  it.each<[number[], string, string]>([
    [[5, 4, 3, 2, 1], 'full-marks-unreachable', 'the highest weight is 5'],
    [[90, 45, 0], 'full-marks-unreachable', 'the highest weight is 90'],
    [[0, 0], 'weights-all-zero', 'all weights are 0'],
  ])('of weights %j loads, and says what is wrong', (weights, code, expected) => {
    const q = sampleQuestionnaire();
    q.scales[0].options = weights.map((weight, w) => ({
      id: w === weights.length - 1 ? 'bad' : `w${w}`,
      label: `${w + 1}级`,
      weight,
    }));
    const checked = checkQuestionnaire(q, 'en', 'published');
    expect(checked).toMatchObject({ ok: true });
    expect(told(checked.warnings)).toEqual([`${code} $.scales[0].options`]);
    expect(checked.warnings[0]?.message).toContain(expected);
    const isNew = checkQuestionnaire(q, 'en');
    expect(isNew.ok ? [] : told(isNew.faults)).toEqual([`${code} $.scales[0].options`]);
  });
});

describe('a text', () => {
  it('that lacks the language of the others is told, as the whole falls back to zh-CN', () => {
    const input = sampleQuestionnaire();
    const inBoth = JSON.parse(
      JSON.stringify(input, (key, value) =>
        ['title', 'topic', 'text', 'label'].includes(key) && typeof value === 'string'
          ? { 'zh-CN': value, en: value }
          : value,
      ),
    );
    inBoth.sections[1].items[0].topic = '态度';
    delete inBoth.sections[2].title.en;
    const checked = checkQuestionnaire(inBoth);
    expect(checked.ok).toBe(true);
    expect(told(checked.warnings)).toEqual([
      'language-missing $.sections[1].items[0].topic',
      'language-missing $.sections[2].title',
    ]);
  });
});

function setRanges(q: Json, ranges: Range[]): void {
  q.sections[0].items[0].options = ranges.map((range, o) => ({
    id: `o${o}`,
    label: `o${o}`,
    range,
  }));
  q.validity.splice(3, 1);
}

function bare({ id, label }: { id: string; label: string }): { id: string; label: string } {
  return { id, label };
}

function warningsOf(change: (q: Json) => void): Fault[] {
  const input = sampleQuestionnaire();
  change(input);
  const checked = checkQuestionnaire(input, 'en');
  expect(checked).toMatchObject({ ok: true });
  return checked.warnings;
}

const line = ({ code, path, message }: Fault) => `${code} ${path}: ${message}`;

describe('a former name of the department', () => {
  it('is told wherever a respondent would read it, in any language and spacing', () => {
    const warnings = warningsOf((q) => {
      q.formerNames = ['环保局', { 'zh-CN': '环境保护局', en: 'Environment Bureau' }];
      q.sections[1].items[0].text = '您对环 保局的态度满意吗？';
      q.sections[1].title = { 'zh-CN': '满意度', en: 'The ENVIRONMENT  bureau' };
    });
    expect(told(warnings).filter((each) => each.startsWith('former-name'))).toEqual([
      'former-name $.sections[1].title.en',
      'former-name $.sections[1].items[0].text',
    ]);
    expect(warningsOf((q) => (q.formerNames = ['环保局']))).toEqual([]);
  });
});

describe('a questionnaire whose sections of satisfaction ask for none', () => {
  it('is told that its group would never have a number', () => {
    const elsewhere = (q: Json) => {
      q.sections[1].role = 'other';
      q.sections[2].role = 'satisfaction';
    };
    expect(told(warningsOf(elsewhere))).toEqual(['no-item-counts $.sections']);
    expect(warningsOf((q) => (q.sections[1].role = 'other'))).toEqual([]);
    const named = (q: Json) => {
      elsewhere(q);
      q.composite = { method: 'overall', item: 'overall' };
    };
    expect(warningsOf(named)).toEqual([]);
  });
});
