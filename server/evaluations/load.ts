import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { Problem } from '../problem.ts';
import { type Evaluation, findEvaluation } from '../store/evaluations.ts';
import { findQuestionnaire } from '../store/questionnaires.ts';
import { findSurvey, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** The evaluation; throws unknown-evaluation. */
export async function foundEvaluation(db: Db, id: string): Promise<Evaluation> {
  const evaluation = await findEvaluation(db, id);
  if (evaluation === undefined) throw new Problem('unknown-evaluation');
  return evaluation;
}

/** The survey; throws unknown-survey. */
export async function foundSurvey(db: Db, code: string): Promise<Survey> {
  const survey = await findSurvey(db, code);
  if (survey === undefined) throw new Problem('unknown-survey');
  return survey;
}

/** The questionnaire of a survey, which cannot be missing: the database holds them together. */
export async function questionnaireOf(
  db: Db,
  { questionnaire: { id, version } }: Pick<Survey, 'questionnaire'>,
): Promise<Questionnaire> {
  const questionnaire = await findQuestionnaire(db, id, version);
  if (questionnaire === undefined) throw new Error('a survey without its questionnaire');
  return questionnaire;
}
