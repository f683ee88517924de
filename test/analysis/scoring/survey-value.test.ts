import { describe, expect, it } from 'vitest';
import { surveyResults } from '../../../analysis/satisfaction.ts';
import { surveyValue } from '../../../analysis/scoring/survey-value.ts';
import { exact, fraction } from '../../../survey-definitions/fraction.ts';
import type { SurveyQuantity } from '../../../survey-definitions/survey-quantity.ts';
import { countedOf, validOf } from '../../support/counted.ts';
import { countsOf, item, questionnaire, section } from '../../support/questionnaires.ts';
import { asked, GIVEN } from '../../support/rated-questionnaire.ts';

const form = questionnaire([
  section('profile', 'profile', [item('life', 'single', { options: ['better', 'same'] })]),
  section('rating', 'satisfaction', [item('air', 'satisfaction'), item('water', 'satisfaction')]),
]);
const counts = countsOf({
  '': { '': 4, composite: 3 },
  life: { '': 3, better: 2, same: 1 },
  air: { '': 3, 'very-satisfied': 1, satisfied: 1, neutral: 1 },
});
const results = surveyResults(form, counts, 'exact');
const of = (need: object) =>
  surveyValue(form, results, { group: 'public', ...need } as SurveyQuantity);

describe('what a survey answers an indicator', () => {
  it('is the exact composite, and how many responses have a part in it', () => {
    expect(of({ quantity: 'composite' })).toEqual({ value: exact(80), base: 3 });
  });

  it('is the exact satisfaction of an item and its base, never the published rounding', () => {
    expect(of({ quantity: 'item-satisfaction', item: 'air' })).toEqual({
      value: exact(80),
      base: 3,
      label: 'air',
    });
  });

  it('is the exact share of an option in percent', () => {
    expect(of({ quantity: 'option-share', item: 'life', option: 'better' })).toEqual({
      value: fraction(200, 3),
      base: 3,
      label: 'better',
    });
    expect(of({ quantity: 'option-share', item: 'air', option: 'dissatisfied' })).toEqual({
      value: exact(0),
      base: 3,
      label: '不满意',
    });
  });

  it('of an option that is not scored is the share of all who answered', () => {
    const rated = asked();
    const counted = surveyResults(rated, countedOf(rated, validOf(rated, GIVEN)), 'exact');
    const share = (option: string) =>
      surveyValue(rated, counted, {
        group: 'public',
        quantity: 'option-share',
        item: 'air',
        option,
      });
    expect(share('dk')).toMatchObject({ value: exact(25), base: 4 });
    expect(share('o5')).toMatchObject({ value: fraction(100, 3), base: 3 });
  });

  it('is nothing with a base of 0 where nobody answered', () => {
    expect(of({ quantity: 'item-satisfaction', item: 'water' })).toMatchObject({
      value: null,
      base: 0,
    });
    expect(of({ quantity: 'option-share', item: 'water', option: 'neutral' })).toMatchObject({
      value: null,
      base: 0,
    });
    const empty = surveyResults(form, countsOf({}), 'exact');
    expect(surveyValue(form, empty, { group: 'public', quantity: 'composite' })).toEqual({
      value: null,
      base: 0,
    });
  });

  it.each([
    [{ quantity: 'item-satisfaction', item: 'noise' }],
    [{ quantity: 'item-satisfaction', item: 'life' }],
    [{ quantity: 'option-share', item: 'noise', option: 'better' }],
    [{ quantity: 'option-share', item: 'life', option: 'worse' }],
  ])('is nothing without a base where the questionnaire has no such thing: %o', (need) => {
    expect(of(need)).toEqual({ value: null, base: null });
  });
});
