import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { type Json, sampleQuestionnaire, told } from './samples.ts';

type Row = [what: string, change: (q: Json) => void, expected: string[]];

const composite = (method: Json) => (q: Json) => (q.composite = method);
/** What the widened model may say wrongly: groups, scales, options that end or stand alone, the composite. */
const WIDE: Row[] = [
  [
    'a group of its own without a name',
    (q) => (q.respondentGroup = 'visitors'),
    ['missing $.respondentGroupName'],
  ],
  [
    'a grade without a weight',
    (q) => delete q.scales[0].options[1].weight,
    ['missing $.scales[0].options[1].weight'],
  ],
  [
    'an unscored option with a weight',
    (q) => (q.scales[0].options[1].scored = false),
    ['unscored-with-weight $.scales[0].options[1].weight'],
  ],
  [
    'a weight below 0',
    (q) => (q.scales[0].options[2].weight = -1),
    ['below-zero $.scales[0].options[2].weight'],
  ],
  [
    'a scale out of nothing',
    (q) => (q.scales[0].outOf = 0),
    ['not-above-zero $.scales[0].outOf', 'full-marks-exceeded $.scales[0].options'],
  ],
  [
    'one grade beside an unscored option',
    (q) => {
      q.scales[0].options = [q.scales[0].options[0], { id: 'dk', label: '不了解', scored: false }];
      delete q.sections[2].items[0].showIf;
    },
    ['too-small $.scales[0].options'],
  ],
  [
    'twelve grades',
    (q) => {
      const grades = Array.from({ length: 11 }, (_, g) => ({
        id: `g${g}`,
        label: `${11 - g}分`,
        weight: `${100 - 9 * g}`,
      }));
      q.scales[0].options = [...grades, { id: 'bad', label: '0分', weight: 0 }];
    },
    ['too-large $.scales[0].options'],
  ],
  [
    'a scale that begins with a worse grade, an unscored option between',
    (q) => {
      const [good, middling, bad] = q.scales[0].options;
      q.scales[0].options = [middling, { id: 'dk', label: '不了解', scored: false }, good, bad];
    },
    ['scale-not-best-first $.scales[0].options[2].weight'],
  ],
  [
    'a weight of more digits than can be calculated with',
    (q) => (q.scales[0].options[1].weight = '0.1234567890123456789'),
    ['too-many-digits $.scales[0].options[1].weight'],
  ],
  [
    'more to choose than can stand together',
    (q) => {
      q.sections[0].items[1].options[2].exclusive = true;
      Object.assign(q.sections[0].items[1], { min: 3, max: 3 });
    },
    ['min-above-options $.sections[0].items[1].min'],
  ],
  ['a method there is not', composite({ method: 'median' }), ['not-one-of $.composite.method']],
  [
    'a weight of what cannot be an item',
    composite({ method: 'items', weights: { Attitude: 1 } }),
    ['wrong-format $.composite.weights.Attitude'],
  ],
  [
    'weights of items that do not close to 1',
    composite({ method: 'items', weights: { attitude: '1/3', overall: '0.6' } }),
    ['weights-do-not-close $.composite.weights'],
  ],
  [
    'a weight of 0 for an item',
    composite({ method: 'items', weights: { attitude: 0, overall: 1 } }),
    ['weight-not-positive $.composite.weights.attitude'],
  ],
  [
    'a weight for an item there is not',
    composite({ method: 'items', weights: { attitude: 0.5, speed: 0.5 } }),
    ['unknown-item $.composite.weights.speed'],
  ],
  [
    'a weight for an item without a scale',
    composite({ method: 'items', weights: { attitude: 0.5, age: 0.5 } }),
    ['not-on-a-scale $.composite.weights.age'],
  ],
  [
    'dimensions that share an item and do not close',
    composite({
      method: 'dimensions',
      dimensions: [
        { id: 'd', name: '态度', weight: 0.5, items: ['attitude'] },
        { id: 'd', name: '总体', weight: 0.4, items: ['attitude', 'overall'] },
      ],
    }),
    [
      'duplicate-id $.composite.dimensions[1].id',
      'duplicate-id $.composite.dimensions[1].items[0]',
      'weights-do-not-close $.composite.dimensions',
    ],
  ],
  [
    'a dimension without items',
    composite({
      method: 'dimensions',
      dimensions: [{ id: 'd', name: '态度', weight: 1, items: [] }],
    }),
    ['too-small $.composite.dimensions[0].items'],
  ],
  [
    'an overall item there is not',
    composite({ method: 'overall', item: 'whole' }),
    ['unknown-item $.composite.item'],
  ],
  [
    'the best three of three grades',
    composite({ method: 'top', grades: 3 }),
    ['top-takes-all $.composite.grades'],
  ],
  [
    'a threshold above 100 %',
    composite({ method: 'persons', threshold: '100.5' }),
    ['threshold-out-of-range $.composite.threshold'],
  ],
  [
    'a threshold that everybody reaches',
    composite({ method: 'persons', threshold: 0 }),
    ['threshold-out-of-range $.composite.threshold'],
  ],
  [
    'braces in the name of a dimension',
    composite({
      method: 'dimensions',
      dimensions: [{ id: 'd', name: '{{mayor}}', weight: 1, items: ['attitude'] }],
    }),
    ['undeclared-placeholder $.composite.dimensions[0].name'],
  ],
];

