import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { type Json, sampleQuestionnaire, told } from './samples.ts';

type Row = [what: string, change: (q: Json) => void, expected: string[]];

const SHAPE: Row[] = [
  ['no title', (q) => delete q.title, ['missing $.title']],
  ['no sections at all', (q) => delete q.sections, ['missing $.sections']],
  ['an empty list of sections', (q) => (q.sections = []), ['too-small $.sections']],
  ['an empty title', (q) => (q.title = ''), ['too-small $.title']],
  ['a number for a title', (q) => (q.title = 7), ['wrong-type $.title']],
  ['null for a title', (q) => (q.title = null), ['wrong-type $.title']],
  ['a title without zh-CN', (q) => (q.title = { en: 'Survey' }), ["missing $.title['zh-CN']"]],
  [
    'a language we do not speak',
    (q) => (q.title = { 'zh-CN': '调查', fr: 'Enquête' }),
    ['unknown-key $.title.fr'],
  ],
  ['version 0', (q) => (q.version = 0), ['too-small $.version']],
  ['version 1.5', (q) => (q.version = 1.5), ['wrong-type $.version']],
  ['an id with a capital letter', (q) => (q.id = 'Sample'), ['wrong-format $.id']],
  [
    'an id that every object inherits',
    (q) => (q.sections[0].items[0].id = 'constructor'),
    ['wrong-format $.sections[0].items[0].id'],
  ],
  [
    'an option id of prototype pollution',
    (q) => (q.sections[0].items[0].options[0].id = '__proto__'),
    ['wrong-format $.sections[0].items[0].options[0].id'],
  ],
  [
    'a group that is no id',
    (q) => (q.respondentGroup = '游客'),
    ['wrong-format $.respondentGroup'],
  ],
  [
    'a placeholder we do not have',
    (q) => (q.placeholders = ['mayor']),
    ['not-one-of $.placeholders[0]'],
  ],
  [
    'a key that means nothing',
    (q) => (q.sections[1].tittle = '题'),
    ['unknown-key $.sections[1].tittle'],
  ],
  [
    'a type of item there is not',
    (q) => (q.sections[0].items[0].type = 'matrix'),
    ['not-one-of $.sections[0].items[0].type'],
  ],
  [
    'a single item with one option',
    (q) => (q.sections[0].items[0].options.length = 1),
    ['too-small $.sections[0].items[0].options'],
  ],
  [
    'a weight that is no number',
    (q) => (q.scales[0].options[0].weight = '100%'),
    ['wrong-format $.scales[0].options[0].weight'],
  ],
  [
    'grades that are no list',
    (q) => (q.scales[0].options = 'good'),
    ['wrong-type $.scales[0].options'],
  ],
  [
    'a text limit beyond what is stored',
    (q) => (q.sections[2].items[0].maxLength = 5001),
    ['too-large $.sections[2].items[0].maxLength'],
  ],
  [
    'a validity rule there is not',
    (q) => (q.validity[1].rule = 'nice'),
    ['not-one-of $.validity[1].rule'],
  ],
  [
    'a contradiction of one condition',
    (q) => (q.validity[3].when.length = 1),
    ['too-small $.validity[3].when'],
  ],
  [
    'several faults at once, each told',
    (q) => {
      delete q.id;
      q.minutes = 0;
      q.extra = {};
    },
    ['missing $.id', 'too-small $.minutes', 'unknown-key $.extra'],
  ],
];

