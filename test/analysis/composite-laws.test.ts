import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SurveyResults, surveyResults } from '../../analysis/satisfaction.ts';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { compositeItems } from '../../survey-definitions/composite-items.ts';
import {
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  subtract,
  sum,
  ZERO,
} from '../../survey-definitions/fraction.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { anyRatedAnswers, anyRatedQuestionnaire } from '../support/any-rated-questionnaire.ts';
import { countedOf } from '../support/counted.ts';

const answered = anyRatedQuestionnaire.chain((questionnaire) =>
  fc.record({
    questionnaire: fc.constant(questionnaire),
    answers: fc.array(anyRatedAnswers(questionnaire), { maxLength: 12 }),
  }),
);
const resultsOf = (
  questionnaire: Questionnaire,
  answers: readonly Answers[],
  rounding: 'exact' | 'published' = 'exact',
) => surveyResults(questionnaire, countedOf(questionnaire, answers), rounding);

const ratedItems = (questionnaire: Questionnaire) =>
  itemsOf(questionnaire).filter(({ type }) => type === 'satisfaction');
const chosenOf = (questionnaire: Questionnaire, wanted: 'scored' | 'unscored') =>
  ratedItems(questionnaire).map((item) => ({
    item: item.id,
    options: optionsOf(questionnaire, item)
      .filter(({ weight }) => (weight === undefined) === (wanted === 'unscored'))
      .map(({ id }) => id),
  }));