/** As wide as the trade. */
const WIDER: [what: string, change: (q: Json) => void][] = [
  [
    'a group of its own, by its name',
    (q) => Object.assign(q, { respondentGroup: 'visitors', respondentGroupName: '游客' }),
  ],
  [
    'weights from 5 to 1 out of 5',
    (q) => {
      q.scales[0] = {
        id: 'agree',
        outOf: 5,
        options: ['good', 'g4', 'g3', 'g2', 'bad'].map((id, g) => ({
          id,
          label: `${5 - g}分`,
          weight: 5 - g,
        })),
      };
    },
  ],
  [
    'weights that never end, and unscored options before, between and after',
    (q) => {
      q.scales[0] = {
        id: 'agree',
        outOf: 1,
        options: [
          { id: 'na', label: '不适用', scored: false },
          { id: 'good', label: '满意', weight: 1, scored: true },
          { id: 'fair', label: '一般', weight: '2/3' },
          { id: 'dk', label: '不了解', scored: false },
          { id: 'poor', label: '较差', weight: '1/3' },
          { id: 'bad', label: '不满意', weight: 0 },
        ],
      };
    },
  ],
  [
    'eleven grades and two unscored options',
    (q) => {
      q.scales[0].outOf = 10;
      q.scales[0].options = [
        ...Array.from({ length: 11 }, (_, g) => ({
          id: g === 10 ? 'bad' : `g${g}`,
          label: `${10 - g}分`,
          weight: 10 - g,
        })),
        { id: 'dk', label: '不了解', scored: false },
        { id: 'na', label: '不适用', scored: false },
      ];
    },
  ],
  [
    'options that stand alone or end the questionnaire',
    (q) => {
      q.sections[0].items[1].options.push({ id: 'none', label: '以上都没有', exclusive: true });
      q.sections[0].items[0].options[0].endsHere = true;
    },
  ],
  ['the mean of its items by name', composite({ method: 'items' })],
  [
    'weights that close as thirds',
    composite({ method: 'items', weights: { attitude: '1/3', overall: '2/3' } }),
  ],
  [
    'dimensions',
    composite({
      method: 'dimensions',
      dimensions: [
        { id: 'service', name: '服务', weight: '0.7', items: ['attitude'] },
        { id: 'whole', name: '总体', weight: 0.3, items: ['overall'] },
      ],
    }),
  ],
  ['all answers pooled', composite({ method: 'pooled' })],
  ['one overall item', composite({ method: 'overall', item: 'overall' })],
  ['the share of the best two grades of three', composite({ method: 'top', grades: 2 })],
  ['the share of persons who reach a threshold', composite({ method: 'persons', threshold: 80 })],
];

describe('a questionnaire as wide as the trade', () => {
  it.each(WIDE)('is refused for a group, scale or composite: %s', (_what, change, expected) => {
    expect(faultsAfter(change)).toEqual(expected);
  });

  it.each(WIDER)('may have %s', (_what, change) => {
    const input = sampleQuestionnaire();
    change(input);
    expect(checkQuestionnaire(input)).toMatchObject({ ok: true, warnings: [] });
  });
});

function faultsAfter(change: (q: Json) => void): string[] {
  const input = sampleQuestionnaire();
  change(input);
  return faultsOf(input);
}

function faultsOf(input: unknown): string[] {
  const checked = checkQuestionnaire(input);
  return checked.ok ? [] : told(checked.faults);
}
