import { Problem } from '../problem.ts';
import { countAccessCodes } from '../store/access-codes.ts';
import { holdEvaluation } from '../store/evaluations.ts';
import { deleteSurvey, findSurvey, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/**
 * Deletes a draft with its codes, points and plans, and says how many codes went. No evaluation's `feeds` names it: only what
 * was opened can be named there. Throws survey-not-draft.
 */
export async function deleteDraft(
  trx: Db,
  { code, evaluationId }: Pick<Survey, 'code' | 'evaluationId'>,
): Promise<{ survey: Survey; accessCodes: number }> {
  await holdEvaluation(trx, evaluationId);
  const survey = await findSurvey(trx, code);
  if (survey === undefined) throw new Problem('unknown-survey');
  if (survey.state !== 'draft') throw new Problem('survey-not-draft');
  const { issued } = await countAccessCodes(trx, code);
  await deleteSurvey(trx, survey);
  return { survey, accessCodes: issued };
}
