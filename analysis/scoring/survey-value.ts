import { itemsOf, optionsOf, type Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { SurveyQuantity } from '../../survey-definitions/scoring-rule.ts';
import { type Fraction, fraction } from '../fraction.ts';
import { type Counts, countOf } from '../frequency.ts';
import { surveyResults } from '../satisfaction.ts';
import type { SurveyAnswer } from './survey-answer.ts';

const NOT_THERE = { value: null, base: null };

/** 100 × count / base of one option; nothing where the item or the option is not in the questionnaire. */
function optionShare(
  questionnaire: Questionnaire,
  counts: Counts,
  need: { item: string; option: string },
): Omit<SurveyAnswer, 'survey'> {
  const item = itemsOf(questionnaire).find((each) => each.id === need.item);
  const option = item && optionsOf(questionnaire, item).find((each) => each.id === need.option);
  if (!option) return NOT_THERE;
  const base = countOf(counts, need.item, '');
  const value: Fraction | null =
    base === 0 ? null : fraction(100 * countOf(counts, need.item, need.option), base);
  return { value, base, label: option.label };
}

/**
 * The quantity an indicator needs, in percent, from one survey's valid counts: always by the exact method,
 * whatever rounding a table on screen is shown in. `base` of the composite is the number of responses.
 */
export function surveyValue(
  questionnaire: Questionnaire,
  counts: Counts,
  need: SurveyQuantity,
): Omit<SurveyAnswer, 'survey'> {
  if (need.quantity === 'option-share') return optionShare(questionnaire, counts, need);
  const results = surveyResults(questionnaire, counts, 'exact');
  if (need.quantity === 'composite') return { value: results.composite, base: results.base };
  const item = itemsOf(questionnaire).find((each) => each.id === need.item);
  const result = results.items.find((each) => each.id === need.item);
  if (item?.type !== 'satisfaction' || !result) return NOT_THERE;
  return { value: result.satisfaction, base: result.base, label: item.topic };
}