/** Everybody answers every rated item with a grade. */
const allAnswerAll = anyRatedQuestionnaire.chain((questionnaire) =>
  fc.record({
    questionnaire: fc.constant(questionnaire),
    answers: fc.array(
      fc
        .record(
          Object.fromEntries(
            chosenOf(questionnaire, 'scored').map(({ item, options }) => [
              item,
              fc.constantFrom(...options),
            ]),
          ),
        )
        .map((given): Answers => ({ who: 'here', ...(given as Record<string, string>) })),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);

describe('a questionnaire that the laws are tried on', () => {
  it('is a usable definition', () => {
    fc.assert(
      fc.property(anyRatedQuestionnaire, (questionnaire) => {
        expect(checkQuestionnaire(JSON.parse(JSON.stringify(questionnaire)))).toMatchObject({
          ok: true,
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the table of an item', () => {
  it('has shares of the grades that close to 100, and a weighted column that adds up to the satisfaction', () => {
    fc.assert(
      fc.property(answered, fc.constantFrom('exact', 'published'), (given, rounding) => {
        const { items } = resultsOf(given.questionnaire, given.answers, rounding);
        for (const { base, answered: all, scale, options, satisfaction } of items) {
          if (scale === null) continue;
          const grades = options.filter(({ scored }) => scored);
          const unscored = options.filter(({ scored }) => !scored);
          const count = (some: typeof options) => some.reduce((total, one) => total + one.count, 0);
          expect([count(grades), count(unscored)]).toEqual([base, all - base]);
          expect(grades.map(({ weighted }) => weighted ?? null).includes(null)).toBe(base === 0);
          if (base === 0) continue;
          expect(sum(grades.map(({ weighted }) => weighted ?? ZERO))).toEqual(satisfaction);
          if (rounding === 'exact')
            expect(sum(grades.map(({ percent }) => percent ?? ZERO))).toEqual(fraction(100));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a composite', () => {
  it('pooled is the mean of the items where all of them have the same base', () => {
    fc.assert(
      fc.property(allAnswerAll, ({ questionnaire, answers }) => {
        const pooled = resultsOf({ ...questionnaire, composite: { method: 'pooled' } }, answers);
        const items = resultsOf({ ...questionnaire, composite: { method: 'items' } }, answers);
        expect(pooled.composite).toEqual(items.composite);
        expect(new Set(items.items.filter((item) => item.scale).map(({ base }) => base)).size).toBe(
          1,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is moved by no unscored answer, and neither is any satisfaction', () => {
    const numbers = ({ composite, compositeBase, comparators, items }: SurveyResults) => ({
      composite,
      compositeBase,
      comparators,
      items: items.map(({ id, base, satisfaction }) => [id, ratedBase(id, base), satisfaction]),
    });
    const ratedBase = (id: string, base: number) => (id.startsWith('r') ? base : undefined);
    let moved = 0;
    fc.assert(
      fc.property(answered, fc.nat({ max: 3 }), ({ questionnaire, answers }, times) => {
        const unscored: Answers = { who: 'here' };
        for (const { item, options } of chosenOf(questionnaire, 'unscored'))
          if (options[0] !== undefined) unscored[item] = options[0];
        const more = [...answers, ...Array.from({ length: times }, () => unscored)];
        const [before, after] = [resultsOf(questionnaire, answers), resultsOf(questionnaire, more)];
        expect(numbers(after)).toEqual(numbers(before));
        // They are counted all the same.
        const answersTo = ({ items }: SurveyResults) =>
          items.reduce((total, item) => total + (item.scale ? item.answered : 0), 0);
        const added = (Object.keys(unscored).length - 1) * times;
        moved += added;
        expect(answersTo(after) - answersTo(before)).toBe(added);
      }),
      { numRuns: 80 },
    );
    expect(moved).toBeGreaterThan(0);
  });

  it('of weighted items is the mean by the weights of those that have a base', () => {
    let scaledUp = 0;
    fc.assert(
      fc.property(answered, ({ questionnaire, answers }) => {
        const { composite } = questionnaire;
        fc.pre(composite?.method === 'items' && composite.weights !== undefined);
        const { items, composite: value } = resultsOf(questionnaire, answers);
        const weights = composite?.method === 'items' ? (composite.weights ?? {}) : {};
        const parts = items.flatMap(({ id, satisfaction }) => {
          const [n, d] = String(weights[id] ?? '0/1').split('/');
          return satisfaction === null || weights[id] === undefined
            ? []
            : [{ satisfaction, weight: fraction(BigInt(n ?? 0), BigInt(d ?? 1)) }];
        });
        if (parts.length > 0 && parts.length < Object.keys(weights).length) scaledUp += 1;
        const total = sum(parts.map(({ weight }) => weight));
        const expected =
          parts.length === 0
            ? null
            : sum(
                parts.map(({ satisfaction, weight }) =>
                  multiply(satisfaction, divide(weight, total)),
                ),
              );
        expect(value).toEqual(expected);
      }),
      { numRuns: 60 },
    );
    expect(scaledUp).toBeGreaterThan(0);
  });

  it('by published rounding is no further from the exact one than the shares were rounded', () => {
    fc.assert(
      fc.property(answered, ({ questionnaire, answers }) => {
        const both = (['exact', 'published'] as const).map((rounding) =>
          resultsOf(questionnaire, answers, rounding),
        );
        const [exactly, published] = both;
        // Half a hundredth for every grade of the scales that count.
        const counting = new Set(compositeItems(questionnaire));
        const scales = new Set(
          ratedItems(questionnaire).flatMap((item) =>
            item.type === 'satisfaction' && counting.has(item.id) ? [item.scale] : [],
          ),
        );
        const grades = questionnaire.scales
          .filter(({ id }) => scales.has(id))
          .flatMap(({ options }) => options.filter(({ weight }) => weight !== undefined)).length;
        const most = fraction(grades, 200);
        const apart = (a: Fraction | null = null, b: Fraction | null = null) => {
          if (a === null || b === null) {
            expect(a).toEqual(b);
            return ZERO;
          }
          const difference = subtract(a, b);
          return compare(difference, ZERO) < 0 ? subtract(ZERO, difference) : difference;
        };
        expect(compare(apart(exactly?.composite, published?.composite), most)).not.toBe(1);
      }),
      { numRuns: 100 },
    );
  });
});
