import { describe, expect, it } from 'vitest';
import { explainComposite } from '../../analysis/explain-composite.ts';
import type { Rounding } from '../../analysis/percent.ts';
import { display } from '../../analysis/rounding.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { judge } from '../../analysis/validity.ts';
import type { Composite } from '../../survey-definitions/composite.ts';
import { fraction } from '../../survey-definitions/fraction.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { countedOf, validOf } from '../support/counted.ts';
import { item, questionnaire, section } from '../support/questionnaires.ts';
import { asked, FIVE, GIVEN } from '../support/rated-questionnaire.ts';

function resultsBy(composite?: Composite, given = GIVEN, rounding: Rounding = 'exact') {
  const form = asked(composite);
  const results = surveyResults(form, countedOf(form, validOf(form, given)), rounding);
  const topics: Record<string, string> = {
    air: '空气',
    water: '水质',
    noise: '噪声',
    overall: '总体',
    nature: '自然',
    quiet: '安静',
  };
  const inWords = (language: Language = 'zh-CN') =>
    explainComposite(
      { value: results.composite, made: results.made },
      rounding,
      { topicOf: (id) => topics[id] ?? id, nameOf: (id) => topics[id] ?? id },
      language,
    );
  return { ...results, inWords };
}

describe('five respondents on a scale of five with “不了解”', () => {
  it('are four valid ones, one of whom has no part in the composite, and one who is ineligible', () => {
    const { base, compositeBase } = resultsBy();
    expect([base, compositeBase]).toEqual([4, 3]);
    expect(
      GIVEN.map(
        (answers) =>
          judge(asked(), answers, { channel: 'paper', durationSeconds: null, repeat: null })
            .disposition,
      ),
    ).toEqual(['valid', 'valid', 'valid', 'valid', 'ineligible']);
  });

  it('have a base of scored answers for each item, beside those who answered', () => {
    const { items } = resultsBy();
    expect(
      items
        .filter(({ scale }) => scale)
        .map(({ id, base, answered, satisfaction }) => [
          id,
          base,
          answered,
          satisfaction && display(satisfaction, 2),
        ]),
    ).toEqual([
      ['air', 3, 4, '73.33'], // (5 + 4 + 2) ÷ 5 ÷ 3
      ['water', 2, 4, '60.00'], // (4 + 2) ÷ 5 ÷ 2
      ['noise', 2, 3, '40.00'], // (3 + 1) ÷ 5 ÷ 2
      ['overall', 3, 4, '73.33'], // (4 + 5 + 2) ÷ 5 ÷ 3
    ]);
  });

  it('take shares of the grades of the base, and of “不了解” of all who answered', () => {
    const water = resultsBy().items.find(({ id }) => id === 'water');
    expect(water?.options.map(({ id, count, percent }) => [id, count, percent])).toEqual([
      ['o5', 0, fraction(0)],
      ['o4', 1, fraction(50)],
      ['o3', 0, fraction(0)],
      ['o2', 1, fraction(50)],
      ['o1', 0, fraction(0)],
      ['dk', 2, fraction(50)], // 2 of 4
    ]);
  });
});

const DIMENSIONS: Composite = {
  method: 'dimensions',
  dimensions: [
    { id: 'nature', name: '自然', weight: 0.6, items: ['air', 'water'] },
    { id: 'quiet', name: '安静', weight: '0.4', items: ['noise'] },
  ],
};
const WEIGHTS: Composite = {
  method: 'items',
  weights: { air: 0.5, water: '0.3', noise: '1/5' },
};

