import { readPoints } from '../store/points.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { createSurvey } from './create-survey.ts';

/**
 * A new draft, in this evaluation, of what a survey is planned with: questionnaire, phase, protection, plan and points, all of
 * them open. Neither its times nor anything that came of it.
 */
export async function copySurvey(
  trx: Db,
  source: Survey,
  evaluationId: string,
  author: string,
  now: Date,
): Promise<Survey> {
  const points = await readPoints(trx, source.code);
  const wanted = {
    questionnaire: source.questionnaire,
    plan: source.plan,
    points: points.map(({ id, name, plan }) => ({ id, name, ...(plan !== undefined && { plan }) })),
    population: source.population ?? undefined,
    sampling: source.sampling ?? undefined,
    phase: source.phase,
    access: source.access,
    proofOfWork: source.proofOfWork,
  };
  return createSurvey(trx, evaluationId, wanted, author, now);
}
