import type { Counts } from '../../analysis/counts.ts';
import { surveyResults } from '../../analysis/satisfaction.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';

/** Base, counts and exact percentages of every item, as a survey's results have them. */
export function frequencies(questionnaire: Questionnaire, counts: Counts) {
  return surveyResults(questionnaire, counts, 'exact').items.map(({ id, base, options }) => ({
    id,
    base,
    options: options.map(({ id: option, count, percent }) => ({ id: option, count, percent })),
  }));
}
