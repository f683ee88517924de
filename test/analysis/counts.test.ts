import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Contribution,
  type Counts,
  contributionsOf,
  countResponses,
} from '../../analysis/counts.ts';
import { display } from '../../analysis/rounding.ts';
import { judge } from '../../analysis/validity.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import { frequencies } from '../support/frequencies.ts';
import { countsOf, item, questionnaire, section } from '../support/questionnaires.ts';

const form = questionnaire(
  [
    section('profile', 'profile', [
      item('visited', 'single'),
      item('how', 'single', {
        options: ['hall', 'web'],
        showIf: { item: 'visited', options: ['yes'] },
      }),
    ]),
    section('rating', 'satisfaction', [
      item('service', 'satisfaction'),
      item('speed', 'satisfaction', { required: false }),
    ]),
    section('more', 'opinion', [
      item('topics', 'multiple', { options: ['air', 'water', 'soil'], required: false, max: 2 }),
      item('remark', 'text', { required: false }),
    ]),
  ],
  { validity: [{ rule: 'no-double-mark' }, { rule: 'complete-section', section: 'rating' }] },
);

const flat = (contributions: Contribution[]) =>
  contributions.map(({ item: id, option }) => `${id}:${option}`);

describe('what one response adds to the counts', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['itself, and nothing for what was skipped', {}, []],
    ['base and option of a single choice', { visited: 'no' }, ['visited:', 'visited:no']],
    [
      'base once and each option of several',
      { topics: ['air', 'soil'] },
      ['topics:', 'topics:air', 'topics:soil'],
    ],
    ['an option marked twice once', { topics: ['air', 'air'] }, ['topics:', 'topics:air']],
    ['only the base of a text', { remark: '好' }, ['remark:']],
    ['nothing for a text of white space', { remark: '  ' }, []],
    ['nothing for a double mark', { service: ['satisfied', 'neutral'] }, []],
    [
      'nothing where more options are marked than may be chosen',
      { topics: ['air', 'water', 'soil'] },
      [],
    ],
    [
      'nothing for an option that does not exist',
      { service: 'great', topics: ['air', 'fire'] },
      [],
    ],
    ['nothing for an item that does not exist', { colour: 'red' }, []],
    [
      'nothing for an item that does not apply',
      { visited: 'no', how: 'web' },
      ['visited:', 'visited:no'],
    ],
    [
      'an item whose condition is met',
      { visited: 'yes', how: 'web' },
      ['visited:', 'visited:yes', 'how:', 'how:web'],
    ],
  ])('is %s', (_, answers, added) => {
    expect(flat(contributionsOf(form, answers))).toEqual([':', ...added]);
  });

  it('is nothing under keys that every object inherits', () => {
    const answers = JSON.parse('{ "__proto__": "yes", "constructor": "yes" }');
    expect(flat(contributionsOf(form, answers))).toEqual([':']);
  });
});

/** Any answers at all: known and unknown options, lists, blanks, and ids that are not asked. */
const anyAnswers = fc.dictionary(
  fc.constantFrom('visited', 'how', 'service', 'speed', 'topics', 'remark', 'stranger'),
  fc.oneof(
    fc.constantFrom('yes', 'no', 'hall', 'web', 'satisfied', 'neutral', 'air', '', ' ', 'nonsense'),
    fc.array(fc.constantFrom('yes', 'satisfied', 'neutral', 'air', 'water', 'soil'), {
      maxLength: 4,
    }),
  ),
);

function tally(responses: Record<string, unknown>[]): Counts {
  const counts = new Map<string, Map<string, number>>();
  for (const answers of responses)
    for (const { item: id, option } of contributionsOf(form, answers)) {
      const options = counts.get(id) ?? new Map<string, number>();
      counts.set(id, options.set(option, (options.get(option) ?? 0) + 1));
    }
  return counts;
}

describe('counts of any responses', () => {
  it('of a single choice add up to its base, and no base exceeds the responses', () => {
    fc.assert(
      fc.property(fc.array(anyAnswers, { maxLength: 30 }), (responses) => {
        const counts = tally(responses);
        for (const { id, base, options } of frequencies(form, counts)) {
          const marks = options.reduce((total, option) => total + option.count, 0);
          const type = itemsOf(form).find((each) => each.id === id)?.type;
          if (type === 'single' || type === 'satisfaction') expect(marks).toBe(base);
          if (type === 'multiple')
            for (const option of options) expect(option.count).toBeLessThanOrEqual(base);
          expect(base).toBeLessThanOrEqual(countResponses(counts));
        }
      }),
    );
  });

  it('hold nothing but the items and options of the questionnaire', () => {
    const known = new Set([
      ':composite',
      ...itemsOf(form).flatMap((each) => [
        `${each.id}:`,
        ...optionsOf(form, each).map((option) => `${each.id}:${option.id}`),
      ]),
    ]);
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const [first, ...rest] = flat(contributionsOf(form, answers));
        expect(first).toBe(':');
        for (const added of rest) expect(known).toContain(added);
        expect(new Set(rest).size).toBe(rest.length);
      }),
    );
  });

  it('of the valid are not moved by an invalid response', () => {
    const validOnly = (responses: Record<string, unknown>[]) =>
      frequencies(
        form,
        tally(
          responses.filter(
            (answers) =>
              judge(form, answers, { channel: 'paper', durationSeconds: null, repeat: null })
                .disposition === 'valid',
          ),
        ),
      );
    const good = { visited: 'no', service: 'satisfied' };
    const invalid = [
      { visited: 'no', service: ['satisfied', 'neutral'] },
      { visited: 'no' },
      { ...good, visited: 'yes' },
      { ...good, colour: 'red' },
    ];
    expect(validOnly([good, ...invalid])).toEqual(validOnly([good]));
    fc.assert(
      fc.property(
        fc.array(anyAnswers, { maxLength: 10 }),
        fc.constantFrom(...invalid),
        (responses, bad) => {
          expect(validOnly([...responses, bad])).toEqual(validOnly(responses));
        },
      ),
    );
  });
});

describe('a frequency table', () => {
  it('has every item and option in the order of the questionnaire, unasked for or not', () => {
    const table = frequencies(form, countsOf({}));
    expect(table.map(({ id }) => id)).toEqual([
      'visited',
      'how',
      'service',
      'speed',
      'topics',
      'remark',
    ]);
    expect(table[2]?.options.map(({ id }) => id)).toEqual([
      'very-satisfied',
      'satisfied',
      'neutral',
      'dissatisfied',
    ]);
  });

  it('takes shares of the item’s own base, so that a skipped optional item is out of it', () => {
    const table = frequencies(
      form,
      countsOf({
        '': { '': 4 },
        visited: { '': 4, yes: 3, no: 1 },
        speed: { '': 3, satisfied: 1, neutral: 2 },
      }),
    );
    const percents = (id: string) =>
      table
        .find((each) => each.id === id)
        ?.options.map(({ percent }) => percent && display(percent, 2));
    expect(percents('visited')).toEqual(['75.00', '25.00']);
    expect(percents('speed')).toEqual(['0.00', '33.33', '66.67', '0.00']);
  });

  it('has no percentage, not 0, where the base is empty', () => {
    const [visited] = frequencies(form, countsOf({ '': { '': 2 } }));
    expect(visited).toEqual({
      id: 'visited',
      base: 0,
      options: [
        { id: 'yes', count: 0, percent: null },
        { id: 'no', count: 0, percent: null },
      ],
    });
  });
});