const MEANING: Row[] = [
  [
    'two sections of one id',
    (q) => (q.sections[2].id = 'profile'),
    ['duplicate-id $.sections[2].id'],
  ],
  [
    'two items of one id in different sections',
    (q) => (q.sections[2].items[0].id = 'age'),
    ['duplicate-id $.sections[2].items[0].id', 'not-earlier $.sections[2].items[0].showIf.item'],
  ],
  [
    'two options of one id',
    (q) => (q.sections[0].items[1].options[1].id = 'counter'),
    [
      'duplicate-id $.sections[0].items[1].options[1].id',
      'unknown-option $.validity[3].when[1].options[0]',
    ],
  ],
  [
    'two scales of one id',
    (q) => q.scales.push(structuredClone(q.scales[0])),
    ['duplicate-id $.scales[1].id'],
  ],
  [
    'two options of one id on a scale',
    (q) => (q.scales[0].options[1].id = 'good'),
    ['duplicate-id $.scales[0].options[1].id'],
  ],
  [
    'two contradictions of one id',
    (q) => q.validity.push(structuredClone(q.validity[3])),
    ['duplicate-id $.validity[6].id'],
  ],
  [
    'a scale that is not there, named by two items and asked for by a condition',
    (q) => (q.scales = []),
    ['unknown-scale $.sections[1].items[0].scale', 'unknown-scale $.sections[1].items[1].scale'],
  ],
  [
    'a scale that does not begin with its best option',
    (q) => (q.scales[0].options[2].weight = 60),
    ['scale-not-best-first $.scales[0].options[2].weight'],
  ],
  [
    'a condition on an item that is not there',
    (q) => (q.sections[2].items[0].showIf.item = 'overal'),
    ['unknown-item $.sections[2].items[0].showIf.item'],
  ],
  [
    'a condition on a later item',
    (q) => (q.sections[0].items[0].showIf = { item: 'overall', options: ['bad'] }),
    ['not-earlier $.sections[0].items[0].showIf.item'],
  ],
  [
    'a condition on the item itself',
    (q) => (q.sections[0].items[0].showIf = { item: 'age', options: ['old'] }),
    ['not-earlier $.sections[0].items[0].showIf.item'],
  ],
  [
    'a condition on an answer in words',
    (q) => (q.sections[2].items[0].showIf = { item: 'post', options: ['bad'] }),
    ['not-a-choice $.sections[2].items[0].showIf.item'],
  ],
  [
    'a condition on options that are not there',
    (q) => (q.sections[2].items[0].showIf.options = ['bad', 'worse', 'worst']),
    [
      'unknown-option $.sections[2].items[0].showIf.options[1]',
      'unknown-option $.sections[2].items[0].showIf.options[2]',
    ],
  ],
  [
    'a rule for a section that is not there',
    (q) => (q.validity[0].section = 'ratings'),
    ['unknown-section $.validity[0].section'],
  ],
  [
    'a complete section without satisfaction items',
    (q) => (q.validity[0].section = 'profile'),
    ['too-few-satisfaction-items $.validity[0].section'],
  ],
  [
    'a straight line of one item',
    (q) => q.sections[1].items.shift(),
    ['too-few-satisfaction-items $.validity[5].section'],
  ],
  [
    'a contradiction over an item that is not there',
    (q) => (q.validity[3].when[0].item = 'agee'),
    ['unknown-item $.validity[3].when[0].item'],
  ],
  [
    'a contradiction over an opinion',
    (q) => (q.validity[3].when[0] = { item: 'overall', options: ['bad'] }),
    ['not-profile $.validity[3].when[0].item'],
  ],
  [
    'a contradiction over words',
    (q) => (q.validity[3].when[0] = { item: 'post', options: ['x'] }),
    ['not-a-choice $.validity[3].when[0].item'],
  ],
  [
    'a contradiction over an option that is not there',
    (q) => (q.validity[3].when[0].options = ['young', 'baby']),
    ['unknown-option $.validity[3].when[0].options[1]'],
  ],
  [
    'more to choose at least than at most',
    (q) => (q.sections[0].items[1].min = 3),
    ['min-above-max $.sections[0].items[1].min'],
  ],
  [
    'more to choose than there are options',
    (q) => {
      q.sections[0].items[1].min = 4;
      delete q.sections[0].items[1].max;
    },
    ['min-above-options $.sections[0].items[1].min'],
  ],
  [
    'a range that ends before it begins',
    (q) => (q.sections[0].items[0].options[0].range = { from: 40, to: 39 }),
    ['range-reversed $.sections[0].items[0].options[0].range'],
  ],
  [
    'a placeholder that is not declared',
    (q) => (q.sections[1].items[0].text = '您对{{place}}{{department}}满意吗？'),
    ['undeclared-placeholder $.sections[1].items[0].text'],
  ],
  [
    'a placeholder misspelt, in one language',
    (q) => (q.intro = { 'zh-CN': '您好', en: 'Hello {{departmnet}}' }),
    ['undeclared-placeholder $.intro.en'],
  ],
  [
    'a placeholder half open',
    (q) => (q.sections[1].intro = '您对{{department}的评价'),
    ['broken-placeholder $.sections[1].intro'],
  ],
  [
    'a placeholder in full width',
    (q) => (q.sections[1].intro = '您对｛｛department｝｝的评价'),
    ['broken-placeholder $.sections[1].intro'],
  ],
  [
    'more to choose than at most, and than there are options',
    (q) => (q.sections[0].items[1].min = 4),
    ['min-above-max $.sections[0].items[1].min', 'min-above-options $.sections[0].items[1].min'],
  ],
  [
    'placeholders in labels, help and reasons that nobody declared',
    (q) => {
      q.scales[0].options[0].label = '{{year}}';
      q.sections[0].items[0].options[0].label = '{{year}}';
      q.sections[0].items[0].help = '{{year}}';
      q.validity[3].reason = '{{year}}';
    },
    [
      'undeclared-placeholder $.scales[0].options[0].label',
      'undeclared-placeholder $.sections[0].items[0].help',
      'undeclared-placeholder $.sections[0].items[0].options[0].label',
      'undeclared-placeholder $.validity[3].reason',
    ],
  ],
];

