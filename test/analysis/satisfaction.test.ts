import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOfItems } from '../../analysis/composite/items.ts';
import { display } from '../../analysis/rounding.ts';
import { itemSatisfaction, surveyResults } from '../../analysis/satisfaction.ts';
import { compositeItems } from '../../survey-definitions/composite-items.ts';
import {
  asWritten,
  compare,
  exact,
  fraction,
  HUNDRED,
  subtract,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import { countsOf, item, questionnaire, SATISFACTION, section } from '../support/questionnaires.ts';

const WEIGHTS = SATISFACTION.options.map((option) => option.weight);
const weighted = (counts: number[]) =>
  counts.map((count, place) => ({ count, weight: WEIGHTS[place] ?? 0 }));
const total = (counts: number[]) => counts.reduce((all, count) => all + count, 0);

describe('the satisfaction of an item', () => {
  it.each([
    [[1, 0, 0, 0], '100', '100'],
    [[0, 0, 0, 1], '0', '0'],
    [[1, 1, 1, 1], '60', '60'],
    [[1, 1, 1, 0], '80', '79.992'],
    [[2, 1, 0, 0], '280/3', '93.334'],
    [[65, 58, 12, 2], '11860/137', '86.578'],
  ])('with counts %o is %s exactly and %s as the reports make it', (counts, exactly, published) => {
    const base = total(counts);
    expect(itemSatisfaction(weighted(counts), base, 'exact')).toEqual(exact(exactly));
    expect(itemSatisfaction(weighted(counts), base, 'published')).toEqual(exact(published));
  });

  it('is nothing, not 0, where nobody answered', () => {
    for (const rounding of ['exact', 'published'] as const)
      expect(itemSatisfaction(weighted([0, 0, 0, 0]), 0, rounding)).toBeNull();
  });

  const counts = fc.array(fc.nat({ max: 10 ** 6 }), { minLength: 4, maxLength: 4 });

  it('lies within the weights and does not change when every count is multiplied', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 50 }), (given, times) => {
        const base = total(given);
        fc.pre(base > 0);
        const value = itemSatisfaction(weighted(given), base, 'exact') ?? ZERO;
        expect(compare(value, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(value, HUNDRED)).toBeLessThanOrEqual(0);
        const more = given.map((count) => count * times);
        expect(itemSatisfaction(weighted(more), base * times, 'exact')).toEqual(value);
      }),
    );
  });

  it('differs between the two ways by half a hundredth per option and its weight at most', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const base = total(given);
        fc.pre(base > 0);
        const [a, b] = (['exact', 'published'] as const).map(
          (rounding) => itemSatisfaction(weighted(given), base, rounding) ?? ZERO,
        );
        const apart = subtract(a ?? ZERO, b ?? ZERO);
        const bound = fraction(total(WEIGHTS) * 5, 100_000);
        expect(compare(apart, bound)).toBeLessThanOrEqual(0);
        expect(compare(subtract(ZERO, apart), bound)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the composite', () => {
  it.each([
    ['is the mean of the items, each weighing the same', ['90', '80', '100'], '90'],
    ['is exact', ['90', '80', '81'], '251/3'],
    ['leaves out an item with an empty base', ['90', null, '80'], '85'],
    ['counts a true 0', ['90', '0'], '45'],
    ['is nothing, not 0, where no item has a base', [null, null], null],
    ['is nothing where there are no items', [], null],
  ])('%s', (_, items, value) => {
    const rows = items.map((each, index) => ({
      id: `item-${index}`,
      satisfaction: each === null ? null : exact(each),
    }));
    expect(meanOfItems({ items: rows }).value).toEqual(value === null ? null : exact(value));
  });

  const rated = (role: string, ...ids: string[]) =>
    section(
      role,
      role,
      ids.map((id) => item(id, 'satisfaction')),
    );

  it.each([
    [
      'of the sections with the role satisfaction',
      [rated('background', 'site'), rated('satisfaction', 'a', 'b')],
      ['a', 'b'],
    ],
    [
      'of every section where none has that role',
      [rated('background', 'site'), rated('other', 'a')],
      ['site', 'a'],
    ],
  ])('is made of the satisfaction items %s', (_, sections, items) => {
    expect(compositeItems(questionnaire(sections))).toEqual(items);
  });

  it('is made of satisfaction items alone', () => {
    const mixed = section('s', 'satisfaction', [item('a', 'satisfaction'), item('b', 'single')]);
    expect(compositeItems(questionnaire([mixed]))).toEqual(['a']);
  });
});

