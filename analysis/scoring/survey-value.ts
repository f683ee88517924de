import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { SurveyResults } from '../satisfaction.ts';
import type { SurveyAnswer } from './survey-answer.ts';

/** What a survey answers, before it is said which survey it is. */
export type SurveyValue = Omit<SurveyAnswer, 'survey'>;

/**
 * The quantity an indicator needs, in percent, from one survey's `results`, which must be its `exact` ones:
 * what is scored is never the rounding that a table on screen may be shown in. `base` of the composite is
 * the number of responses with a scored answer to one of its items. Without value and base where the questionnaire has no such item or option.
 */
export function surveyValue(
  questionnaire: Questionnaire,
  results: SurveyResults,
  need: SurveyQuantity,
): SurveyValue {
  if (need.quantity === 'composite')
    return { value: results.composite, base: results.compositeBase };
  const item = itemsOf(questionnaire).find(({ id }) => id === need.item);
  const result = results.items.find(({ id }) => id === need.item);
  const lacking = { value: null, base: null };
  if (!item || !result) return lacking;
  const { base, satisfaction } = result;
  if (need.quantity === 'item-satisfaction')
    return item.type === 'satisfaction'
      ? { value: satisfaction, base, label: item.topic }
      : lacking;
  const option = optionsOf(questionnaire, item).find(({ id }) => id === need.option);
  const share = result.options.find(({ id }) => id === need.option);
  // Of an unscored option of a scale the share is of all who answered.
  const of = result.scale && share?.scored === false ? result.answered : base;
  return option && share ? { value: share.percent, base: of, label: option.label } : lacking;
}
