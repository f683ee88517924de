import { surveyResults } from '../../analysis/satisfaction.ts';
import { compositeItems, satisfactionItems } from '../../survey-definitions/composite-items.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import { codesFeeding, type Feeding } from '../evaluations/feeding-surveys.ts';
import { readCountsOf } from '../store/counts.ts';
import { referredQuestionnaires } from '../store/questionnaires.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import {
  type FedResults,
  type Figure,
  fedResults,
  figureOf,
  type SurveyResultsNow,
  soleFeed,
} from './figure.ts';

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
      return [survey.code, { survey, questionnaire, counts: counted, results }];
    }),
  );
}

/**
 * Today's satisfaction per group: the composite, then each item of it. Of what feeds the indicators; where a group has several
 * formal surveys and none was chosen, of each of them.
 */
export function satisfactionFigures(
  today: ReadonlyMap<string, SurveyResultsNow>,
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
): Figure[] {
  return [...feeding].flatMap(([group, fed]) => {
    const sources = fed.why === undefined ? [fed] : fed.formal.map((code) => soleFeed(code));
    return sources.flatMap((source) => {
      const results = fedResults(today, group, source);
      if (results === undefined) return [];
      return [
        figureOf(results, { group, quantity: 'composite' }),
        ...ratedItems(results).map((item) =>
          figureOf(results, { group, quantity: 'item-satisfaction', item }),
        ),
      ];
    });
  });
}

/**
 * The items whose satisfaction describes the group or counts in its number, in the order they are asked; of surveys with
 * several questionnaires those that all of them have.
 */
export function ratedItems({ parts }: FedResults): string[] {
  const [first = [], ...others] = parts.map(({ questionnaire }) => {
    const rated = new Set([...satisfactionItems(questionnaire), ...compositeItems(questionnaire)]);
    return itemsOf(questionnaire)
      .map(({ id }) => id)
      .filter((id) => rated.has(id));
  });
  return first.filter((id) => others.every((other) => other.includes(id)));
}

/** Codes of the surveys that the figures of an evaluation rest on. */
export function feedingCodes(feeding: ReadonlyMap<RespondentGroup, Feeding>): Set<string> {
  return new Set(
    [...feeding.values()].flatMap((fed) =>
      fed.why === undefined ? codesFeeding(fed) : fed.formal,
    ),
  );
}
