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
    ['', new Map([['', 1_000_000]])],
    ...rated.map(({ id }, n): [string, Map<string, number>] => {
      const base = 999_983 - 2 * n;
      return [
        id,
        new Map([
          ['', base],
          ['very-satisfied', base - 7],
          ['neutral', 7],
        ]),
      ];
    }),
  ]);
}
