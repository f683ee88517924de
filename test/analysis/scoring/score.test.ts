import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { display, roundHalfUp } from '../../../analysis/rounding.ts';
import type { Lacking, Missing } from '../../../analysis/scoring/missing.ts';
import { scoreSystem } from '../../../analysis/scoring/score.ts';
import type { SurveyAnswer } from '../../../analysis/scoring/survey-answer.ts';
import { add, compare, exact, fraction, sum, ZERO } from '../../../survey-definitions/fraction.ts';
import type { SurveyQuantity } from '../../../survey-definitions/survey-quantity.ts';
import { indicator, indicatorSystem, noSurvey, override } from '../../support/indicator-systems.ts';

const manual = { kind: 'manual' };
const fed = {
  kind: 'target-proportional',
  target: 90,
  below: 'value',
  from: { group: 'public', quantity: 'composite' },
};
const two = (value: { n: bigint; d: bigint } | null) => value && display(value, 2);

describe('what is missing', () => {
  const notEntered = (what: Lacking): Missing => ({ reason: 'not-entered', what });
  const kinds: [string, unknown, Missing][] = [
    ['completion-ratio', {}, notEntered('done-and-planned')],
    ['target-proportional', { target: 90, below: 'value' }, notEntered('actual-value')],
    [
      'step-deduction',
      { target: 0, side: 'upper', step: 1, deduct: { share: 0.1 }, partialStep: 'up' },
      notEntered('actual-value'),
    ],
    [
      'tiered-bands',
      {
        bands: [
          { min: 1, points: 1 },
          { maxExclusive: 1, points: 0 },
        ],
      },
      notEntered('actual-value'),
    ],
    ['threshold', { op: '<=', target: 1 }, notEntered('actual-value')],
    ['checklist', { items: [{ id: '①', label: 'p', share: 1 }] }, notEntered('checklist')],
    ['all-or-nothing', {}, notEntered('requirement')],
    ['event-deduction', { pointsPerEvent: 1 }, notEntered('events')],
    [
      'category',
      {
        cases: [
          { id: 'a', label: 'a', points: 1 },
          { id: 'b', label: 'b', points: 0 },
        ],
      },
      notEntered('case'),
    ],
    [
      'option-share',
      {
        from: { group: 'public', item: 'q' },
        branches: [{ option: 'a', min: 0.7, credit: 1 }],
        otherwise: 'manual',
      },
      { reason: 'no-survey', group: 'public' },
    ],
    ['manual', {}, notEntered('score')],
  ];
  const system = indicatorSystem([
    kinds.map(([kind, more], place) =>
      indicator(`A${place + 100}`, 2, { kind, ...(more as object) }),
    ),
  ]);

  it.each(kinds.map(([kind, , missing], place) => ({ kind, missing, place })))(
    'is said of an indicator nobody entered anything for: $kind',
    ({ missing, place }) => {
      const scored = scoreSystem(system, {}, noSurvey).indicators[place];
      expect(scored?.missing).toEqual(missing);
      expect(scored).toMatchObject({ explanation: null, ruleScore: null, score: null, rate: null });
    },
  );

  it('is listed in printed order and never counted, so that there is no grade', () => {
    const scored = scoreSystem(system, {}, noSurvey);
    expect(scored.missing.map(({ code }) => code)).toEqual(
      kinds.map((_, place) => `A${place + 100}`),
    );
    expect(scored).toMatchObject({ total: null, grade: null, complete: false });
    expect(scored.byRules).toEqual({ total: null, grade: null, complete: false });
    expect(scored.level1[0]).toMatchObject({ score: null, rate: null });
  });

  it.each([
    ['something of another rule', { met: true }],
    ['a word', 'much'],
    ['a number that is none', { value: 'much' }],
    ['something beside it', { value: 1, colour: 'red' }],
    ['a list', []],
  ])('is a readable entry where %s was entered', (_, inputs) => {
    const odd = indicatorSystem([
      [indicator('A101', 2, { kind: 'threshold', op: '<=', target: 1 })],
    ]);
    const [scored] = scoreSystem(odd, { A101: { inputs } }, noSurvey).indicators;
    expect(scored?.missing).toEqual({ reason: 'unreadable' });
    expect(scored?.score).toBeNull();
  });

  it.each<[string, SurveyAnswer, Missing]>([
    [
      'no survey feeds the group',
      { survey: null, value: null, base: null },
      { reason: 'no-survey', group: 'public' },
    ],
    [
      'its questionnaire lacks the item',
      { survey: 'ABC', value: null, base: null },
      { reason: 'survey-lacks', survey: 'ABC' },
    ],
    [
      'its base is empty',
      { survey: 'ABC', value: null, base: 0 },
      { reason: 'no-answers', survey: 'ABC' },
    ],
  ])('is a survey’s value where %s, even if somebody typed one in', (_, answer, missing) => {
    const system = indicatorSystem([[indicator('A101', 4, fed)]]);
    const [scored] = scoreSystem(
      system,
      { A101: { inputs: { value: 95 } } },
      () => answer,
    ).indicators;
    expect(scored?.missing).toEqual(missing);
    expect(scored?.score).toBeNull();
  });

  it('of some leaves the sum of the others, without rate and grade', () => {
    const half = indicatorSystem([[indicator('A101', 60, manual), indicator('A102', 40, manual)]]);
    const scored = scoreSystem(half, { A101: { inputs: { score: 60 } } }, noSurvey);
    expect(scored.missing).toEqual([
      {
        code: 'A102',
        missing: { reason: 'not-entered', what: 'score' },
      },
    ]);
    expect([two(scored.total), scored.grade, scored.complete]).toEqual(['60.00', null, false]);
    expect(scored.level2[0]).toMatchObject({ score: exact(60), rate: null });
  });

  it('is not looked for under names that every object has', () => {
    const system = indicatorSystem([[indicator('A101', 4, manual)]]);
    const inherits = Object.create({ A101: { inputs: { score: 4 } } });
    expect(scoreSystem(system, inherits, noSurvey).missing).toHaveLength(1);
  });
});

