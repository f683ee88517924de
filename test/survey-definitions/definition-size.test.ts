import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import type { Checked } from '../../survey-definitions/fault.ts';
import { add, exact, fraction, sum, ZERO } from '../../survey-definitions/fraction.ts';
import { largestQuestionnaire, largestSystem } from '../support/largest-definitions.ts';
import { type Json, sampleIndicator, sampleQuestionnaire, sampleSystem } from './samples.ts';

const refused = (checked: Checked<unknown>) =>
  checked.ok ? [] : checked.faults.map(({ code, path }) => `${code} ${path}`);
const copy = (definition: unknown): Json => structuredClone(definition);
const times = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n));

const FIRST = '$.level1[0].level2[0].indicators[0]';
const first = (s: Json) => s.level1[0].level2[0].indicators[0];
const choice = (id: string, count: number) => ({
  id,
  type: 'single',
  topic: id,
  text: id,
  options: times(count, (n) => ({ id: `o${n}`, label: `${id} ${n}` })),
});

type Row = [what: string, change: (definition: Json) => void, expected: string[]];

const QUESTIONNAIRES: Row[] = [
  [
    '301 items',
    (q) => q.sections[2].items.push({ ...q.sections[2].items[0], id: 'one-more', text: 'x' }),
    ['too-many $.sections'],
  ],
  [
    'weights of 301 items',
    (q) =>
      (q.composite = {
        method: 'items',
        weights: Object.fromEntries(times(301, (n) => [`item-${n}`, '1/301'])),
      }),
    ['too-many $.composite.weights'],
  ],
  [
    '2,001 options in all',
    (q) => {
      q.sections[2].items.pop();
      q.sections[0].items.splice(0, 1, choice('choice-0', 49), choice('choice-x', 2));
    },
    ['too-many $.sections'],
  ],
];

const LISTS: Row[] = [
  [
    '51 sections',
    (q) => {
      for (const n of times(51, Number))
        q.sections.push({
          id: `s${n}`,
          role: 'other',
          title: `s${n}`,
          items: [choice(`i${n}`, 2)],
        });
    },
    ['too-many $.sections'],
  ],
  [
    '51 scales',
    (q) =>
      (q.scales = times(51, (n) => ({ ...q.scales[0], id: n === 0 ? 'agree' : `scale-${n}` }))),
    ['too-many $.scales'],
  ],
  [
    '51 validity rules',
    (q) => (q.validity = times(51, () => ({ rule: 'no-double-mark' }))),
    ['too-many $.validity'],
  ],
  [
    'a condition of 51 options',
    (q) => (q.sections[0].items[1].showIf = { item: 'age', options: times(51, () => 'young') }),
    ['too-many $.sections[0].items[1].showIf.options'],
  ],
];

const cases = (count: number) => ({
  kind: 'category',
  cases: times(count, (n) => ({ id: `c${n}`, label: `情形 ${n}`, points: n === 0 ? 60 : 0 })),
});

