import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { item, questionnaire, section } from './questionnaires.ts';

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/**
 * As many items (300) and options (2,000) as a questionnaire may have: 20 lists of 50, 250 items of four grades, 30 texts.
 * @param part of them, such as 0.5
 */
export function largestQuestionnaire(part = 1): Questionnaire {
  return questionnaire(
    [
      section(
        'choices',
        'profile',
        times(20 * part, (n) =>
          item(`choice-${n}`, n % 2 === 0 ? 'single' : 'multiple', {
            options: times(50, (o) => `option-${o}`),
          }),
        ),
      ),
      section(
        'rated',
        'satisfaction',
        times(250 * part, (n) => item(`rated-${n}`, 'satisfaction', { required: false })),
      ),
      section(
        'texts',
        'opinion',
        times(30 * part, (n) => item(`text-${n}`, 'text', { maxLength: 100, required: false })),
      ),
    ],
    { id: 'largest' },
  );
}

const GRADES = ['1', '16/17', '12/13', '10/11', '6/7', '4/5', '2/3', '0'];

/**
 * As many options (2,000) on as many rated items (250) as a questionnaire may have, weights that never end, in fifty weighted
 * dimensions.
 */
export function largestRated(part = 1): Questionnaire {
  const dimensions = 50 * part;
  const id = (d: number, n: number) => `rated-${d}-${n}`;
  const all = times(dimensions, (d) => times(5, (n) => id(d, n)));
  return questionnaire(
    all.map((items, d) =>
      section(
        `part-${d}`,
        'satisfaction',
        items.map((each) => item(each, 'satisfaction', { required: false })),
      ),
    ),
    {
      id: 'largest-rated',
      scales: [
        {
          id: 'satisfaction',
          outOf: 1,
          options: GRADES.map((weight, g) => ({ id: `g${g}`, label: `${8 - g}级`, weight })),
        },
      ],
      composite: {
        method: 'dimensions',
        dimensions: all.map((items, d) => ({
          id: `d${d}`,
          name: `维度 ${d}`,
          weight: `1/${dimensions}`,
          items,
        })),
      },
    },
  );
}

/** An indicator system of 40 rules of 50 bands each, all by one number of a survey. */
export function largestBands(part = 1): IndicatorSystem {
  const rules = 40 * part;
  const bands = [
    ...times(49, (b) => ({ min: 99 - b, ...(b > 0 && { maxExclusive: 100 - b }), points: 0 })),
    { maxExclusive: 51, points: 1 },
  ];
  const weight = `${100 / rules}`;
  return IndicatorSystem.parse({
    ...largestSystem(),
    id: 'largest-bands',
    level1: [
      {
        code: 'L',
        name: '一级',
        weight: 100,
        level2: [
          {
            code: 'L1',
            name: '二级',
            weight: 100,
            indicators: times(rules, (n) => ({
              code: `L1-${n}`,
              name: `指标 ${n}`,
              weight,
              target: '≥90%',
              ruleText: '按档计分',
              rule: {
                kind: 'tiered-bands',
                from: { group: 'public', quantity: 'composite' },
                bands: bands.map((band) =>
                  band.points === 0 ? band : { ...band, points: weight },
                ),
              },
            })),
          },
        ],
      },
    ],
  });
}

const PRIMES = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71] as const;
const ID = 'abcd';

/**
 * As many indicators (500) and entries of rules (2,000) as a system may have, in shares that bring their denominator to its limit.
 * @param part of them, such as 0.5
 */
export function largestSystem(part = 1): IndicatorSystem {
  let n = 0;
  const indicator = (code: string) => {
    const prime = PRIMES[n++ % PRIMES.length] ?? 7;
    const shares = [1, 2, 3, prime - 6];
    return {
      code,
      name: code,
      weight: `${1 / part}/5`,
      target: '100%',
      ruleText: '按要点计分',
      rule: {
        kind: 'checklist',
        items: shares.map((share, i) => ({
          id: ID.charAt(i),
          label: `要点 ${ID.charAt(i)}`,
          share: `${share}/${prime}`,
        })),
      },
    };
  };
  return IndicatorSystem.parse({
    id: 'largest',
    version: 1,
    title: '最大的体系',
    reference: '为测试而作',
    gradeBands: [
      { grade: '优', min: 90 },
      { grade: '良', below: 90 },
    ],
    level1: times(10 * part, (a) => ({
      code: `L${a}`,
      name: `一级 ${a}`,
      weight: 10 / part,
      level2: times(5, (b) => ({
        code: `L${a}-${b}`,
        name: `二级 ${a}-${b}`,
        weight: 2 / part,
        indicators: times(10, (c) => indicator(`L${a}-${b}-${c}`)),
      })),
    })),
  });
}

/** What scorers could enter for it at worst: credits that do not reduce either. */
export function entriesOfLargestSystem(): Record<string, { inputs: unknown }> {
  const entries: Record<string, { inputs: unknown }> = {};
  const credit = { a: '1/97', b: '2/101', c: '3/103', d: '5/107' };
  for (const level1 of largestSystem().level1)
    for (const { indicators } of level1.level2)
      for (const { code } of indicators) entries[code] = { inputs: { credit } };
  return entries;
}

/** Counts of answers in which every rated item has a base of its own, so that their mean never reduces. */
export function unlikeCounts(q: Questionnaire): Map<string, Map<string, number>> {
  const rated = q.sections.flatMap(({ items }) =>
    items.filter(({ type }) => type === 'satisfaction'),
  );
  return new Map([
    [
      '',
      new Map([
        ['', 1_000_000],
        ['composite', 1_000_000],
      ]),
    ],
    ...rated.map(({ id }, n): [string, Map<string, number>] => {
      const base = 999_983 - 2 * n;
      return [
        id,
        new Map([
          ['', base],
          ['very-satisfied', base - 7],
          ['neutral', 7],
          ['g1', base - 7],
          ['g3', 7],
        ]),
      ];
    }),
  ]);
}
