import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeRange, itemRange } from '../../analysis/composite-range.ts';
import { contributionsOf } from '../../analysis/counts.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import type { Composite } from '../../survey-definitions/composite.ts';
import { compare, exact, type Fraction } from '../../survey-definitions/fraction.ts';
import type { Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { countsOf, item, questionnaire, section } from '../support/questionnaires.ts';

const ITEMS = ['a', 'b', 'c', 'd'];

/** Two scales with any weights, the best first; each may offer 不了解. */
const scale = (id: string) =>
  fc
    .record({
      weights: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 6 }),
      outOf: fc.integer({ min: 1, max: 120 }),
      unscored: fc.boolean(),
    })
    .map(({ weights, outOf, unscored }) => ({
      id,
      outOf: `${outOf}/3`,
      options: [
        ...weights
          .toSorted((one, other) => other - one)
          .map((weight, g) => ({ id: `g${g}`, label: `第${g}级`, weight: `${weight}/3` })),
        ...(unscored ? [{ id: 'dk', label: '不了解', scored: false }] : []),
      ],
    }));

const composite: fc.Arbitrary<Composite | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Composite>(
    { method: 'items', weights: { a: '0.5', b: '1/3', d: '1/6' } },
    {
      method: 'dimensions',
      dimensions: [
        { id: 'one', name: '一', weight: '0.3', items: ['a', 'c'] },
        { id: 'two', name: '二', weight: '0.7', items: ['b'] },
      ],
    },
    { method: 'pooled' },
    { method: 'overall', item: 'b' },
    { method: 'top', grades: 1 },
    { method: 'top', grades: 3 },
  ),
  fc
    .integer({ min: 1, max: 100 })
    .map((threshold): Composite => ({ method: 'persons', threshold: String(threshold) })),
);

const anyQuestionnaire = fc
  .record({ one: scale('one'), two: scale('two'), composite })
  .map(({ one, two, composite }) =>
    questionnaire(
      [
        section(
          's',
          'satisfaction',
          ITEMS.map((id, i) =>
            item(id, 'satisfaction', { scale: i % 2 ? 'two' : 'one', required: false }),
          ),
        ),
      ],
      { scales: [one, two], ...(composite && { composite }) },
    ),
  );

/** For each respondent and item a number that picks one of its options, or none. */
const picks = fc.array(fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), { maxLength: 12 });

function answersTo(q: Questionnaire, picked: readonly number[]): Answers {
  return Object.fromEntries(
    ITEMS.flatMap((id, i) => {
      const { options } = q.scales[i % 2] as Questionnaire['scales'][number];
      const option = options[(picked[i] ?? 0) % (options.length + 1)];
      return option === undefined ? [] : [[id, option.id]];
    }),
  );
}

function countsMade(q: Questionnaire, responses: readonly Answers[]) {
  const counts: Record<string, Record<string, number>> = {};
  for (const answers of responses)
    for (const { item: id, option } of contributionsOf(q, answers)) {
      const options = counts[id] ?? {};
      counts[id] = options;
      options[option] = (options[option] ?? 0) + 1;
    }
  return countsOf(counts);
}

const within = (value: Fraction, range: { lowest: Fraction; highest: Fraction } | null) =>
  range !== null && compare(range.lowest, value) <= 0 && compare(value, range.highest) <= 0;

describe('the smallest and the largest possible value', () => {
  it('hold every composite, by whatever method, and the satisfaction of every item', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyQuestionnaire, picks, (q, given) => {
        const counts = countsMade(
          q,
          given.map((picked) => answersTo(q, picked)),
        );
        const { composite: value, made, items } = surveyResults(q, counts, 'exact');
        if (value !== null) {
          seen.add(made.method);
          expect(within(value, compositeRange(q))).toBe(true);
        }
        for (const { id, satisfaction } of items)
          if (satisfaction !== null) expect(within(satisfaction, itemRange(q, id))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(seen.size).toBe(7);
  });

  it('are reached where everybody gives the worst grade to one item, or the best', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (q) => {
        const reached = ITEMS.flatMap((id, i) => {
          const grades =
            q.scales[i % 2]?.options.filter(({ weight }) => weight !== undefined) ?? [];
          return [grades[0], grades.at(-1)].flatMap((grade) => {
            const counts = countsMade(q, [{ [id]: grade?.id ?? '' }]);
            const { composite: value } = surveyResults(q, counts, 'exact');
            return value === null ? [] : [value];
          });
        }).toSorted(compare);
        expect(compositeRange(q)).toEqual({ lowest: reached[0], highest: reached.at(-1) });
      }),
    );
  });

  it('are those of a scale that stops at 80, of a share, of persons who cannot reach the threshold', () => {
    const upTo80 = {
      id: 'satisfaction',
      options: [
        { id: 'good', label: '好', weight: 80 },
        { id: 'bad', label: '差', weight: 20 },
        { id: 'dk', label: '不了解', scored: false },
      ],
    };
    const of = (composite?: Composite) =>
      compositeRange(
        questionnaire([section('s', 'satisfaction', [item('a', 'satisfaction')])], {
          scales: [upTo80],
          ...(composite && { composite }),
        }),
      );
    const range = (lowest: number, highest: number) => ({
      lowest: exact(lowest),
      highest: exact(highest),
    });
    expect(of()).toEqual(range(20, 80));
    expect(of({ method: 'top', grades: 1 })).toEqual(range(0, 100));
    expect(of({ method: 'persons', threshold: '60' })).toEqual(range(0, 100));
    expect(of({ method: 'persons', threshold: '81' })).toEqual(range(0, 0));
    expect(of({ method: 'persons', threshold: '20' })).toEqual(range(100, 100));
  });

  it('are none where no item counts', () => {
    const q = questionnaire([section('s', 'profile', [item('age', 'single')])]);
    expect([compositeRange(q), itemRange(q, 'age'), itemRange(q, 'gone')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