const SYSTEMS: Row[] = [
  ['51 cases of a rule', (s) => (first(s).rule = cases(51)), [`too-many ${FIRST}.rule.cases`]],
  [
    '51 points of a checklist',
    (s) =>
      (first(s).rule = {
        kind: 'checklist',
        items: times(51, (n) => ({ id: `i${n}`, label: `要点 ${n}`, share: '1/51' })),
      }),
    [`too-many ${FIRST}.rule.items`],
  ],
  [
    '51 grades',
    (s) => (s.gradeBands = times(51, (n) => ({ grade: `等级 ${n}`, min: n, below: n + 1 }))),
    ['too-many $.gradeBands'],
  ],
  [
    '501 indicators',
    (s) => {
      const more = times(500, (n) => sampleIndicator(`B${n}`, '1/25', { kind: 'manual' }));
      s.level1[0].level2[0].indicators.push(...more);
    },
    ['too-many $.level1'],
  ],
  [
    '2,001 entries of rules',
    (s) => {
      const indicator = first(s);
      s.level1[0].level2[0].indicators = times(41, (n) => ({
        ...indicator,
        code: `B${n}`,
        rule: cases(n === 40 ? 2 : 50),
      }));
    },
    ['too-many $.level1'],
  ],
  [
    'a weight of nineteen digits',
    (s) => (first(s).weight = '1000000000000000000'),
    [`too-many-digits ${FIRST}.weight`],
  ],
  [
    'a weight over a number of 38 digits',
    (s) => (first(s).weight = `1/${'9'.repeat(38)}`),
    [`too-many-digits ${FIRST}.weight`],
  ],
  [
    'a decimal of nineteen places',
    (s) => (s.gradeBands[0].min = `80.${'0'.repeat(18)}1`),
    ['too-many-digits $.gradeBands[0].min'],
  ],
  [
    'a JSON number with 300 zeros behind the point',
    (s) => (first(s).rule = { kind: 'threshold', op: '>=', target: 1e-300 }),
    [`too-many-digits ${FIRST}.rule.target`],
  ],
  [
    'a share of nineteen places',
    (s) =>
      (first(s).rule = {
        kind: 'checklist',
        items: [{ id: '1', label: '要点', share: `1/${10n ** 18n + 9n}` }],
      }),
    [`too-many-digits ${FIRST}.rule.items[0].share`],
  ],
  [
    'fractions of few digits that never reduce, at the first that is too many',
    (s) => {
      const primes = [999983, 999979, 999961, 999959, 999953, 999931];
      first(s).rule = {
        kind: 'checklist',
        items: primes.map((prime, n) => ({ id: `i${n}`, label: `要点 ${n}`, share: `1/${prime}` })),
      };
    },
    [`numbers-too-fine ${FIRST}.rule.items[5].share`],
  ],
];

describe('a definition is refused that is too large to be worked on in one go', () => {
  it.each(QUESTIONNAIRES)('a questionnaire with %s', (_, change, expected) => {
    const questionnaire = copy(largestQuestionnaire());
    change(questionnaire);
    expect(refused(checkQuestionnaire(questionnaire))).toEqual(expected);
    expect(checkQuestionnaire(questionnaire, 'zh-CN', 'published').ok).toBe(true);
  });

  it.each(LISTS)('a questionnaire with %s', (_, change, expected) => {
    const questionnaire = sampleQuestionnaire();
    change(questionnaire);
    expect(refused(checkQuestionnaire(questionnaire))).toEqual(expected);
    expect(checkQuestionnaire(questionnaire, 'zh-CN', 'published').ok).toBe(true);
  });

  it.each(SYSTEMS)('an indicator system with %s', (_, change, expected) => {
    const system = sampleSystem();
    change(system);
    expect(refused(checkIndicatorSystem(system))).toEqual(expected);
    const published = checkIndicatorSystem(system, 'zh-CN', 'published');
    expect(published.ok).toBe(true);
    expect(published.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });

  it('but not the largest that the limits allow', () => {
    expect(refused(checkQuestionnaire(largestQuestionnaire()))).toEqual([]);
    expect(refused(checkIndicatorSystem(largestSystem()))).toEqual([]);
  });

  it('before a sum is made of its numbers: hundreds of weights that never reduce are refused at the first', () => {
    const system = copy(largestSystem());
    let n = 0;
    for (const level1 of system.level1)
      for (const { indicators } of level1.level2)
        for (const indicator of indicators)
          indicator.weight = `1/${10n ** 37n + BigInt(2 * n++ + 1)}`;
    const found = refused(checkIndicatorSystem(system));
    expect(found).toHaveLength(500);
    expect(found[0]).toBe(`too-many-digits ${FIRST}.weight`);
    // None says that they do not close, which is what took minutes to find out.
    expect(found.filter((each) => !each.startsWith('too-many-digits'))).toEqual([]);
  });
});

describe('a sum of fractions', () => {
  const rational = fc
    .tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n))
    .map(([n, d]) => fraction(n, d));

  it('is the same by halves as one term after another, in lowest terms', () => {
    fc.assert(
      fc.property(fc.array(rational), (terms) => {
        const inTurn = terms.reduce((a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d), exact(0));
        expect(sum(terms)).toEqual(inTurn);
      }),
    );
  });

  it('of what cancels out is 0 over 1', () => {
    expect(add(fraction(1, 7), fraction(-1, 7))).toEqual(ZERO);
  });
});