describe('their composite, each way by hand and in words', () => {
  it.each<[string, Composite | undefined, ReturnType<typeof fraction>, string, string]>([
    [
      // (11/15 + 3/5 + 2/5 + 11/15) ÷ 4 = 37/60
      'the mean of the items',
      undefined,
      fraction(3700, 60),
      '四题平均 = (73.33 + 60 + 40 + 73.33) ÷ 4 ≈ 61.67。',
      'Mean of 4 items = (73.33 + 60 + 40 + 73.33) ÷ 4 ≈ 61.67.',
    ],
    [
      // 0.5 × 11/15 + 0.3 × 3/5 + 0.2 × 2/5 = 11/30 + 18/100 + 8/100
      'items with weights',
      WEIGHTS,
      fraction(18_800, 300),
      '三题加权平均 = 0.5 × 73.33 + 0.3 × 60 + 0.2 × 40 ≈ 62.67。',
      'Weighted mean of 3 items = 0.5 × 73.33 + 0.3 × 60 + 0.2 × 40 ≈ 62.67.',
    ],
    [
      // 0.6 × (11/15 + 3/5) ÷ 2 + 0.4 × 2/5 = 0.4 + 0.16
      'dimensions',
      DIMENSIONS,
      fraction(56),
      '两个维度加权平均 = 0.6 × 66.67 + 0.4 × 40 ≈ 56.00；“自然” = (73.33 + 60) ÷ 2 ≈ 66.67；“安静” = 40.00。',
      'Weighted mean of 2 dimensions = 0.6 × 66.67 + 0.4 × 40 ≈ 56.00; “自然” = (73.33 + 60) ÷ 2 ≈ 66.67; “安静” = 40.00.',
    ],
    [
      // (11 + 6 + 4 + 11) ÷ 5 over 3 + 2 + 2 + 3 answers
      'all answers pooled',
      { method: 'pooled' },
      fraction(64),
      '四题的全部 10 个计分回答合并，按权重平均 = 64.00。',
      'All 10 scored answers to 4 items together, averaged by weight = 64.00.',
    ],
    [
      // 11/15
      'the overall item',
      { method: 'overall', item: 'overall' },
      fraction(1100, 15),
      '总体题“总体”的满意度（3 个计分回答） ≈ 73.33。',
      'Satisfaction of the overall item “总体” (3 scored answers) ≈ 73.33.',
    ],
    [
      // (2/3 + 1/2 + 0 + 2/3) ÷ 4 = 11/24
      'the share of the two best grades',
      { method: 'top', grades: 2 },
      fraction(1100, 24),
      '四题最好两档占比的平均 = (66.667 + 50 + 0 + 66.667) ÷ 4 ≈ 45.83。',
      'Share of the 2 best grades, mean of 4 items = (66.667 + 50 + 0 + 66.667) ÷ 4 ≈ 45.83.',
    ],
    [
      // 16/20 reaches 80 % and 9/10 does; 7/20 does not
      'the share of respondents who reach 80',
      { method: 'persons', threshold: '80' },
      fraction(200, 3),
      '有计分回答的 3 人中，2 人本人各题平均达到满分的 80%；2 ÷ 3 ≈ 66.67%。',
      'Of 3 respondents with a scored answer, 2 reach 80% of full marks on their own mean; 2 ÷ 3 ≈ 66.67%.',
    ],
  ])('by %s', (_, composite, value, zh, en) => {
    const results = resultsBy(composite);
    expect(results.composite).toEqual(value);
    expect(results.inWords()).toBe(zh);
    expect(results.inWords('en')).toBe(en);
  });

  it('stands beside every other way but its own', () => {
    const gaps = (composite?: Composite) => {
      const { comparatorGaps, comparators } = resultsBy(composite);
      const own = Object.entries(comparatorGaps).flatMap(([name, gap]) =>
        gap === 'the-composite' ? [name] : [],
      );
      const { itemMean, pooled, overallItem, topTwoBox } = comparators;
      const shown = [itemMean, pooled, overallItem, topTwoBox].map((one) => one && display(one, 2));
      return [own, shown];
    };
    expect(gaps()).toEqual([['itemMean'], [null, '64.00', '73.33', '45.83']]);
    expect(gaps({ method: 'pooled' })).toEqual([['pooled'], ['61.67', null, '73.33', '45.83']]);
    expect(gaps({ method: 'overall', item: 'overall' })).toEqual([
      ['overallItem'],
      ['61.67', '64.00', null, '45.83'],
    ]);
    expect(gaps({ method: 'top', grades: 2 })).toEqual([
      ['topTwoBox'],
      ['61.67', '64.00', '73.33', null],
    ]);
    expect(gaps({ method: 'top', grades: 1 })[0]).toEqual([]);
    expect(gaps({ method: 'persons', threshold: 80 })[0]).toEqual([]);
    // Of the three items that count: (11/15 + 3/5 + 2/5) ÷ 3, and 21 of 35 points.
    // The overall item is none of them and is asked all the same.
    expect(gaps(WEIGHTS)).toEqual([[], ['57.78', '60.00', '73.33', '38.89']]);
  });
});

describe('where nobody gave a scored answer', () => {
  const noNoise = GIVEN.map((answers) =>
    answers['noise'] ? { ...answers, noise: 'dk' } : answers,
  );

  it('to an item with a weight, the other weights are scaled up, and the line says so', () => {
    // (0.5 × 11/15 + 0.3 × 3/5) ÷ 0.8 = 41/60
    const results = resultsBy(WEIGHTS, noNoise);
    expect(results.composite).toEqual(fraction(4100, 60));
    expect(results.inWords()).toBe(
      '两题加权平均 = (0.5 × 73.33 + 0.3 × 60) ÷ 0.8 ≈ 68.33；“噪声”没有计分的回答，其余权重按比例放大。',
    );
    expect(results.inWords('en')).toBe(
      'Weighted mean of 2 items = (0.5 × 73.33 + 0.3 × 60) ÷ 0.8 ≈ 68.33; no scored answer to “噪声”, the other weights scaled up in proportion.',
    );
  });

  it('in a whole dimension, its weight goes to the others', () => {
    // 0.6 × 2/3 ÷ 0.6
    const results = resultsBy(DIMENSIONS, noNoise);
    expect(results.composite).toEqual(fraction(200, 3));
    expect(results.inWords()).toBe(
      '“自然” = (73.33 + 60) ÷ 2 ≈ 66.67；“安静”没有计分的回答，其余权重按比例放大。',
    );
  });

  it('to an item of a mean, it is left out', () => {
    expect(resultsBy(undefined, noNoise).inWords()).toBe(
      '三题平均 = (73.33 + 60 + 73.33) ÷ 3 ≈ 68.89；“噪声”没有计分的回答，不计入。',
    );
  });

  it('to any item, there is no number and the line says that', () => {
    const nobody = GIVEN.slice(3);
    for (const composite of [
      undefined,
      WEIGHTS,
      DIMENSIONS,
      { method: 'pooled' },
      { method: 'overall', item: 'overall' },
      { method: 'top', grades: 2 },
      { method: 'persons', threshold: 80 },
    ] as const) {
      const results = resultsBy(composite, nobody);
      expect(results).toMatchObject({ base: 1, composite: null, compositeBase: 0 });
      expect(results.inWords()).toBe('还没有计分的回答。');
    }
  });
});

