import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { parsedDefinitions } from './parsed-definitions.ts';
import type { Survey } from './surveys.ts';
import type { Db } from './tables.ts';

const questionnaires = parsedDefinitions('questionnaires', Questionnaire);

/** See parsedDefinitions. */
export const insertQuestionnaire = questionnaires.insert;
export const findQuestionnaire = questionnaires.find;
export const listQuestionnaires = questionnaires.list;
export const referredQuestionnaires = questionnaires.referred;

/** The questionnaire of a survey. */
export async function questionnaireOf(
  db: Db,
  { questionnaire }: Pick<Survey, 'questionnaire'>,
): Promise<Questionnaire> {
  return (await referredQuestionnaires(db, [questionnaire]))(questionnaire);
}