describe('an override', () => {
  const system = indicatorSystem([[indicator('A101', 100, manual)]]);
  const scored = (entry: Parameters<typeof scoreSystem>[1][string]) =>
    scoreSystem(system, { A101: entry }, noSurvey);

  it('counts instead of the rule’s score, which stays visible beside it', () => {
    const { indicators, total, grade, byRules } = scored({
      inputs: { score: 70 },
      override: override('90'),
    });
    expect(indicators[0]).toMatchObject({
      ruleScore: exact(70),
      score: exact(90),
      rate: exact(90),
      explanation: [
        { step: 'scored-by-evaluators' },
        { step: 'given', points: exact(70) },
        { step: 'rounded', from: exact(70), to: exact(70), decimals: 2 },
      ],
      override: { score: '90', reason: 'as published', author: 'admin' },
    });
    expect([two(total), grade]).toEqual(['90.00', '优']);
    expect(byRules).toEqual({ total: exact(70), grade: '中', complete: true });
  });

  it('counts where the rule has no score, and by rules the total stays open', () => {
    const { indicators, missing, complete, grade, byRules } = scored({ override: override(60) });
    expect(indicators[0]?.missing).not.toBeNull();
    expect([missing, complete, grade]).toEqual([[], true, '中']);
    expect(byRules).toEqual({ total: null, grade: null, complete: false });
  });

  it('of 0 counts as 0', () => {
    expect(scored({ inputs: { score: 70 }, override: override(0) })).toMatchObject({
      total: ZERO,
      grade: '差',
      complete: true,
    });
  });

  it('is awarded in the system’s decimals like any score', () => {
    expect(two(scored({ override: override('59.995') }).total)).toBe('60.00');
    expect(scored({ override: override('59.995') }).grade).toBe('中');
  });

  it('that was taken back leaves the rule’s score', () => {
    expect(two(scored({ inputs: { score: 70 }, override: null }).total)).toBe('70.00');
  });
});

describe('a rule fed by a survey', () => {
  const system = indicatorSystem([
    [
      indicator('A101', 4, fed),
      indicator('A102', 2, {
        kind: 'option-share',
        from: { group: 'management-object', item: 'life' },
        branches: [
          { option: 'better', min: 0.7, credit: 1 },
          { option: 'same', min: 0.7, credit: 0.5 },
        ],
        otherwise: 0,
      }),
      indicator('A103', 3, manual),
    ],
  ]);
  const asked: SurveyQuantity[] = [];
  const ask = (need: SurveyQuantity): SurveyAnswer => {
    asked.push(need);
    return { survey: 'ABC', value: exact(need.quantity === 'composite' ? '89.996' : 72), base: 25 };
  };
  const scored = scoreSystem(system, {}, ask);

  it('asks for just what it needs', () => {
    expect(asked).toEqual([
      { group: 'public', quantity: 'composite' },
      { group: 'management-object', quantity: 'option-share', item: 'life', option: 'better' },
      { group: 'management-object', quantity: 'option-share', item: 'life', option: 'same' },
    ]);
  });

  it('shows the answer it went by, with survey and base', () => {
    expect(scored.indicators[0]?.source).toEqual({
      need: { group: 'public', quantity: 'composite' },
      survey: 'ABC',
      value: exact('89.996'),
      base: 25,
    });
    expect(scored.indicators[1]?.source?.need).toMatchObject({ option: 'better' });
    expect(scored.indicators[2]?.source).toBeNull();
  });

  it('takes the exact value: 89.996 does not meet 90', () => {
    const value = { exact: exact('89.996'), decimals: null };
    expect(scored.indicators[0]?.explanation).toEqual([
      { step: 'compared', value, sign: '<', bound: exact(90) },
      {
        step: 'taken',
        value,
        of: 'percent',
        weight: exact(4),
        gives: { exact: exact('3.59984'), seen: exact('3.59984') },
      },
      { step: 'rounded', from: exact('3.59984'), to: exact('3.6'), decimals: 2 },
    ]);
    expect(two(scored.indicators[0]?.ruleScore ?? null)).toBe('3.60');
  });
});

