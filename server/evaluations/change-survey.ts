import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../accounts/actor.ts';
import { Problem } from '../problem.ts';
import { holdEvaluation } from '../store/evaluations.ts';
import { readHandedOut, writeHandedOut } from '../store/handed-out.ts';
import { holdAgainstResponses } from '../store/open-surveys.ts';
import { addPlanVersion } from '../store/plan-versions.ts';
import { pointsWithResponses, readPoints, type StoredPoint, writePoints } from '../store/points.ts';
import { findSurvey, type Survey, type SurveyColumns, updateSurvey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { changedEntries, entryFindings, pointsHandedOutAt } from './change-handed-out.ts';
import {
  areSamePoints,
  type ListedPoints,
  listedPoints,
  plannedPoint,
  type WantedPoint,
} from './change-points.ts';
import { refusedFor } from './consistent-survey.ts';
import { existingQuestionnaire, mustHoldTogether, utc } from './create-survey.ts';
import type { SurveyPart } from './fixed-parts.ts';
import {
  type Change,
  mayChange,
  mustFitTogether,
  mustGiveReason,
  type SurveyPatch,
} from './may-change.ts';

/**
 * Corrects a survey; what says the same as before changes nothing, and where nothing changes nothing is written. The plan
 * is kept as it is from now on. Throws survey-fixed with each part that its state has fixed, and not-acceptable where a reason
 * is missing or parts cannot be true together.
 */
export async function changeSurvey(
  trx: Db,
  { code, evaluationId }: Pick<Survey, 'code' | 'evaluationId'>,
  patch: SurveyPatch,
  { name: author }: Pick<Actor, 'name'>,
  now: Date,
): Promise<{ survey: Survey; change: Change | undefined }> {
  await holdEvaluation(trx, evaluationId);
  const survey = await findSurvey(trx, code);
  if (survey === undefined) throw new Problem('unknown-survey');
  const at = now.toISOString();
  const standing = await readPoints(trx, code);
  const entered = await readHandedOut(trx, code);
  const entries = changedEntries(entered, patch.handedOut ?? []);
  const listed = await pointsAfter(trx, survey, patch.points, standing, {
    handedOutAt: pointsHandedOutAt(entered, entries),
    at,
  });

  const columns = changedColumns(survey, patch);
  const change: Change = { before: {}, after: {}, reason: patch.reason ?? null };
  for (const part of Object.keys(columns) as (keyof typeof columns)[]) {
    change.before[part] = survey[part];
    change.after[part] = columns[part];
  }
  if (!areSamePoints(standing, listed.points)) {
    change.before.points = standing.map(plannedPoint);
    change.after.points = listed.points.map(plannedPoint);
  }
  if (entries.length > 0) {
    change.before.handedOut = entries.map(({ channel, point, before: n }) => ({
      channel,
      point,
      n,
    }));
    change.after.handedOut = entries.map(({ channel, point, n }) => ({ channel, point, n }));
  }

  mayChange(survey, change, patch.points, standing);
  const faulty = entryFindings(patch.handedOut ?? [], listed.points);
  if (faulty.length > 0) throw refusedFor(faulty);
  if (Object.keys(change.after).length === 0) return { survey, change: undefined };
  mustGiveReason(survey, change, patch.reason);
  mustFitTogether(survey, patch, columns, listed);

  const questionnaire =
    columns.questionnaire && (await existingQuestionnaire(trx, columns.questionnaire));
  if (columns.plan ?? questionnaire) {
    const { plan, questionnaire: of } = { ...survey, ...columns };
    mustHoldTogether(plan, questionnaire ?? (await existingQuestionnaire(trx, of)));
  }
  const changed = await updateSurvey(trx, code, {
    ...columns,
    ...(questionnaire && { respondentGroup: questionnaire.respondentGroup }),
    ...openedAgain(survey, columns, now),
  });
  if (change.after.points !== undefined) await writePoints(trx, survey, listed.points);
  const gone = entered
    .filter(({ point }) => point !== null && !listed.points.some(({ id }) => id === point))
    .map(({ channel, point }) => ({ channel, point, n: null }));
  if (entries.length + gone.length > 0)
    await writeHandedOut(trx, survey, [...entries, ...gone], { at, author });
  if (columns.plan !== undefined || change.after.points !== undefined) {
    const points = listed.points.map(plannedPoint);
    await addPlanVersion(trx, code, {
      plan: changed.plan,
      points,
      reason: change.reason,
      author,
      at,
    });
  }
  return { survey: changed, change };
}

/** The parts of the survey itself that the patch makes something else. */
function changedColumns(
  survey: Survey,
  { points, handedOut, reason, ...patch }: SurveyPatch,
): Partial<Pick<SurveyColumns, Exclude<SurveyPart, 'points' | 'handedOut'>>> {
  const to = {
    ...patch,
    ...(patch.opensAt !== undefined && { opensAt: utc(patch.opensAt) }),
    ...(patch.closesAt !== undefined && { closesAt: utc(patch.closesAt) }),
  };
  return Object.fromEntries(
    Object.entries(to).filter(
      ([part, value]) =>
        value !== undefined && !isDeepStrictEqual(value, survey[part as keyof Survey]),
    ),
  );
}

/**
 * The points as they are to be. One that responses came from, or where something was handed out once it was opened, stays,
 * closed; responses on their way are waited for, and those behind find their point gone.
 */
async function pointsAfter(
  trx: Db,
  { code, state }: Survey,
  wanted: readonly WantedPoint[] | undefined,
  standing: readonly StoredPoint[],
  { handedOutAt, at }: { handedOutAt: ReadonlySet<string>; at: string },
): Promise<ListedPoints> {
  if (wanted === undefined) return { points: [...standing], kept: [] };
  if (state === 'draft') return listedPoints(standing, wanted, () => false, at);
  await holdAgainstResponses(trx, code);
  const answeredAt = await pointsWithResponses(trx, code);
  return listedPoints(standing, wanted, (id) => answeredAt.has(id) || handedOutAt.has(id), at);
}

/** A later end, or none, takes back that the clock closed it. */
function openedAgain(
  { clockClosedAt }: Survey,
  { closesAt }: Partial<SurveyColumns>,
  now: Date,
): Partial<SurveyColumns> {
  const isLater =
    closesAt === null || (closesAt !== undefined && Date.parse(closesAt) > now.getTime());
  return clockClosedAt !== null && isLater ? { clockClosedAt: null } : {};
}
