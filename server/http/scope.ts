import type { Permission } from '../../survey-definitions/permission.ts';
import { mustHold, mustHoldIn } from '../accounts/access.ts';
import type { Actor } from '../accounts/actor.ts';
import { isOfEvaluation } from '../accounts/permissions.ts';
import { Problem } from '../problem.ts';
import { findResponsesEvaluation } from '../store/responses.ts';
import { findSurveysEvaluation } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { EvaluationId, SurveyCode } from './schemas.ts';

const OF_EVALUATION = /^\/api\/evaluations\/([^/]+)(?:\/|$)/;
const OF_SURVEY = /^\/api\/surveys\/([^/]+)(?:\/|$)/;
const OF_RESPONSE = /^\/api\/responses\/([^/]+)(?:\/|$)/;

/**
 * Whether an address names an evaluation, by itself, by one of its surveys or by a response to one; as the router writes it,
 * `:id` and all.
 */
export const isInEvaluation = (path: string): boolean =>
  OF_EVALUATION.test(path) || OF_SURVEY.test(path) || OF_RESPONSE.test(path);

/**
 * Throws where somebody may not do this at this address, before anything else of the request is looked at: what is wrong
 * with a body is nothing for whoever may not send it. An evaluation in which he has no role is unknown to him, with all that
 * is in it. Answers which evaluation the address names, where what is asked for depends on one.
 */
export async function mustBeAllowed(
  db: Db,
  actor: Actor,
  permission: Permission,
  path: string,
): Promise<string | undefined> {
  if (!isOfEvaluation(permission)) {
    mustHold(actor, permission);
    return undefined;
  }
  const evaluation = OF_EVALUATION.exec(path)?.[1];
  if (evaluation !== undefined) {
    const named = EvaluationId.safeParse({ id: decoded(evaluation) });
    if (!named.success) throw new Problem('unknown-evaluation');
    await mustHoldIn(db, actor, permission, named.data.id, 'unknown-evaluation');
    return named.data.id;
  }
  const response = OF_RESPONSE.exec(path)?.[1];
  if (response !== undefined) {
    // An id of the same shape as an evaluation's.
    const named = EvaluationId.safeParse({ id: decoded(response) });
    const of = named.success && (await findResponsesEvaluation(db, named.data.id));
    if (!of) throw new Problem('unknown-response');
    await mustHoldIn(db, actor, permission, of, 'unknown-response');
    return of;
  }
  const named = SurveyCode.safeParse({ code: decoded(OF_SURVEY.exec(path)?.[1] ?? '') });
  const of = named.success && (await findSurveysEvaluation(db, named.data.code));
  if (!of) throw new Problem('unknown-survey');
  await mustHoldIn(db, actor, permission, of, 'unknown-survey');
  return of;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
