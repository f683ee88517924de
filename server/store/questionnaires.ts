import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { parsedDefinitions } from './parsed-definitions.ts';
import { bumpAllRevisions } from './revisions.ts';
import type { Survey } from './surveys.ts';
import type { Db } from './tables.ts';

const questionnaires = parsedDefinitions('questionnaires', Questionnaire);

/** See parsedDefinitions. */
export const findQuestionnaire = questionnaires.find;
export const listQuestionnaires = questionnaires.list;
export const referredQuestionnaires = questionnaires.referred;

/**
 * Stores a version that is published from now on; false where this id and version exist already. What it calls its group is
 * shown in every evaluation whose indicators ask that group and whose surveys have no name for it: their revisions move.
 */
export async function insertQuestionnaire(
  db: Db,
  questionnaire: Questionnaire,
  now: Date,
): Promise<boolean> {
  const inserted = await questionnaires.insert(db, questionnaire, now);
  if (inserted && questionnaire.respondentGroupName !== undefined) await bumpAllRevisions(db);
  return inserted;
}

/** The questionnaire of a survey. */
export async function questionnaireOf(
  db: Db,
  { questionnaire }: Pick<Survey, 'questionnaire'>,
): Promise<Questionnaire> {
  return (await referredQuestionnaires(db, [questionnaire]))(questionnaire);
}
