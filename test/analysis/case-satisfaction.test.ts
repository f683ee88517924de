import { describe, expect, it } from 'vitest';
import { meanOfItems } from '../../analysis/composite/items.ts';
import type { Rounding } from '../../analysis/percent.ts';
import { display } from '../../analysis/rounding.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { compositeItems } from '../../survey-definitions/composite-items.ts';
import {
  add,
  divide,
  exact,
  type Fraction,
  fraction,
  multiply,
  sum,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import { caseCounts, type PrintedRow, publishedQuestionnaire, shuozhou } from '../support/cases.ts';
import { frequencies } from '../support/frequencies.ts';

// Shuozhou 2019: what was printed, against what follows from the printed counts.
const GROUPS = [
  { id: 'management-object', questionnaire: publishedQuestionnaire('management-object') },
  { id: 'public', questionnaire: publishedQuestionnaire('public-ecology') },
] as const;

const groups = GROUPS.map(({ id, questionnaire }) => {
  const published = shuozhou.groups[id];
  const counts = caseCounts(questionnaire, published);
  const rows = published.publishedTable.filter((row) => row.item !== 'composite');
  return { id, questionnaire, published, counts, rows };
});
function group(id: (typeof GROUPS)[number]['id']) {
  const found = groups.find((each) => each.id === id);
  if (!found) throw new Error(`no group ${id}`);
  return found;
}
const results = (id: (typeof GROUPS)[number]['id'], rounding: Rounding) =>
  surveyResults(group(id).questionnaire, group(id).counts, rounding);

const rowsOf = ({ id, rows, questionnaire, counts }: (typeof groups)[number]) =>
  rows.map((row) => {
    const item = surveyResults(questionnaire, counts, 'published').items.find(
      (each) => each.id === row.item,
    );
    if (!item) throw new Error(`${row.item} is printed and not asked`);
    return { name: `${id}: ${row.item}`, row, item };
  });
const rows = groups.flatMap(rowsOf);
const isWrong = ({ name }: { name: string }) => name === 'public: overall';
const right = rows.filter((each) => !isWrong(each));
const two = (value: Fraction | null | undefined) => value && display(value, 2);

describe('the published Shuozhou 2019 tables', () => {
  it('print a row for every item of the composite, in its order', () => {
    for (const { questionnaire, rows: printed } of groups)
      expect(printed.map((row) => row.item)).toEqual(compositeItems(questionnaire));
    expect(rows).toHaveLength(12);
  });

  it('have every choice item answered by everybody', () => {
    for (const { questionnaire, counts, published } of groups)
      for (const { base, options } of frequencies(questionnaire, counts))
        expect(base).toBe(options.length === 0 ? 0 : published.valid);
  });

  // No column is printed for the last option, whose weight is 0.
  it.each(right)('print percentages that follow from the counts: $name', ({ row, item }) => {
    expect(item.options.slice(0, 3).map(({ percent }) => two(percent))).toEqual(row.percent);
    expect(item.options.slice(0, 3).map(({ weighted }) => two(weighted))).toEqual(row.weighted);
    expect(two(item.satisfaction)).toBe(row.satisfaction);
  });

  it('print one percentage that does not follow: 64.42 of the public’s overall, where 91 of 137 is 66.42', () => {
    const wrong = rows.filter(isWrong).map(({ row, item }) => ({
      printed: row.percent,
      computed: item.options.slice(0, 3).map(({ percent }) => two(percent)),
      satisfaction: [row.satisfaction, two(item.satisfaction)],
    }));
    expect(wrong).toEqual([
      {
        printed: ['64.42', '33.58', '0.00'],
        computed: ['66.42', '33.58', '0.00'],
        satisfaction: ['91.28', '93.28'],
      },
    ]);
  });
});

describe('the composite of the management objects', () => {
  it.each(['exact', 'published'] as const)('is 94.35 as printed, rounding %s', (rounding) => {
    const { base, composite: value } = results('management-object', rounding);
    expect(base).toBe(56);
    expect(two(value)).toBe('94.35');
  });

  it('is 7925/84, neither rounded nor a float, in exact rounding', () => {
    expect(results('management-object', 'exact').composite).toEqual(fraction(7925, 84));
  });
});

describe('the composite of the public', () => {
  it('is 89.34 exactly, 12240/137', () => {
    const { base, composite: value } = results('public', 'exact');
    expect(base).toBe(137);
    expect(value).toEqual(fraction(12_240, 137));
    expect(two(value)).toBe('89.34');
  });

  it('is 89.35 by the published method, not the printed 89.01', () => {
    expect(two(results('public', 'published').composite)).toBe('89.35');
    expect(group('public').published.publishedTable.at(-1)?.satisfaction).toBe('89.01');
  });

  it('becomes the printed 89.01 when that one percentage is replaced: 64.42 for 66.42', () => {
    const weights = [100, 80, 60, 0];
    const satisfactionFrom = (percents: (Fraction | null)[]) =>
      sum(
        percents.map((percent, place) =>
          multiply(percent ?? ZERO, fraction(weights[place] ?? 0, 100)),
        ),
      );
    const items = rows
      .filter(({ name }) => name.startsWith('public'))
      .map(({ name, item }) => {
        const percents = item.options.map(({ percent }) => percent);
        return isWrong({ name }) ? [exact('64.42'), ...percents.slice(1)] : percents;
      });
    const asPrinted = items.map((each, index) => ({
      id: `item-${index}`,
      satisfaction: satisfactionFrom(each),
    }));
    expect(two(meanOfItems({ items: asPrinted }).value)).toBe('89.01');
  });

  it('is moved by that slip alone: with it, the printed rows give the printed composite row', () => {
    const table = group('public').published.publishedTable;
    const printed = table.at(-1) as PrintedRow;
    const meanOf = (place: number) => {
      const column = table.slice(0, -1).map((row) => exact(row.percent[place] ?? '0'));
      return divide(column.reduce(add), fraction(column.length));
    };
    expect([0, 1, 2].map((place) => display(meanOf(place), 2))).toEqual(printed.percent);
  });
});

describe('the two ways to round', () => {
  it('part by a hundredth on the public’s air: 11860/137 is 86.57, and 86.58 was printed', () => {
    const air = rows.find(({ name }) => name === 'public: air');
    expect(results('public', 'exact').items.find(({ id }) => id === 'air')?.satisfaction).toEqual(
      fraction(11_860, 137),
    );
    expect(display(fraction(11_860, 137), 2)).toBe('86.57');
    expect(two(air?.item.satisfaction)).toBe('86.58');
  });

  it('part on the mean of the public: 12240/137 is 89.3431, the mean of the published rows 89.3470', () => {
    const both = (['exact', 'published'] as const).map((rounding) => {
      const value = results('public', rounding).composite;
      return value && display(value, 4);
    });
    expect(both).toEqual(['89.3431', '89.3470']);
  });
});