describe('the decimals of a score', () => {
  it.each([
    [0, '4'],
    [1, '3.6'],
    [2, '3.57'],
    [4, '3.5737'],
  ])(
    'are those of the system: with %i of them 89.343 %% of 4 is awarded as %s',
    (scoreDecimals, score) => {
      const system = indicatorSystem([[indicator('A101', 4, fed)]], { scoreDecimals });
      const answer = { survey: 'ABC', value: fraction(12_240, 137), base: 137 };
      const scored = scoreSystem(system, {}, () => answer);
      expect(scored.indicators[0]?.score).toEqual(exact(score));
      expect(scored.indicators[0]?.explanation?.at(-1)).toEqual({
        step: 'rounded',
        from: fraction(2448, 685),
        to: exact(score),
        decimals: scoreDecimals,
      });
      expect(scored.total).toEqual(exact(score));
    },
  );
});

describe('the printed table', () => {
  const weights = fc.array(
    fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  const entries = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 30 })), {
    minLength: 16,
    maxLength: 16,
  });
  const overrides = fc.array(fc.option(fc.integer({ min: 0, max: 20_000 })), {
    minLength: 16,
    maxLength: 16,
  });

  it('adds up: subtotals and total are the sums of the scores as printed', () => {
    fc.assert(
      fc.property(
        weights,
        entries,
        overrides,
        fc.integer({ min: 0, max: 3 }),
        (levels, given, own, scoreDecimals) => {
          let place = 0;
          const system = indicatorSystem(
            levels.map((level) =>
              level.map((weight) =>
                indicator(`A${100 + place++}`, weight, { kind: 'completion-ratio' }),
              ),
            ),
            { scoreDecimals },
          );
          const scored = scoreSystem(
            system,
            Object.fromEntries(
              given.map(([done, planned], at) => {
                const thousandths = own[at];
                return [
                  `A${100 + at}`,
                  {
                    inputs: { done, planned },
                    override: thousandths == null ? null : override(thousandths / 1000),
                  },
                ];
              }),
            ),
            noSurvey,
          );
          const printed = (value: { n: bigint; d: bigint } | null) =>
            exact(display(value ?? ZERO, scoreDecimals));
          const column = scored.indicators.map(({ score }) => printed(score));
          expect(printed(scored.total)).toEqual(sum(column));
          expect(sum(scored.level2.map(({ score }) => printed(score)))).toEqual(
            printed(scored.total),
          );
          expect(sum(scored.level1.map(({ score }) => printed(score)))).toEqual(
            printed(scored.total),
          );
          for (const level of scored.level2) {
            const under = scored.indicators.filter(({ level2 }) => level2 === level.code);
            expect(printed(level.score)).toEqual(sum(under.map(({ score }) => printed(score))));
          }
          const byRules = scored.indicators.map(({ ruleScore }) => printed(ruleScore));
          expect(printed(scored.byRules.total)).toEqual(sum(byRules));
        },
      ),
    );
  });

  it('would not add up if exact scores were summed and rounded at the end', () => {
    const thirds = indicatorSystem([
      [1, 2, 3].map((n) => indicator(`A10${n}`, 1, { kind: 'completion-ratio' })),
    ]);
    const inputs = { done: 1, planned: 3 };
    const scored = scoreSystem(
      thirds,
      { A101: { inputs }, A102: { inputs }, A103: { inputs } },
      noSurvey,
    );
    expect(two(scored.total)).toBe('0.99');
    expect(two(roundHalfUp(add(fraction(1, 3), fraction(2, 3)), 2))).toBe('1.00');
  });

  it('shows a rate of each score and subtotal: score ÷ weight', () => {
    const system = indicatorSystem([[indicator('A101', 4, manual), indicator('A102', 2, manual)]]);
    const entered = { A101: { inputs: { score: 3 } }, A102: { inputs: { score: 1 } } };
    const { indicators, level2, level1 } = scoreSystem(system, entered, noSurvey);
    expect(indicators.map(({ rate }) => two(rate))).toEqual(['75.00', '50.00']);
    expect(two(level2[0]?.rate ?? null)).toBe('66.67');
    expect(level1[0]).toMatchObject({ code: 'A', level1: null });
    expect(level2[0]).toMatchObject({ code: 'A1', level1: 'A' });
  });

  it('has no rate where the weight is 0', () => {
    const system = indicatorSystem([[indicator('A101', 0, manual)]]);
    const [scored] = scoreSystem(system, { A101: { inputs: { score: 0 } } }, noSurvey).indicators;
    expect(scored).toMatchObject({ score: ZERO, rate: null });
    expect(compare(scored?.weight ?? exact(1), ZERO)).toBe(0);
  });
});
