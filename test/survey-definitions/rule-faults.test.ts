import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { type Json, sampleSystem, told } from './samples.ts';

const RULE = '$.level1[0].level2[0].indicators[0].rule';

/** The indicator that carries the rule weighs 60. */
const FULL = 60;

const steps = (change: Json): Json => ({
  kind: 'step-deduction',
  target: 10,
  side: 'upper',
  step: 1,
  deduct: { share: 0.2 },
  partialStep: 'proportional',
  ...change,
});
const checklist = (items: Json[], veto?: Json[]): Json => ({
  kind: 'checklist',
  items: items.map((item, i) => ({ id: `${i}`, label: '要点', ...item })),
  veto,
});
const tiers = (bands: Json[], from?: Json): Json => ({ kind: 'tiered-bands', bands, from });
const publicComposite = { group: 'public', quantity: 'composite' };
const optionShare = (branches: Json[], otherwise: Json = 0): Json => ({
  kind: 'option-share',
  from: { group: 'public', item: 'quality-of-life' },
  branches,
  otherwise,
});

describe('a scoring rule', () => {
  it.each<[string, Json]>([
    ['completion ratio', { kind: 'completion-ratio' }],
    ['target', { kind: 'target-proportional', target: 90, below: 'value', from: publicComposite }],
    [
      'target, value over target',
      { kind: 'target-proportional', target: 90, below: 'value-over-target' },
    ],
    ['steps above 0 %', steps({ target: 0, partialStep: 'half-up' })],
    ['steps below, with a floor', steps({ target: 90, side: 'lower', zeroAt: 70 })],
    ['steps in points up to the full weight', steps({ deduct: { points: FULL } })],
    [
      'tiers of a survey from 0 to 100',
      tiers(
        [
          { min: 95, max: 100, points: 60 },
          { min: 0, maxExclusive: 95, points: 0 },
        ],
        publicComposite,
      ),
    ],
    [
      'tiers of any number',
      tiers([
        { max: 0, points: 60 },
        { minExclusive: 0, points: 0 },
      ]),
    ],
    ['threshold', { kind: 'threshold', op: '<=', target: 34, unit: 'μg/m³' }],
    ['checklist of thirds', checklist([{ share: '1/3' }, { share: '1/3' }, { share: '1/3' }])],
    ['checklist of points', checklist([{ points: 59.5 }, { points: 0.5 }])],
    [
      'checklist of both',
      checklist([{ share: 0.5 }, { points: 30 }], [{ id: 'v', label: '否决' }]),
    ],
    ['all or nothing', { kind: 'all-or-nothing' }],
    [
      'events',
      { kind: 'event-deduction', pointsPerEvent: 0.5, events: [{ id: '①', label: '违规' }] },
    ],
    [
      'category',
      {
        kind: 'category',
        cases: [
          { id: 'a', label: '甲', points: 60 },
          { id: 'b', label: '乙', points: 0 },
        ],
      },
    ],
    [
      'option share',
      optionShare([
        { option: 'a', min: 0.7, credit: 1 },
        { option: 'b', min: 0.7, credit: 0.5 },
      ]),
    ],
    [
      'option share falling by steps',
      optionShare([
        { option: 'a', min: 0.7, credit: 1 },
        { option: 'a', min: 0.5, credit: 0.5 },
      ]),
    ],
    ['manual', { kind: 'manual' }],
  ])('is sound: %s', (_what, rule) => {
    expect(checkIndicatorSystem(sampleSystem(rule))).toMatchObject({ ok: true, warnings: [] });
  });

  it.each<[string, Json, string[]]>([
    [
      'a target of 0',
      { kind: 'target-proportional', target: 0, below: 'value' },
      ['not-above-zero .target'],
    ],
    ['a step of 0', steps({ step: 0 }), ['not-above-zero .step']],
    ['a step back', steps({ step: -1 }), ['not-above-zero .step']],
    ['a deduction of nothing', steps({ deduct: { share: 0 } }), ['not-above-zero .deduct.share']],
    [
      'a deduction above the weight, as a share',
      steps({ deduct: { share: 1.01 } }),
      ['share-out-of-range .deduct.share'],
    ],
    [
      'a deduction of no points',
      steps({ deduct: { points: '0.0' } }),
      ['not-above-zero .deduct.points'],
    ],
    [
      'a deduction above the weight, in points',
      steps({ deduct: { points: 60.01 } }),
      ['points-above-weight .deduct.points'],
    ],
    [
      'an upper rule whose 0 lies below the target',
      steps({ zeroAt: 5 }),
      ['zero-within-target .zeroAt'],
    ],
    [
      'a lower rule whose 0 lies at the target',
      steps({ side: 'lower', zeroAt: 10 }),
      ['zero-within-target .zeroAt'],
    ],
    ['a share above 1', checklist([{ share: '4/3' }]), ['share-out-of-range .items[0].share']],
    [
      'a share below 0',
      checklist([{ share: -0.5 }, { share: 1 }]),
      ['share-out-of-range .items[0].share'],
    ],
    [
      'points above the weight',
      checklist([{ points: 61 }]),
      ['points-above-weight .items[0].points'],
    ],
    [
      'points below 0',
      checklist([{ points: -1 }, { points: 60 }]),
      ['below-zero .items[0].points'],
    ],
    [
      'two points of one id',
      checklist([{ share: 0.5 }, { id: '0', share: 0.5 }]),
      ['duplicate-id .items[1].id'],
    ],
    [
      'a veto with the id of a point',
      checklist([{ share: 1 }], [{ id: '0', label: '否决' }]),
      ['duplicate-id .veto[0].id'],
    ],
    [
      'a point whose id every object has',
      checklist([{ id: '__proto__', share: 1 }]),
      ['reserved-id .items[0].id'],
    ],
    [
      'events that cost nothing',
      { kind: 'event-deduction', pointsPerEvent: 0 },
      ['not-above-zero .pointsPerEvent'],
    ],
    [
      'an event that costs more than all',
      { kind: 'event-deduction', pointsPerEvent: 61 },
      ['points-above-weight .pointsPerEvent'],
    ],
    [
      'two events of one id',
      {
        kind: 'event-deduction',
        pointsPerEvent: 1,
        events: [
          { id: 'e', label: '甲' },
          { id: 'e', label: '乙' },
        ],
      },
      ['duplicate-id .events[1].id'],
    ],
    [
      'two cases of one id, with more points than the weight and fewer than none',
      {
        kind: 'category',
        cases: [
          { id: 'a', label: '甲', points: 61 },
          { id: 'a', label: '乙', points: -1 },
        ],
      },
      [
        'points-above-weight .cases[0].points',
        'below-zero .cases[1].points',
        'duplicate-id .cases[1].id',
      ],
    ],
    [
      'a credit above 1',
      optionShare([{ option: 'a', min: 0.7, credit: 1.5 }]),
      ['share-out-of-range .branches[0].credit'],
    ],
    [
      'a minimum of 0',
      optionShare([{ option: 'a', min: 0, credit: 1 }]),
      ['not-above-zero .branches[0].min'],
    ],
    [
      'a minimum in percent',
      optionShare([{ option: 'a', min: 70, credit: 1 }]),
      ['share-out-of-range .branches[0].min'],
    ],
    [
      'a credit otherwise above 1',
      optionShare([{ option: 'a', min: 0.7, credit: 1 }], '1.01'),
      ['share-out-of-range .otherwise'],
    ],
    [
      'tiers with a gap in one number',
      tiers([
        { minExclusive: 85, points: 60 },
        { maxExclusive: 85, points: 0 },
      ]),
      ['bands-leave-gap .bands[0]'],
    ],
    [
      'tiers that share one number',
      tiers([
        { min: 85, points: 60 },
        { max: 85, points: 0 },
      ]),
      ['bands-overlap .bands[0]'],
    ],
    [
      'tiers that leave out what a scorer may enter',
      tiers([
        { min: 85, max: 100, points: 60 },
        { min: 0, maxExclusive: 85, points: 0 },
      ]),
      ['bands-leave-gap .bands[1]', 'bands-leave-gap .bands[0]'],
    ],
    [
      'tiers that leave out 0 % of a survey',
      tiers(
        [
          { min: 85, points: 60 },
          { minExclusive: 0, maxExclusive: 85, points: 0 },
        ],
        publicComposite,
      ),
      ['bands-leave-gap .bands[1]'],
    ],
    [
      'a tier of no number',
      tiers([
        { minExclusive: 85, maxExclusive: 85, points: 60 },
        { max: 85, points: 0 },
      ]),
      ['empty-band .bands[0]'],
    ],
    [
      'a lower bound given twice',
      tiers([
        { min: 85, minExclusive: 85, points: 60 },
        { maxExclusive: 85, points: 0 },
      ]),
      ['bound-twice .bands[0].minExclusive'],
    ],
    [
      'an upper bound given twice',
      tiers([
        { min: 85, points: 60 },
        { max: 84, maxExclusive: 85, points: 0 },
      ]),
      ['bound-twice .bands[1].maxExclusive', 'bands-leave-gap .bands[0]'],
    ],
    [
      'two cases that nobody can tell apart',
      {
        kind: 'category',
        cases: [
          { id: 'a', label: '无 违规', points: 60 },
          { id: 'b', label: '无违规\u200b', points: 0 },
        ],
      },
      ['not-told-apart .cases[1].label'],
    ],
    [
      'a label that nobody sees',
      checklist([{ share: 1, label: '\u3164' }]),
      ['blank .items[0].label'],
    ],
    [
      'a tier above the weight',
      tiers([
        { min: 85, points: 61 },
        { maxExclusive: 85, points: 0 },
      ]),
      ['points-above-weight .bands[0].points'],
    ],
  ])('is refused for %s', (_what, rule, expected) => {
    const checked = checkIndicatorSystem(sampleSystem(rule));
    expect(checked.ok ? [] : told(checked.faults)).toEqual(
      expected.map((line) => line.replace(' ', ` ${RULE}`)),
    );
  });

  it.each<[string, Json, string[]]>([
    [
      'shares that sum to 0.7',
      checklist([{ share: 0.3 }, { share: 0.3 }, { share: 0.1 }]),
      ['shares-not-one .items'],
    ],
    [
      'shares that sum to 1.2',
      checklist([{ share: 0.6 }, { share: 0.6 }]),
      ['shares-not-one .items'],
    ],
    [
      'points that do not reach the weight',
      checklist([{ points: 30 }, { points: 29.9 }]),
      ['points-not-weight .items'],
    ],
    [
      'shares and points that exceed the weight',
      checklist([{ share: 0.5 }, { points: 31 }]),
      ['points-not-weight .items'],
    ],
    [
      'tiers none of which gives full marks',
      tiers([
        { min: 85, points: 50 },
        { maxExclusive: 85, points: 0 },
      ]),
      ['full-weight-unreachable .bands'],
    ],
    [
      'shares of options none of which gives full marks',
      optionShare([{ option: 'a', min: 0.7, credit: 0.9 }], 0.5),
      ['full-weight-unreachable .branches'],
    ],
    [
      'cases none of which gives full marks',
      {
        kind: 'category',
        cases: [
          { id: 'a', label: '甲', points: 59 },
          { id: 'b', label: '乙', points: 0 },
        ],
      },
      ['full-weight-unreachable .cases'],
    ],
    [
      'two options that can both reach half',
      optionShare([
        { option: 'a', min: 0.5, credit: 1 },
        { option: 'b', min: 0.5, credit: 0.5 },
      ]),
      ['branches-both-hold .branches[1].min'],
    ],
    [
      'a branch that is never reached',
      optionShare([
        { option: 'a', min: 0.7, credit: 1 },
        { option: 'a', min: 0.8, credit: 0.5 },
      ]),
      ['branch-never-reached .branches[1].min'],
    ],
    [
      'a rest left to a scorer without a word',
      optionShare([{ option: 'a', min: 0.7, credit: 1 }], 'manual'),
      ['left-to-scorer .otherwise'],
    ],
  ])('is let through with a warning for %s', (_what, rule, expected) => {
    const checked = checkIndicatorSystem(sampleSystem(rule));
    expect(checked.ok).toBe(true);
    expect(told(checked.warnings)).toEqual(expected.map((line) => line.replace(' ', ` ${RULE}`)));
  });

  it('may leave the rest to a scorer where its reading says so', () => {
    const input = sampleSystem(optionShare([{ option: 'a', min: 0.7, credit: 1 }], 'manual'));
    input.level1[0].level2[0].indicators[0].reading = '都不到70%时由评分人核定。';
    expect(checkIndicatorSystem(input)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('tiers cut out of the number line', () => {
  const cut = fc.record({ at: fc.integer({ min: 0, max: 40 }), after: fc.boolean() });
  const cuts = fc
    .uniqueArray(cut, {
      minLength: 1,
      maxLength: 6,
      selector: ({ at, after }) => 2 * at + Number(after),
    })
    .map((all) => all.toSorted((a, b) => a.at - b.at || Number(a.after) - Number(b.after)));

  it('are sound whatever the cuts, their bounds and the order they are written in', () => {
    fc.assert(
      fc.property(cuts, fc.boolean(), (marks, reversed) => {
        expect(checkIndicatorSystem(sampleSystem(tiers(cutAt(marks, reversed)))).ok).toBe(true);
      }),
    );
  });

  it('are refused as soon as one of them is missing', () => {
    fc.assert(
      fc.property(cuts, fc.nat(), (marks, pick) => {
        const bands = cutAt(marks, false);
        fc.pre(bands.length > 2);
        bands.splice(pick % bands.length, 1);
        const checked = checkIndicatorSystem(sampleSystem(tiers(bands)));
        expect(!checked.ok && checked.faults.map(({ code }) => code)).toEqual(['bands-leave-gap']);
      }),
    );
  });

  function cutAt(marks: { at: number; after: boolean }[], reversed: boolean): Json[] {
    const bands = Array.from({ length: marks.length + 1 }, (_, i) => {
      const low = marks[i - 1];
      const high = marks[i];
      return {
        points: i === 0 ? FULL : 0,
        ...(low && (low.after ? { minExclusive: low.at } : { min: low.at })),
        ...(high && (high.after ? { max: high.at } : { maxExclusive: high.at })),
      };
    });
    return reversed ? bands.reverse() : bands;
  }
});
