import { describe, expect, it } from 'vitest';
import type { Comparators } from '../../analysis/comparators.ts';
import { display } from '../../analysis/rounding.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { countsOf, item, questionnaire, section } from '../support/questionnaires.ts';

const scaleOf = (id: string, ...weights: number[]) => ({
  id,
  options: weights.map((weight, place) => ({ id: `o${place}`, label: `${place}`, weight })),
});
const scales = [
  scaleOf('four', 100, 80, 60, 0),
  scaleOf('five', 100, 80, 60, 30, 0),
  scaleOf('two', 100, 0),
  scaleOf('worst-first', 0, 60, 80, 100),
];

/** Comparators of items, each a scale and its counts in the order of the scale. */
function comparators(...items: [id: string, scale: string, counts: number[]][]): Comparators {
  const form = questionnaire(
    [
      section(
        'rating',
        'satisfaction',
        items.map(([id, scale]) => item(id, 'satisfaction', { scale })),
      ),
    ],
    { scales },
  );
  const counts = countsOf(
    Object.fromEntries(
      items.map(([id, , given]) => [
        id,
        {
          '': given.reduce((total, count) => total + count, 0),
          ...Object.fromEntries(given.map((count, place) => [`o${place}`, count])),
        },
      ]),
    ),
  );
  return surveyResults(form, counts, 'exact').comparators;
}

const shown = (comparator: keyof Comparators, all: Comparators) => {
  const value = all[comparator];
  return value && display(value, 2);
};

describe('top-2-box', () => {
  it.each<[string, [string, string, number[]][], string | null]>([
    ['is the share of the two best options', [['a', 'four', [1, 2, 1, 0]]], '75.00'],
    [
      'is the mean of the items, whatever their bases',
      [
        ['a', 'four', [1, 0, 0, 0]],
        ['b', 'four', [0, 0, 5, 5]],
      ],
      '50.00',
    ],
    [
      'leaves out an item with an empty base',
      [
        ['a', 'four', [1, 0, 1, 0]],
        ['b', 'four', [0, 0, 0, 0]],
      ],
      '50.00',
    ],
    [
      'goes by the weights, not by the order on the form',
      [['a', 'worst-first', [1, 0, 1, 2]]],
      '75.00',
    ],
    ['takes scales of any length above two', [['a', 'five', [1, 1, 1, 1, 0]]], '50.00'],
    [
      'does not mind a scale of two that nobody answered on',
      [
        ['a', 'four', [1, 0, 1, 0]],
        ['b', 'two', [0, 0]],
      ],
      '50.00',
    ],
    ['is nothing on a scale of two, where it could only be 100', [['a', 'two', [1, 3]]], null],
    ['is nothing without answers', [['a', 'four', [0, 0, 0, 0]]], null],
  ])('%s', (_, items, value) => {
    expect(shown('topTwoBox', comparators(...items))).toBe(value);
  });
});

describe('the composite with even weights', () => {
  it.each<[string, [string, string, number[]][], string | null]>([
    ['weighs four options 100, 75, 50 and 25', [['a', 'four', [1, 1, 1, 1]]], '62.50'],
    ['never falls below 25', [['a', 'four', [0, 0, 0, 4]]], '25.00'],
    [
      'goes by the weights, not by the order on the form',
      [['a', 'worst-first', [0, 0, 1, 1]]],
      '87.50',
    ],
    [
      'is the mean of the items',
      [
        ['a', 'four', [1, 0, 0, 0]],
        ['b', 'four', [0, 0, 2, 0]],
      ],
      '75.00',
    ],
    [
      'does not mind a scale of another length that nobody answered on',
      [
        ['a', 'four', [1, 0, 0, 0]],
        ['b', 'five', [0, 0, 0, 0, 0]],
      ],
      '100.00',
    ],
    [
      'is nothing where an item has a scale of another length',
      [
        ['a', 'four', [1, 0, 0, 0]],
        ['b', 'five', [1, 0, 0, 0, 0]],
      ],
      null,
    ],
  ])('%s', (_, items, value) => {
    expect(shown('evenWeights', comparators(...items))).toBe(value);
  });
});

describe('the overall item alone', () => {
  it('is the satisfaction of the item “overall”', () => {
    const all = comparators(['a', 'four', [1, 0, 0, 0]], ['overall', 'four', [0, 1, 0, 0]]);
    expect(shown('overallItem', all)).toBe('80.00');
  });
  it('is nothing where there is no such item, or nobody answered it', () => {
    expect(comparators(['a', 'four', [1, 0, 0, 0]]).overallItem).toBeNull();
    expect(comparators(['overall', 'four', [0, 0, 0, 0]]).overallItem).toBeNull();
  });
});