/** Faults where it is new, warnings where it was published before anybody looked at them. */
const UNCLEAR: Row[] = [
  [
    'a best grade that gives less than 100 %',
    (q) => (q.scales[0].outOf = 120),
    ['full-marks-unreachable $.scales[0].options'],
  ],
  [
    'a best grade that gives more than 100 %',
    (q) => (q.scales[0].options[0].weight = '100.5'),
    ['full-marks-exceeded $.scales[0].options'],
  ],
  [
    'weights that are all 0',
    (q) => {
      for (const option of q.scales[0].options) option.weight = 0;
    },
    ['weights-all-zero $.scales[0].options'],
  ],
  [
    'a question that everybody ends with',
    (q) => {
      for (const option of q.sections[0].items[0].options) option.endsHere = true;
    },
    ['nobody-goes-on $.sections[0].items[0].options'],
  ],
  [
    'a question that nobody answers with as many as it asks for and goes on',
    (q) => {
      const [, channels] = q.sections[0].items;
      channels.min = 2;
      for (const option of channels.options.slice(1)) option.endsHere = true;
    },
    ['nobody-goes-on $.sections[0].items[1].options'],
  ],
  [
    'dimensions that read alike',
    (q) =>
      (q.composite = {
        method: 'dimensions',
        dimensions: [
          { id: 'one', name: '服务 质量', weight: '0.5', items: ['attitude'] },
          { id: 'two', name: '服务质量', weight: '0.5', items: ['overall'] },
        ],
      }),
    ['not-told-apart $.composite.dimensions[1].name'],
  ],
  ['a title that nobody sees', (q) => (q.title = '\u200b'), ['blank $.title']],
  [
    'a title of white space, in one language',
    (q) => (q.title = { 'zh-CN': '调查', en: ' \u3000' }),
    ['blank $.title.en'],
  ],
  ['a source that nobody sees', (q) => (q.reference = ' '), ['blank $.reference']],
  [
    'a label, a help, a topic and a reason that nobody sees',
    (q) => {
      q.scales[0].options[1].label = '\u3164';
      q.sections[0].items[0].options[0].label = '\u2800';
      q.sections[0].items[0].help = '\ufeff';
      q.sections[0].items[0].topic = '\u2003';
      q.validity[3].reason = '\u00ad';
    },
    [
      'blank $.scales[0].options[1].label',
      'blank $.sections[0].items[0].topic',
      'blank $.sections[0].items[0].help',
      'blank $.sections[0].items[0].options[0].label',
      'blank $.validity[3].reason',
    ],
  ],
  [
    'two options of one label',
    (q) => (q.sections[0].items[1].options[1].label = '窗口'),
    ['not-told-apart $.sections[0].items[1].options[1].label'],
  ],
  [
    'two options that differ in a space, in width, in what nobody sees',
    (q) => {
      q.sections[0].items[1].options[0].label = 'APP';
      q.sections[0].items[1].options[1].label = 'ＡＰＰ\u200b';
      q.sections[0].items[1].options[2].label = 'A PP';
    },
    [
      'not-told-apart $.sections[0].items[1].options[1].label',
      'not-told-apart $.sections[0].items[1].options[2].label',
    ],
  ],
  [
    'two options that are told apart in Chinese only',
    (q) => {
      q.sections[0].items[1].options[0].label = { 'zh-CN': '窗口', en: 'On site' };
      q.sections[0].items[1].options[1].label = { 'zh-CN': '电话', en: 'on-site ' };
      q.sections[0].items[1].options[2].label = { 'zh-CN': '其他', en: 'on‑site' };
    },
    ['not-told-apart $.sections[0].items[1].options[2].label'],
  ],
  [
    'two grades of one label',
    (q) => (q.scales[0].options[1].label = '满 意'),
    ['not-told-apart $.scales[0].options[1].label'],
  ],
  [
    'two items that ask the same of the same scale',
    (q) => (q.sections[1].items[1].text = '态度如何?'),
    ['not-told-apart $.sections[1].items[1].text'],
  ],
  [
    'a limit above the number of options',
    (q) => (q.sections[0].items[1].max = 4),
    ['max-above-options $.sections[0].items[1].max'],
  ],
  [
    'five texts of 5,000 characters each',
    (q) => {
      const [text] = q.sections[2].items;
      q.sections[2].items = [1, 2, 3, 4, 5].map((n) => ({
        ...text,
        id: `t${n}`,
        text: `问题${n}`,
        maxLength: 5000,
      }));
    },
    ['answers-too-large $.sections[2].items[1].maxLength'],
  ],
];

