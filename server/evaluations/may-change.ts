import { jsonPath } from '../../survey-definitions/fault.ts';
import type { Phase, Plan, Sampling, SurveyAccess } from '../../survey-definitions/survey.ts';
import { Problem } from '../problem.ts';
import type { StoredPoint } from '../store/points.ts';
import type { Survey, SurveyColumns } from '../store/surveys.ts';
import type { WantedEntry } from './change-handed-out.ts';
import { fixed, fixedPointFindings, type ListedPoints, type WantedPoint } from './change-points.ts';
import { mustBeConsistent } from './consistent-survey.ts';
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

/** Throws survey-fixed where something changes that the survey's state has fixed. */
export function mayChange(
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

/**
 * Throws not-acceptable where a survey was opened and is corrected without saying why. What was handed out is no correction: it
 * is counted as the fieldwork goes on, and has its date and author.
 */
export function mustGiveReason(
  survey: Survey,
  { after }: Pick<Change, 'after'>,
  reason: string | undefined,
): void {
  const isCorrected = Object.keys(after).some((part) => part !== 'handedOut');
  if (!isCorrected || !needsReason(survey) || reason !== undefined) return;
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
export function mustFitTogether(
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
