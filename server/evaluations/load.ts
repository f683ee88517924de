import type { EvaluationPermission } from '../../survey-definitions/permission.ts';
import { mustHoldIn } from '../accounts/access.ts';
import type { Actor } from '../accounts/actor.ts';
import { changes } from '../accounts/permissions.ts';
import { Problem } from '../problem.ts';
import { type Evaluation, findEvaluation, holdEvaluation } from '../store/evaluations.ts';
import { findSurvey, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

// Who may do what with which evaluation is decided here and nowhere else.

/**
 * The evaluation, for somebody who wants to do this with it. Whoever wants to change something passes a transaction: the
 * evaluation is held, so that what was found of it stays true until the change is made. Throws unknown-evaluation,
 * not-allowed, or evaluation-archived, since an archived one (已归档) is there to be read, but for whoever takes it out of the
 * archive or deletes it.
 */
export async function evaluationFor(
  db: Db,
  actor: Actor,
  permission: EvaluationPermission,
  id: string,
  { evenArchived = false } = {},
): Promise<Evaluation> {
  // A dry run asks as for the change, and holds nothing: it may be asked of a connection that cannot write.
  if (changes(permission) && db.isTransaction) await holdEvaluation(db, id);
  const evaluation = await existingEvaluation(db, id);
  await mustHoldIn(db, actor, permission, id, 'unknown-evaluation');
  if (changes(permission) && !evenArchived) mustNotBeArchived(evaluation);
  return evaluation;
}

/** The survey, as above. Throws unknown-survey, not-allowed, or evaluation-archived. */
export async function surveyFor(
  db: Db,
  actor: Actor,
  permission: EvaluationPermission,
  code: string,
): Promise<Survey> {
  const survey = await publicSurvey(db, code);
  // Before anything is asked of it, a role among it: that may be taken away while this waits.
  if (changes(permission) && db.isTransaction) await holdEvaluation(db, survey.evaluationId);
  await mustHoldIn(db, actor, permission, survey.evaluationId, 'unknown-survey');
  if (!changes(permission)) return survey;
  mustNotBeArchived(await evaluationOf(db, survey));
  // As it stands now that it is held.
  return publicSurvey(db, code);
}

function mustNotBeArchived({ archivedAt }: Evaluation): void {
  if (archivedAt !== null) throw new Problem('evaluation-archived');
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
