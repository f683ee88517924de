import { isDeepStrictEqual } from 'node:util';
import { jsonPath } from '../../survey-definitions/fault.ts';
import type { Phase, Plan, Sampling, SurveyAccess } from '../../survey-definitions/survey.ts';
import type { Actor } from '../accounts/actor.ts';
import { Problem } from '../problem.ts';
import { holdEvaluation } from '../store/evaluations.ts';
import { readHandedOut, writeHandedOut } from '../store/handed-out.ts';
import { holdAgainstResponses } from '../store/open-surveys.ts';
import { addPlanVersion } from '../store/plan-versions.ts';
import { pointsWithResponses, readPoints, type StoredPoint, writePoints } from '../store/points.ts';
import { findSurvey, type Survey, type SurveyColumns, updateSurvey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import {
  changedEntries,
  entryFindings,
  pointsHandedOutAt,
  type WantedEntry,
} from './change-handed-out.ts';
import {
  areSamePoints,
  fixed,
  fixedPointFindings,
  type ListedPoints,
  listedPoints,
  plannedPoint,
  type WantedPoint,
} from './change-points.ts';
import { mustBeConsistent, refusedFor } from './consistent-survey.ts';
import { existingQuestionnaire, utc } from './create-survey.ts';
import { fixedParts, isFinished, needsReason, type SurveyPart } from './fixed-parts.ts';

/** A correction: what is left out stays. Times are ISO 8601 with their offset. */
export interface SurveyPatch {
  questionnaire?: Survey['questionnaire'] | undefined;
  phase?: Phase | undefined;
  proofOfWork?: boolean | undefined;
  access?: SurveyAccess | undefined;
  opensAt?: string | null | undefined;
  closesAt?: string | null | undefined;
  plan?: Plan | undefined;
  /** The whole list. */
  points?: WantedPoint[] | undefined;
  /** Each entry by itself. */
  handedOut?: WantedEntry[] | undefined;
  population?: number | null | undefined;
  sampling?: Sampling | null | undefined;
  reason?: string | undefined;
}

/** What of a survey became something else, part by part, as the audit says it. */
export interface Change {
  before: Partial<Record<SurveyPart, unknown>>;
  after: Partial<Record<SurveyPart, unknown>>;
  reason: string | null;
}

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
  mustGiveReason(survey, patch.reason);
  mustFitTogether(survey, patch, columns, listed);

  const changed = await updateSurvey(trx, code, {
    ...columns,
    ...(columns.questionnaire && {
      respondentGroup: (await existingQuestionnaire(trx, columns.questionnaire)).respondentGroup,
    }),
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

/** Throws survey-fixed where something changes that the survey's state has fixed. */
function mayChange(
  survey: Survey,
  { after }: Change,
  wanted: readonly WantedPoint[] | undefined,
  standing: readonly StoredPoint[],
): void {
  const found = [
    ...fixedParts(survey)
      .filter((part) => part in after)
      .map((part) => fixed([part], '现在不能再改', 'this can no longer be changed')),
    ...(isFinished(survey) && wanted !== undefined ? fixedPointFindings(standing, wanted) : []),
  ];
  if (found.length === 0) return;
  throw new Problem('survey-fixed', {
    errors: found.map(({ steps, code, words }) => ({
      path: jsonPath(steps),
      code,
      message: words,
    })),
  });
}

/** Throws not-acceptable where a survey was opened and the change does not say why. */
export function mustGiveReason(survey: Survey, reason: string | undefined): void {
  if (!needsReason(survey) || reason !== undefined) return;
  throw new Problem('not-acceptable', {
    errors: [
      {
        path: '$.reason',
        code: 'reason-needed',
        message: {
          'zh-CN': '调查开放过，修改须写明理由',
          en: 'This survey has been opened: please say why it is changed',
        },
      },
    ],
  });
}

/** Looks at those parts together of which one was sent, so that what stood there before keeps nobody from changing another. */
function mustFitTogether(
  survey: Survey,
  patch: SurveyPatch,
  columns: Partial<SurveyColumns>,
  { points, kept }: ListedPoints,
): void {
  const period = patch.opensAt !== undefined || patch.closesAt !== undefined;
  const planned = patch.plan !== undefined || patch.points !== undefined;
  const { plan, opensAt, closesAt } = { ...survey, ...columns };
  mustBeConsistent(
    {
      plan: planned ? plan : { total: Number.MAX_SAFE_INTEGER },
      points: planned ? points.slice(0, points.length - kept.length) : [],
      kept: planned ? kept : [],
      ...(period && { opensAt, closesAt }),
    },
    (part) => part in patch,
  );
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