/** What says the same words and is told apart all the same. */
const TOLD_APART: [what: string, change: (q: Json) => void][] = [
  [
    'by the section it stands in',
    (q) =>
      q.sections.push({
        ...q.sections[1],
        id: 'more',
        title: '再问',
        items: q.sections[1].items.map((item: Json) => ({ ...item, id: `${item.id}-2` })),
      }),
  ],
  [
    'by its help',
    (q) => Object.assign(q.sections[1].items[1], { text: '态度如何？', help: '指窗口' }),
  ],
  ['by its options', (q) => Object.assign(q.sections[0].items[1], { text: '您的年龄？' })],
  [
    'by when it is asked',
    (q) =>
      q.sections[2].items.push({
        ...q.sections[2].items[0],
        id: 'why-not',
        showIf: { item: 'overall', options: ['good'] },
      }),
  ],
];

describe('a questionnaire', () => {
  it('with one of everything has neither fault nor warning, and its defaults are filled in', () => {
    const checked = checkQuestionnaire(sampleQuestionnaire());
    expect(checked).toMatchObject({ ok: true, warnings: [] });
    expect(checked.ok && checked.value.sections[0]?.items[0]?.required).toBe(true);
    expect(checked.ok && checked.value.sections[2]?.items[0]).toMatchObject({ maxLength: 500 });
  });

  it.each(SHAPE)('is refused for its shape: %s', (_what, change, expected) => {
    expect(faultsAfter(change)).toEqual(expected);
  });

  it.each(MEANING)('is refused for what it says: %s', (_what, change, expected) => {
    expect(faultsAfter(change)).toEqual(expected);
  });

  it.each(UNCLEAR)(
    'is refused where it is new, and told of where it was published: %s',
    (_what, change, expected) => {
      expect(faultsAfter(change)).toEqual(expected);
      const input = sampleQuestionnaire();
      change(input);
      const published = checkQuestionnaire(input, 'en', 'published');
      expect(published.ok).toBe(true);
      expect(told(published.warnings)).toEqual(expect.arrayContaining(expected));
    },
  );

  it.each(TOLD_APART)(
    'may ask the same twice where a respondent can tell which: %s',
    (_what, change) => {
      expect(faultsAfter(change)).toEqual([]);
    },
  );

  it.each([undefined, null, 7, 'text', [], true])('is not %j', (input) => {
    const checked = checkQuestionnaire(input);
    expect(checked.ok).toBe(false);
    expect(!checked.ok && checked.faults.map(({ path }) => path)).toEqual(['$']);
  });

  it('says its faults in the language asked for, with ids and numbers', () => {
    const input = sampleQuestionnaire();
    input.sections[2].id = 'profile';
    input.validity[5].section = 'profile';
    const messages = (language: 'zh-CN' | 'en') => {
      const checked = checkQuestionnaire(input, language);
      return checked.ok ? [] : checked.faults.map(({ message }) => message);
    };
    expect(messages('en')).toEqual([
      '“profile” is already used at $.sections[0].id',
      'section “profile” has 0 satisfaction items; this rule takes at least 2',
    ]);
    expect(messages('zh-CN')).toEqual([
      '“profile”已经用在 $.sections[0].id',
      '“profile”部分有 0 道满意度题，这条规则至少需要 2 道',
    ]);
  });

  it('is told the format that an id has, in both languages', () => {
    const input = { ...sampleQuestionnaire(), id: 'A b' };
    const say = (language: 'zh-CN' | 'en') => {
      const checked = checkQuestionnaire(input, language);
      return checked.ok ? undefined : checked.faults[0]?.message;
    };
    expect(say('zh-CN')).toBe('应为小写字母、数字和连字符，以字母开头，最多 40 个字符');
    expect(say('en')).toBe(
      'must be lower-case letters, digits and hyphens, starting with a letter',
    );
  });
});

describe('hostile input', () => {
  it('of 30,000 levels is refused where it is wrong, not by a full stack', () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    const input = { ...sampleQuestionnaire(), title: JSON.parse(deep) };
    expect(faultsOf(input)).toEqual(['wrong-type $.title']);
  });

  it('with a key __proto__ is refused by that key', () => {
    const input = JSON.parse(
      JSON.stringify(sampleQuestionnaire()).replace('{', '{"__proto__":{"ok":true},'),
    );
    expect(faultsOf(input)).toEqual(['unknown-key $.__proto__']);
  });

  it('with tens of thousands of faults is answered with the first thousand', () => {
    const input = { ...sampleQuestionnaire(), sections: Array(30_000).fill(7) };
    const faults = faultsOf(input);
    expect(faults).toHaveLength(1000);
    expect(faults[999]).toBe('wrong-type $.sections[999]');
  });
});

function faultsAfter(change: (q: Json) => void): string[] {
  const input = sampleQuestionnaire();
  change(input);
  return faultsOf(input);
}

function faultsOf(input: unknown): string[] {
  const checked = checkQuestionnaire(input);
  return checked.ok ? [] : told(checked.faults);
}
