import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { parsedDefinitions } from './parsed-definitions.ts';
import type { Survey } from './surveys.ts';
import type { Db } from './tables.ts';

const questionnaires = parsedDefinitions('questionnaires', Questionnaire);

/** See parsedDefinitions. */
export const insertQuestionnaire = questionnaires.insert;
export const findQuestionnaire = questionnaires.find;
export const listQuestionnaires = questionnaires.list;
export const findQuestionnaires = questionnaires.findAll;

/** The questionnaire of a survey, which cannot be missing: the database holds them together. */
export async function questionnaireOf(
  db: Db,
  { questionnaire: { id, version } }: Pick<Survey, 'questionnaire'>,
): Promise<Questionnaire> {
  const questionnaire = await findQuestionnaire(db, id, version);
  if (questionnaire === undefined) throw new Error('a survey without its questionnaire');
  return questionnaire;
}
