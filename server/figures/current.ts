import { type SurveyResults, surveyResults } from '../../analysis/satisfaction.ts';
import { surveyValue } from '../../analysis/scoring/survey-value.ts';
import { compositeItems, satisfactionItems } from '../../survey-definitions/composite-items.ts';
import type { Fraction } from '../../survey-definitions/fraction.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { Text } from '../../survey-definitions/text.ts';
import type { Feeding } from '../evaluations/feeding-surveys.ts';
import { readCountsOf } from '../store/counts.ts';
import { referredQuestionnaires } from '../store/questionnaires.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** A survey with what its valid responses say today, exactly. */
export interface SurveyResultsNow {
  survey: Survey;
  questionnaire: Questionnaire;
  results: SurveyResults;
}

/** A satisfaction number (满意度结果) with what it rests on. */
export interface Figure {
  group: RespondentGroup;
  survey: string;
  questionnaire: { id: string; version: number };
  quantity: SurveyQuantity['quantity'];
  /** null for the composite. */
  item: string | null;
  /** Topic of the item, or label of the option; null for the composite. */
  label: Text | null;
  /** How many answers it is taken of, for the composite how many responses have a part in it; null where the survey has no such item or option. */
  base: number | null;
  method: 'exact';
  /** In percent; null where the base is empty. */
  value: Fraction | null;
}

/** Today's results of these surveys by code; two statements at most, and as costly at a million responses as at a hundred. */
export async function resultsNow(
  db: Db,
  surveys: readonly Survey[],
): Promise<Map<string, SurveyResultsNow>> {
  const [questionnaireFor, counts] = await Promise.all([
    referredQuestionnaires(
      db,
      surveys.map((survey) => survey.questionnaire),
    ),
    readCountsOf(
      db,
      surveys.map((survey) => survey.code),
    ),
  ]);
  return new Map(
    surveys.map((survey) => {
      const questionnaire = questionnaireFor(survey.questionnaire);
      const counted = counts.get(survey.code) ?? new Map();
      const results = surveyResults(questionnaire, counted, 'exact');
      return [survey.code, { survey, questionnaire, results }];
    }),
  );
}

/** The one place where a figure is computed: what lists it, exports it and scores it takes it from here. */
export function figureOf(
  { survey, questionnaire, results }: SurveyResultsNow,
  need: SurveyQuantity,
): Figure {
  const { value, base, label } = surveyValue(questionnaire, results, need);
  return {
    group: survey.respondentGroup,
    survey: survey.code,
    questionnaire: survey.questionnaire,
    quantity: need.quantity,
    item: need.quantity === 'composite' ? null : need.item,
    label: label ?? null,
    base,
    method: 'exact',
    value,
  };
}

/**
 * Today's satisfaction per group: the composite, then each item of it. Of the surveys that feed the indicators;
 * where a group has several formal surveys and none was chosen, of each of them.
 */
export function satisfactionFigures(
  today: ReadonlyMap<string, SurveyResultsNow>,
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
): Figure[] {
  return [...feeding].flatMap(([group, fed]) => {
    const codes = fed.survey !== null ? [fed.survey] : fed.formal;
    return [...today.values()]
      .filter(({ survey }) => codes.includes(survey.code))
      .flatMap((survey) => [
        figureOf(survey, { group, quantity: 'composite' }),
        ...ratedItems(survey.questionnaire).map((item) =>
          figureOf(survey, { group, quantity: 'item-satisfaction', item }),
        ),
      ]);
  });
}

/** The items whose satisfaction describes the group or counts in its number, in the order they are asked. */
function ratedItems(questionnaire: Questionnaire): string[] {
  const rated = new Set([...satisfactionItems(questionnaire), ...compositeItems(questionnaire)]);
  return itemsOf(questionnaire)
    .map(({ id }) => id)
    .filter((id) => rated.has(id));
}

/** Codes of the surveys that the figures of an evaluation rest on. */
export function feedingCodes(feeding: ReadonlyMap<RespondentGroup, Feeding>): Set<string> {
  return new Set(
    [...feeding.values()].flatMap((fed) => (fed.survey === null ? fed.formal : [fed.survey])),
  );
}