describe('the results of a survey', () => {
  const form = questionnaire([
    section('profile', 'profile', [item('visited', 'single')]),
    section('rating', 'satisfaction', [
      item('a', 'satisfaction'),
      item('b', 'satisfaction', { required: false }),
      item('overall', 'satisfaction'),
    ]),
    section('more', 'opinion', [item('remark', 'text', { required: false })]),
  ]);
  const counts = countsOf({
    '': { '': 3 },
    visited: { '': 3, yes: 2, no: 1 },
    a: { '': 3, 'very-satisfied': 1, satisfied: 1, neutral: 1 },
    overall: { '': 3, 'very-satisfied': 3 },
    remark: { '': 1 },
  });

  it('show an item that nobody answered, and give it no weight', () => {
    const { items, composite: value } = surveyResults(form, counts, 'exact');
    expect(items.map(({ id, base }) => [id, base])).toEqual([
      ['visited', 3],
      ['a', 3],
      ['b', 0],
      ['overall', 3],
      ['remark', 1],
    ]);
    expect(items.map(({ satisfaction }) => satisfaction && display(satisfaction, 2))).toEqual([
      null,
      '80.00',
      null,
      '100.00',
      null,
    ]);
    expect(value).toEqual(exact(90));
  });

  it('give weights only where there is a scale, and no share where the base is empty', () => {
    const [visited, a, b] = surveyResults(form, counts, 'exact').items;
    expect(visited?.options[0]).toEqual({
      id: 'yes',
      count: 2,
      scored: false,
      percent: fraction(200, 3),
    });
    expect(a?.options[1]).toEqual({
      id: 'satisfied',
      count: 1,
      scored: true,
      percent: fraction(100, 3),
      weight: fraction(80),
      weighted: fraction(80, 3),
    });
    expect(b?.options[1]).toEqual({
      id: 'satisfied',
      count: 0,
      scored: true,
      percent: null,
      weight: fraction(80),
      weighted: null,
    });
  });

  it('round percentages first, and nothing after them, in the way of the reports', () => {
    const { items, composite: value } = surveyResults(form, counts, 'published');
    const a = items.find(({ id }) => id === 'a');
    expect(a?.options[1]?.percent).toEqual(exact('33.33'));
    expect(a?.options[1]?.weighted).toEqual(exact('26.664'));
    expect(a?.satisfaction).toEqual(exact('79.992'));
    expect(value).toEqual(exact('89.996'));
  });

  it('of a survey without responses are empty, not 0', () => {
    const results = surveyResults(form, countsOf({}), 'exact');
    expect(results.base).toBe(0);
    expect(results.composite).toBeNull();
    expect(Object.values(results.comparators)).toEqual([null, null, null, null, null]);
  });

  it('have the weighted shares of an item add up to its satisfaction', () => {
    for (const rounding of ['exact', 'published'] as const) {
      const a = surveyResults(form, counts, rounding).items.find(({ id }) => id === 'a');
      const shares = a?.options.map((option) => ({
        count: option.count,
        weight: option.weight ? asWritten(option.weight) : 0,
      }));
      expect(itemSatisfaction(shares ?? [], 3, rounding)).toEqual(a?.satisfaction);
    }
  });
});
