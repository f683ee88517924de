import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { type Json, sampleIndicator, sampleSystem, told } from './samples.ts';

type Row = [what: string, change: (system: Json) => void, expected: string[]];

const FIRST = '$.level1[0].level2[0].indicators[0]';

const SHAPE: Row[] = [
  ['no reference', (s) => delete s.reference, ['missing $.reference']],
  ['no grade bands', (s) => (s.gradeBands = []), ['too-small $.gradeBands']],
  ['five decimals of a score', (s) => (s.scoreDecimals = 5), ['too-large $.scoreDecimals']],
  ['a code in small letters', (s) => (s.level1[0].code = 'a'), ['wrong-format $.level1[0].code']],
  [
    'a weight in words',
    (s) => (s.level1[0].weight = 'hundred'),
    ['wrong-format $.level1[0].weight'],
  ],
  ['a weight left out', (s) => delete s.level1[0].weight, ['missing $.level1[0].weight']],
  ['a weight of null', (s) => (s.level1[0].weight = null), ['wrong-type $.level1[0].weight']],
  [
    'a weight of more digits than anyone needs',
    (s) => (s.level1[0].weight = `100.${'0'.repeat(60)}`),
    ['too-large $.level1[0].weight'],
  ],
  [
    'a kind of rule there is not',
    (s) => (first(s).rule = { kind: 'dice' }),
    [`not-one-of ${FIRST}.rule.kind`],
  ],
  [
    'a deduction in shares and in points at once',
    (s) => (first(s).rule = { ...steps(), deduct: { share: 0.1, points: 1 } }),
    [`fits-no-form ${FIRST}.rule.deduct`],
  ],
  [
    'a point of a checklist with neither share nor points',
    (s) => (first(s).rule = { kind: 'checklist', items: [{ id: '①', label: '有制度' }] }),
    [`fits-no-form ${FIRST}.rule.items[0]`],
  ],
  [
    'a rounding of partial steps there is not',
    (s) => (first(s).rule = { ...steps(), partialStep: 'unspecified' }),
    [`not-one-of ${FIRST}.rule.partialStep`],
  ],
  [
    'a survey group that is no id',
    (s) =>
      (first(s).rule = {
        kind: 'target-proportional',
        target: 90,
        below: 'value',
        from: { group: '公众', quantity: 'composite' },
      }),
    [`wrong-format ${FIRST}.rule.from.group`],
  ],
  [
    'an item’s satisfaction without the item',
    (s) =>
      (first(s).rule = {
        kind: 'target-proportional',
        target: 90,
        below: 'value',
        from: { group: 'public', quantity: 'item-satisfaction' },
      }),
    [`missing ${FIRST}.rule.from.item`],
  ],
];

const CODES_AND_WEIGHTS: Row[] = [
  [
    'two indicators of one code',
    (s) => (s.level1[0].level2[1].indicators[0].code = 'A101'),
    ['duplicate-code $.level1[0].level2[1].indicators[0].code'],
  ],
  [
    'a level and an indicator of one code',
    (s) => (first(s).code = 'A1'),
    [`duplicate-code ${FIRST}.code`],
  ],
  [
    'indicators that do not add up to their level 2',
    (s) => (first(s).weight = 59.99),
    ['weights-do-not-close $.level1[0].level2[0].weight'],
  ],
  [
    'level 2 that does not add up to its level 1',
    (s) => {
      s.level1[0].level2[0].weight = 61;
      first(s).weight = 61;
    },
    ['weights-do-not-close $.level1[0].weight'],
  ],
  [
    'level 1 that does not add up to 100',
    (s) => {
      s.level1[0].weight = 99;
      s.level1[0].level2[1].weight = 39;
      s.level1[0].level2[1].indicators[0].weight = 39;
    },
    ['weights-do-not-close $.level1'],
  ],
  [
    'an indicator that weighs nothing',
    (s) => s.level1[0].level2[0].indicators.push(sampleIndicator('A102', 0, { kind: 'manual' })),
    ['weight-not-positive $.level1[0].level2[0].indicators[1].weight'],
  ],
  [
    'an indicator that weighs less than nothing',
    (s) => {
      first(s).weight = 61;
      s.level1[0].level2[0].indicators.push(sampleIndicator('A102', -1, { kind: 'manual' }));
    },
    ['weight-not-positive $.level1[0].level2[0].indicators[1].weight'],
  ],
  [
    'a placeholder, which nobody fills here',
    (s) => (first(s).ruleText = '{{department}}完成的得满分。'),
    [`undeclared-placeholder ${FIRST}.ruleText`],
  ],
];

