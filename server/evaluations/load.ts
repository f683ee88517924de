import type { Actor } from '../accounts/actor.ts';
import { mustHold, type Permission } from '../accounts/permissions.ts';
import { Problem } from '../problem.ts';
import { type Evaluation, findEvaluation } from '../store/evaluations.ts';
import { findSurvey, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

// Who may do what with which evaluation is decided here and nowhere else.

/** The evaluation, for somebody who wants to do this with it. Throws unknown-evaluation, or not-allowed. */
export async function evaluationFor(
  db: Db,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<Evaluation> {
  const evaluation = await existingEvaluation(db, id);
  mustHold(actor, permission);
  return evaluation;
}

/** The survey, for somebody who wants to do this with it. Throws unknown-survey, or not-allowed. */
export async function surveyFor(
  db: Db,
  actor: Actor,
  permission: Permission,
  code: string,
): Promise<Survey> {
  const survey = await publicSurvey(db, code);
  mustHold(actor, permission);
  return survey;
}

/** The survey as a respondent meets it, whoever he is. Throws unknown-survey. */
export async function publicSurvey(db: Db, code: string): Promise<Survey> {
  const survey = await findSurvey(db, code);
  if (survey === undefined) throw new Problem('unknown-survey');
  return survey;
}

/** The evaluation that a survey belongs to; gone only where it was deleted this very moment. */
export function evaluationOf(db: Db, { evaluationId }: Survey): Promise<Evaluation> {
  return existingEvaluation(db, evaluationId);
}

async function existingEvaluation(db: Db, id: string): Promise<Evaluation> {
  const evaluation = await findEvaluation(db, id);
  if (evaluation === undefined) throw new Problem('unknown-evaluation');
  return evaluation;
}
