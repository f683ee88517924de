import { describe, expect, it } from 'vitest';
import { display } from '../../analysis/rounding.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { fraction } from '../../survey-definitions/fraction.ts';
import { jinan, jinanQuestionnaire } from '../support/cases.ts';
import { countedOf, validOf } from '../support/counted.ts';
import {
  asPrinted,
  COMMUNITY,
  communityAnswers,
  countsPrintedAs,
  PRINTED,
  RESPONDENTS,
} from '../support/jinan.ts';

// Jinan 2022: shares alone were printed; the counts follow from them, and from the counts what was not printed.
const answers = communityAnswers();
const results = surveyResults(
  COMMUNITY,
  countedOf(COMMUNITY, validOf(COMMUNITY, answers)),
  'exact',
);
const optionOf = (item: string, option: string) =>
  results.items.find(({ id }) => id === item)?.options.find(({ id }) => id === option);

describe('the published Jinan 2022 shares', () => {
  it('are each of one whole number of the 187 respondents, those of the case among them', () => {
    for (const { item, option, share } of PRINTED)
      expect([item, option, countsPrintedAs(share)]).toEqual([item, option, [expect.any(Number)]]);
    for (const { id, percent, counts } of jinan.items)
      expect([id, percent.map((share) => countsPrintedAs(share)[0])]).toEqual([id, counts]);
  });

  it('follow from the 187 responses, printed without zeros at their end', () => {
    expect([results.base, RESPONDENTS]).toEqual([187, 187]);
    for (const { item, option, share } of PRINTED) {
      const percent = optionOf(item, option)?.percent;
      expect([item, option, percent && asPrinted(display(percent, 2))]).toEqual([
        item,
        option,
        share,
      ]);
    }
    const shares = PRINTED.map(({ share }) => share);
    expect(shares).toContain('1.6');
    expect(shares).toContain('73.8');
    expect(PRINTED).toHaveLength(2 + 5 + 4 + 6 * 4);
  });

  it('come with seven comments', () => {
    expect(results.items.find(({ id }) => id === 'comments')).toMatchObject({ base: 7 });
  });
});

describe('what follows from them and was not printed', () => {
  it.each([
    ['epidemic-control', 166 * 100 + 16 * 80 + 1 * 60, '95.94'],
    ['efficiency', 150 * 100 + 27 * 80 + 5 * 60, '93.37'],
    ['environment', 142 * 100 + 29 * 80 + 7 * 60, '90.59'],
    ['activities', 126 * 100 + 36 * 80 + 17 * 60, '88.24'],
    ['vulnerable', 138 * 100 + 36 * 80 + 7 * 60, '91.44'],
    ['staff', 150 * 100 + 29 * 80 + 3 * 60, '93.58'],
  ])('is the satisfaction with %s under 100/80/60/0', (id, points, shown) => {
    const satisfaction = results.items.find((item) => item.id === id)?.satisfaction;
    expect(satisfaction).toEqual(fraction(points, 187));
    expect(satisfaction && display(satisfaction, 2)).toBe(shown);
  });

  it('is the composite: 103,440 points of 6 × 187 answers, pooled or by items, since all bases are equal', () => {
    const points = 17_940 + 17_460 + 16_940 + 16_500 + 17_100 + 17_500;
    expect(results.composite).toEqual(fraction(points, 6 * 187));
    expect(results.composite && display(results.composite, 2)).toBe('92.19');
    expect(results.comparators.pooled).toEqual(results.composite);
    expect(results.comparatorGaps.itemMean).toBe('the-composite');
    expect(results.compositeBase).toBe(187);
  });

  it('is the share of the two best grades: 1,045 of them', () => {
    const best = 182 + 177 + 171 + 162 + 174 + 179;
    expect(results.comparators.topTwoBox).toEqual(fraction(100 * best, 6 * 187));
    const top = surveyResults(
      { ...COMMUNITY, composite: { method: 'top', grades: 2 } },
      countedOf(COMMUNITY, answers),
      'exact',
    );
    expect(top.composite && display(top.composite, 2)).toBe('93.14');
  });
});

describe('the questionnaire of the case', () => {
  it('is usable, and its ages and its years of residence are warned of: they share their ends', () => {
    const checked = checkQuestionnaire(jinanQuestionnaire);
    expect(checked.ok).toBe(true);
    expect(
      checked.warnings
        .filter(({ code }) => code.startsWith('ranges-'))
        .map(({ path, message }) => [path, message]),
    ).toEqual([
      ['$.sections[0].items[1].options[1].range', expect.stringContaining('都包含 25')],
      ['$.sections[0].items[1].options[2].range', expect.stringContaining('都包含 35')],
      ['$.sections[0].items[1].options[3].range', expect.stringContaining('都包含 45')],
      ['$.sections[0].items[1].options[4].range', expect.stringContaining('都包含 55')],
      ['$.sections[0].items[2].options[2].range', expect.stringContaining('都包含 5 及以上')],
      // Who has lived there for one year finds no option.
      ['$.sections[0].items[2].options[1].range', expect.stringContaining('1 没有选项')],
    ]);
  });
});