const GRADES: Row[] = [
  [
    'a gap between two grades',
    (s) =>
      (s.gradeBands = [
        { grade: '良', min: 80 },
        { grade: '差', below: 79.99 },
      ]),
    ['bands-leave-gap $.gradeBands[0]'],
  ],
  [
    'two grades for one total',
    (s) =>
      (s.gradeBands = [
        { grade: '良', min: 80 },
        { grade: '差', below: '80.01' },
      ]),
    ['bands-overlap $.gradeBands[0]'],
  ],
  [
    'no grade for the lowest totals',
    (s) =>
      (s.gradeBands = [
        { grade: '良', min: 80 },
        { grade: '差', min: 1, below: 80 },
      ]),
    ['bands-leave-gap $.gradeBands[1]'],
  ],
  [
    'no grade for a full 100',
    (s) =>
      (s.gradeBands = [
        { grade: '良', min: 80, below: 100 },
        { grade: '差', below: 80 },
      ]),
    ['bands-leave-gap $.gradeBands[0]'],
  ],
  [
    'a grade that no total reaches',
    (s) => (s.gradeBands[0].below = 80),
    ['empty-band $.gradeBands[0]'],
  ],
  [
    'two grades of one name',
    (s) => (s.gradeBands[1].grade = '良 '),
    ['not-told-apart $.gradeBands[1].grade'],
  ],
  [
    'a grade that nobody sees',
    (s) => (s.gradeBands[1].grade = '\u200b'),
    ['blank $.gradeBands[1].grade'],
  ],
  [
    'a grade for every total beside another',
    (s) => s.gradeBands.push({ grade: '优' }),
    ['bands-overlap $.gradeBands[2]', 'bands-overlap $.gradeBands[0]'],
  ],
];

/** Faults where it is new, warnings where it was published before anybody looked at them. */
const BLANK: Row[] = [
  ['title', (s) => (s.title = '\u200b'), ['blank $.title']],
  ['source', (s) => (s.reference = '\u3000'), ['blank $.reference']],
  ['name', (s) => (s.level1[0].name = '\u2800'), ['blank $.level1[0].name']],
  ['target', (s) => (first(s).target = ' '), [`blank ${FIRST}.target`]],
  ['unit', (s) => (first(s).unit = ''), [`blank ${FIRST}.unit`]],
  ['rule in words', (s) => (first(s).ruleText = '\ufe0f'), [`blank ${FIRST}.ruleText`]],
];

describe('an indicator system', () => {
  it.each(BLANK)(
    'is refused for a %s that nobody sees, and told of it once published',
    (_what, change, expected) => {
      const input = sampleSystem();
      change(input);
      const isNew = checkIndicatorSystem(input);
      expect(isNew.ok ? [] : told(isNew.faults)).toEqual(expected);
      const published = checkIndicatorSystem(input, 'en', 'published');
      expect(published.ok && told(published.warnings)).toEqual(expected);
    },
  );

  it('with sound codes, weights and bands has neither fault nor warning, and two decimals', () => {
    const checked = checkIndicatorSystem(sampleSystem());
    expect(checked).toMatchObject({ ok: true, warnings: [], value: { scoreDecimals: 2 } });
  });

  it.each(SHAPE)('is refused for its shape: %s', (_what, change, expected) => {
    expect(faultsAfter(change)).toEqual(expected);
  });

  it.each(CODES_AND_WEIGHTS)('is refused for its weights: %s', (_what, change, expected) => {
    expect(faultsAfter(change)).toEqual(expected);
  });

  it.each(GRADES)('is refused for its grades: %s', (_what, change, expected) => {
    expect(faultsAfter(change)).toEqual(expected);
  });

  it('may have grades in any order, and closed at 0 and above 100', () => {
    const change = (s: Json) =>
      (s.gradeBands = [
        { grade: '差', min: 0, below: 60 },
        { grade: '优', min: 90, below: 101 },
        { grade: '中', min: 60, below: 90 },
      ]);
    expect(faultsAfter(change)).toEqual([]);
  });

  it('says what the weights add up to, as the numbers they are', () => {
    const input = sampleSystem();
    first(input).weight = '181/3';
    const checked = checkIndicatorSystem(input, 'en');
    expect(!checked.ok && checked.faults[0]?.message).toBe(
      'the weights below add up to 181/3, not 60',
    );
  });

  it('closes over thirds and tenths, which floats would miss', () => {
    const parts = ['1/3', '1/3', '1/3', 0.1, 0.2, 0.7, '58.0'];
    const input = sampleSystem();
    input.level1[0].level2[0].indicators = parts.map((weight, i) =>
      sampleIndicator(`A10${i}`, weight, { kind: 'manual' }),
    );
    expect(checkIndicatorSystem(input)).toMatchObject({ ok: true });
  });

  it('closes exactly where its weights add up, and not a ten-thousandth beside', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 599_999 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(cuts, fc.constantFrom(-1, 0, 1), (marks, off) => {
        const ends = [0, ...marks.toSorted((a, b) => a - b), 600_000];
        const weights = ends.slice(1).map((end, i) => end - (ends[i] ?? 0));
        weights[0] = (weights[0] ?? 0) + off;
        fc.pre(weights.every((weight) => weight > 0));
        const input = sampleSystem();
        input.level1[0].level2[0].indicators = weights.map((weight, i) =>
          sampleIndicator(`X${i}`, decimal(weight), { kind: 'manual' }),
        );
        expect(checkIndicatorSystem(input).ok).toBe(off === 0);
      }),
    );
  });
});

/** Ten-thousandths as the JSON number that is written. */
const decimal = (tenThousandths: number) => Number((tenThousandths / 10_000).toFixed(4));

const steps = (): Json => ({
  kind: 'step-deduction',
  target: 10,
  side: 'upper',
  step: 1,
  deduct: { share: 0.2 },
  partialStep: 'proportional',
});

function first(system: Json): Json {
  return system.level1[0].level2[0].indicators[0];
}

function faultsAfter(change: (system: Json) => void): string[] {
  const input = sampleSystem();
  change(input);
  const checked = checkIndicatorSystem(input);
  return checked.ok ? [] : told(checked.faults);
}
