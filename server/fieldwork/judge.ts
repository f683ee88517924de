import type { Actor } from '../accounts/actor.ts';
import { surveyFor } from '../evaluations/load.ts';
import { mustHaveAnswers } from '../evaluations/retention.ts';
import { Problem } from '../problem.ts';
import {
  type Decision,
  type Judged,
  judgeResponses,
  lastJudgementsOf,
} from '../store/judgements.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import { bumpRevision } from '../store/revisions.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** Most responses that one decision is about. */
export const MOST_JUDGED = 500;

/** What is decided about which responses of a survey, by whom. */
interface Wanted {
  code: string;
  ids: readonly string[];
  decision: Decision;
  /** When the last decision that was seen was made, null for none; undefined: whatever was decided meanwhile. */
  seenAt?: string | null | undefined;
}

/**
 * Overrules the rules for some responses of a survey, or gives them back to the rules, in the transaction that `trx` is; the
 * counts follow in it. Throws answers-removed, unknown-response where the survey has one of them not, and judged-meanwhile
 * where somebody has decided since.
 */
export async function judge(
  trx: Db,
  shard: number,
  actor: Actor,
  { code, ids, decision, seenAt }: Wanted,
  now: Date,
): Promise<{ survey: Survey; judged: Judged[] }> {
  const survey = await surveyFor(trx, actor, 'responses.judge', code);
  mustHaveAnswers(survey);
  const questionnaire = await questionnaireOf(trx, survey);
  await mustBeThere(trx, code, ids);
  if (seenAt !== undefined) {
    // The evaluation is held, so that nobody decides between this look and the decision.
    const last = await lastJudgementsOf(trx, ids);
    if (ids.some((id) => (last.get(id)?.at ?? null) !== seenAt))
      throw new Problem('judged-meanwhile');
  }
  const judged = await judgeResponses(trx, shard, { code, questionnaire }, ids, decision, {
    author: actor.name,
    at: now.toISOString(),
  });
  if (judged.length > 0) await bumpRevision(trx, survey.evaluationId);
  return { survey, judged };
}

async function mustBeThere(trx: Db, code: string, ids: readonly string[]): Promise<void> {
  const found = await trx
    .selectFrom('responses')
    .select('id')
    .where('survey_code', '=', code)
    .where('id', 'in', ids)
    .execute();
  if (found.length < new Set(ids).size) throw new Problem('unknown-response');
}
