import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicableItems } from '../../analysis/applicability.ts';
import { contributionsOf } from '../../analysis/counts.ts';
import { itemNonresponse } from '../../analysis/item-nonresponse.ts';
import { display } from '../../analysis/rounding.ts';
import type { Answers, Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { anyAnswers, anyQuestionnaire } from '../support/any-questionnaire.ts';
import { item, questionnaire, section } from '../support/questionnaires.ts';

function counted(of: Questionnaire, given: readonly Answers[]) {
  const counts = new Map<string, Map<string, number>>();
  for (const answers of given)
    for (const { item, option } of contributionsOf(of, answers)) {
      const options = counts.get(item) ?? new Map<string, number>();
      counts.set(item, options.set(option, (options.get(option) ?? 0) + 1));
    }
  return counts;
}

describe('who was asked an item and did not answer', () => {
  it('is what one reads from the responses themselves, or is said not to be known', () => {
    let known = 0;
    fc.assert(
      fc.property(
        anyQuestionnaire.chain((of) =>
          fc.tuple(fc.constant(of), fc.array(anyAnswers(of), { maxLength: 8 })),
        ),
        ([of, given]) => {
          for (const line of itemNonresponse(of, counted(of, given))) {
            const asked = given.filter((each) => applicableItems(of, each).has(line.id)).length;
            if (line.askedUnknown !== null) {
              expect([line.asked, line.nonResponse]).toEqual([null, null]);
              continue;
            }
            known += 1;
            expect(line.asked).toBe(asked);
            expect(line.nonResponse?.n).toBe(asked - line.answered);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(known).toBeGreaterThan(0);
  });

  const of = questionnaire([
    section('who', 'profile', [
      item('came', 'single', { options: ['yes', 'no'] }),
      item('ways', 'multiple', { options: ['bus', 'car', 'foot'] }),
    ]),
    section('rest', 'opinion', [
      item('why', 'text', { required: false, showIf: { item: 'came', options: ['no'] } }),
      item('jam', 'text', { required: false, showIf: { item: 'ways', options: ['car', 'bus'] } }),
      item('last', 'text', { required: false }),
    ]),
  ]);
  const lineOf = (given: Answers[], id: string) =>
    itemNonresponse(of, counted(of, given)).find((line) => line.id === id);

  it.each<[string, Answers[], string, object]>([
    [
      'an item for all: of everybody',
      [
        { came: 'yes', ways: ['bus'], last: '好' },
        { came: 'yes', ways: ['bus'] },
      ],
      'last',
      { asked: 2, answered: 1, nonResponse: { n: 1 } },
    ],
    [
      'an item under a condition: of those who met it',
      [{ came: 'no', ways: ['bus'], why: '远' }, { came: 'no', ways: ['bus'] }, { came: 'yes' }],
      'why',
      { asked: 2, answered: 1, nonResponse: { n: 1 } },
    ],
    [
      'one of several marks: known while one of them alone was given',
      [{ came: 'yes', ways: ['bus', 'foot'] }],
      'jam',
      { asked: 1, answered: 0, nonResponse: { n: 1 } },
    ],
    [
      'one of several marks: not known once two were, as one may have given both',
      [{ came: 'yes', ways: ['bus', 'car'] }],
      'jam',
      { asked: null, askedUnknown: 'several-marks', nonResponse: null },
    ],
    ['no responses: no share', [], 'last', { asked: 0, nonResponse: { n: 0, percent: null } }],
  ])('%s', (_, given, id, wanted) => {
    expect(lineOf(given, id)).toMatchObject(wanted);
  });

  it('tells answers without a grade, of those who answered', () => {
    const rated = questionnaire([section('s', 'satisfaction', [item('air', 'satisfaction')])], {
      scales: [
        {
          id: 'satisfaction',
          options: [
            { id: 'good', label: '好', weight: 100 },
            { id: 'bad', label: '差', weight: 0 },
            { id: 'dk', label: '不了解', scored: false },
          ],
        },
      ],
    });
    const given = ['good', 'dk', 'dk', ''].map((air) => ({ air }));
    const [line] = itemNonresponse(rated, counted(rated, given));
    expect(line).toMatchObject({ asked: 4, answered: 3, nonResponse: { n: 1 } });
    expect(line?.unscored?.n).toBe(2);
    expect(line?.unscored?.percent && display(line.unscored.percent, 2)).toBe('66.67');
  });
});