describe('the line', () => {
  it('says ≈ for shares that were rounded first, though the sum of them ends', () => {
    const line = resultsBy({ method: 'pooled' }, GIVEN, 'published').inWords();
    expect(line).toBe('四题的全部 10 个计分回答合并，按权重平均 ≈ 64.00。');
    expect(resultsBy({ method: 'persons', threshold: 80 }, GIVEN, 'published').inWords()).toContain(
      '2 ÷ 3 ≈ 66.67%',
    );
  });

  it('of very many items shows the first and the last', () => {
    const parts = Array.from({ length: 300 }, (_, n) => ({
      id: `i${n}`,
      weight: fraction(1, 300),
      value: fraction(n, 3),
    }));
    const line = (made: Parameters<typeof explainComposite>[0]) =>
      explainComposite(made, 'exact', { topicOf: (id) => id, nameOf: (id) => id }, 'zh-CN');
    expect(line({ value: fraction(299, 6), made: { method: 'mean', parts } })).toBe(
      '300 题平均 = (0 + 0.33 + 0.67 + … + 99.67) ÷ 300 ≈ 49.83。',
    );
    const empty = parts.map((part) => ({ ...part, value: part.id === 'i0' ? part.value : null }));
    expect(line({ value: fraction(0), made: { method: 'mean', parts: empty } })).toBe(
      '“i0”的满意度 = 0.00；“i1”、“i2”、“i3”、…、“i299”没有计分的回答，不计入。',
    );
  });

  it('writes weights as they are, a third too', () => {
    const parts = [
      { id: 'a', weight: fraction(1, 3), value: fraction(90) },
      { id: 'b', weight: fraction(2, 3), value: fraction(60) },
    ];
    expect(
      explainComposite(
        { value: fraction(70), made: { method: 'items', parts } },
        'exact',
        { topicOf: (id) => id, nameOf: (id) => id },
        'en',
      ),
    ).toBe('Weighted mean of 2 items = (1/3) × 90 + (2/3) × 60 = 70.00.');
  });
});

describe('a scale of 1 to 5', () => {
  it('with a mean of 4.2 says 84 %, and its column adds up to that', () => {
    // Ten answers: 5 × 4, 4 × 4, 3 × 2 = 42; 42 ÷ 10 = 4.2; 4.2 ÷ 5 = 84 %.
    const form = questionnaire(
      [section('r', 'satisfaction', [item('a', 'satisfaction', { scale: 'five' })])],
      {
        scales: [FIVE],
      },
    );
    const given = ['o5', 'o5', 'o5', 'o5', 'o4', 'o4', 'o4', 'o4', 'o3', 'o3', 'dk'];
    const counts = countedOf(
      form,
      given.map((a) => ({ a })),
    );
    const [only] = surveyResults(form, counts, 'exact').items;
    expect(only).toMatchObject({ base: 10, answered: 11, satisfaction: fraction(84) });
    expect(only?.options.map(({ weighted }) => weighted && display(weighted, 2))).toEqual([
      '40.00', // 40 % × 5/5
      '32.00', // 40 % × 4/5
      '12.00', // 20 % × 3/5
      '0.00',
      '0.00',
      undefined,
    ]);
  });

  it('of thirds keeps them exact', () => {
    const thirds = {
      id: 'thirds',
      outOf: 1,
      options: [1, '2/3', '1/3', 0].map((weight, n) => ({ id: `t${n}`, label: `${n}`, weight })),
    };
    const form = questionnaire(
      [section('r', 'satisfaction', [item('a', 'satisfaction', { scale: 'thirds' })])],
      {
        scales: [thirds],
      },
    );
    // (1 + 2/3 + 1/3) ÷ 3 = 2/3
    const counts = countedOf(form, [{ a: 't0' }, { a: 't1' }, { a: 't2' }]);
    const [only] = surveyResults(form, counts, 'exact').items;
    expect(only?.satisfaction).toEqual(fraction(200, 3));
    // 33 1/3 % × 1, × 2/3, × 1/3
    expect(only?.options.map(({ weighted }) => weighted)).toEqual([
      fraction(100, 3),
      fraction(200, 9),
      fraction(100, 9),
      fraction(0),
    ]);
  });
});