describe('a comparator', () => {
  it('leaves the composite as it is', () => {
    const form = questionnaire([
      section('rating', 'satisfaction', [item('overall', 'satisfaction')]),
    ]);
    const counts = countsOf({ overall: { '': 2, 'very-satisfied': 1, dissatisfied: 1 } });
    const { composite, comparators: beside } = surveyResults(form, counts, 'exact');
    expect(composite && display(composite, 2)).toBe('50.00');
    expect(shown('topTwoBox', beside)).toBe('50.00');
    expect(shown('evenWeights', beside)).toBe('62.50');
    expect(shown('overallItem', beside)).toBe('50.00');
  });
});

describe('a comparator that is the composite itself', () => {
  const even = scaleOf('even', 100, 75, 50, 25);
  const [a, b] = ['a', 'overall'];
  const weights = (first: string, second: string) => ({ [a]: first, [b]: second });
  const dimension = (id: string, weight: string, ...items: string[]) => ({
    id,
    name: id,
    weight,
    items,
  });
  const gapsOf = (composite: unknown, scale = scales[0]) => {
    const of = { scale: scale?.id };
    const form = questionnaire(
      [
        section('rating', 'satisfaction', [
          item(a, 'satisfaction', of),
          item(b, 'satisfaction', of),
        ]),
      ],
      { scales: [scale], composite },
    );
    const counts = countsOf({
      '': { '': 2, composite: 2, persons: 1 },
      [a]: { '': 2, o0: 1, o1: 1 },
      [b]: { '': 2, o0: 2 },
    });
    const { comparators: values, comparatorGaps: gaps } = surveyResults(form, counts, 'exact');
    const same = Object.entries(gaps).filter(([, gap]) => gap === 'the-composite');
    for (const [name] of same) expect(values[name as keyof Comparators]).toBeNull();
    return same.map(([name]) => name);
  };

  it.each<[string, unknown, string[]]>([
    ['the mean, where nothing is said', undefined, ['itemMean']],
    ['the mean, by its name', { method: 'items' }, ['itemMean']],
    [
      'the mean, as weights that are equal',
      { method: 'items', weights: weights('1/2', '0.5') },
      ['itemMean'],
    ],
    ['none, for other weights', { method: 'items', weights: weights('0.4', '0.6') }, []],
    [
      'the mean, as one dimension',
      { method: 'dimensions', dimensions: [dimension('d', '1', a, b)] },
      ['itemMean'],
    ],
    [
      'none, for two dimensions',
      { method: 'dimensions', dimensions: [dimension('d', '0.4', a), dimension('e', '0.6', b)] },
      [],
    ],
    ['all answers pooled', { method: 'pooled' }, ['pooled']],
    ['the overall item', { method: 'overall', item: b }, ['overallItem']],
    ['none, beside an overall item of another name', { method: 'overall', item: a }, []],
    ['the best two grades', { method: 'top', grades: 2 }, ['topTwoBox']],
    ['none, for the best grade alone', { method: 'top', grades: 1 }, []],
    ['none, for a share of persons', { method: 'persons', threshold: 90 }, []],
  ])('is %s', (_, composite, same) => {
    expect(gapsOf(composite)).toEqual(same);
  });

  it('is the mean and even weights at once, on a scale that has these weights', () => {
    expect(gapsOf(undefined, even).sort()).toEqual(['evenWeights', 'itemMean']);
    expect(gapsOf({ method: 'pooled' }, even)).toEqual(['pooled']);
  });

  it('stands beside one item as the numbers of all', () => {
    const form = questionnaire(
      [section('rating', 'satisfaction', [item('a', 'satisfaction'), item('b', 'satisfaction')])],
      { composite: { method: 'overall', item: 'a' } },
    );
    const counts = countsOf({
      a: { '': 1, 'very-satisfied': 1 },
      b: { '': 3, satisfied: 3 },
    });
    const { composite, comparators: beside } = surveyResults(form, counts, 'exact');
    expect(composite && display(composite, 2)).toBe('100.00');
    expect(shown('itemMean', beside)).toBe('90.00');
    expect(shown('pooled', beside)).toBe('85.00');
  });
});
