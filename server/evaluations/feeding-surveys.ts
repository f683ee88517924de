import type { Feed } from '../../survey-definitions/feeds.ts';
import { exact, type Fraction } from '../../survey-definitions/fraction.ts';
import {
  type CombineWay,
  type RespondentGroup,
  SHIPPED_GROUPS,
} from '../../survey-definitions/survey.ts';
import { type Evaluation, findEvaluation, updateEvaluation } from '../store/evaluations.ts';
import { listSurveys, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** The surveys that answer for a respondent group: one, or several and how they make one number. */
export interface Fed {
  why?: undefined;
  /** null where it is one. */
  combine: CombineWay | null;
  /** `weight` of 1; null where nothing is weighted. */
  surveys: readonly { code: string; weight: Fraction | null }[];
}

/** Why none does. `formal`: the formal surveys that were opened. */
export interface Unfed {
  why: 'no-survey' | 'only-pilots' | 'only-drafts' | 'none-chosen' | 'several-formal';
  formal: string[];
}

export type Feeding = Fed | Unfed;

/** Codes of the surveys that answer for a group; none where it is not fed. */
export function codesFeeding(feeding: Feeding | undefined): string[] {
  if (feeding === undefined || feeding.why !== undefined) return [];
  return feeding.surveys.map(({ code }) => code);
}

/** The formal surveys of a group that were opened at some time; a pilot never scores, and a draft feeds nothing. */
function openedFormalOf(surveys: readonly Survey[], group: RespondentGroup): string[] {
  return surveys
    .filter(
      ({ respondentGroup, phase, state }) =>
        respondentGroup === group && phase === 'formal' && state !== 'draft',
    )
    .map((survey) => survey.code);
}

/**
 * The survey of each group that the evaluation names in `feeds`, or the surveys it combines there, feed the indicators that
 * ask the group. Nothing is picked in silence, so that no new survey takes the place of another; where one of several is
 * gone, the others do not go on without it.
 */
export function feedingSurveys(
  evaluation: Pick<Evaluation, 'feeds'>,
  surveys: readonly Survey[],
  asked: readonly RespondentGroup[] = [],
): Map<RespondentGroup, Feeding> {
  const groups = new Set([
    ...SHIPPED_GROUPS,
    ...surveys.map(({ respondentGroup }) => respondentGroup),
    ...asked,
  ]);
  return new Map(
    [...groups].map((group): [RespondentGroup, Feeding] => {
      const formal = openedFormalOf(surveys, group);
      const chosen = evaluation.feeds[group];
      const fed = chosen === undefined ? undefined : fedBy(chosen);
      if (fed?.surveys.every(({ code }) => formal.includes(code))) return [group, fed];
      return [group, { why: whyNone(surveys, group, formal), formal }];
    }),
  );
}

function fedBy(feed: Feed): Fed {
  if (typeof feed === 'string') return { combine: null, surveys: [{ code: feed, weight: null }] };
  return {
    combine: feed.combine,
    surveys: feed.surveys.map(({ code, weight }) => ({
      code,
      weight: weight === undefined ? null : exact(weight),
    })),
  };
}

function whyNone(surveys: readonly Survey[], group: RespondentGroup, formal: readonly string[]) {
  if (formal.length > 1) return 'several-formal';
  if (formal.length === 1) return 'none-chosen';
  const ofGroup = surveys.filter((survey) => survey.respondentGroup === group);
  if (ofGroup.some((survey) => survey.phase === 'formal')) return 'only-drafts';
  return ofGroup.length > 0 ? 'only-pilots' : 'no-survey';
}

/** Whether a survey may be named for a group: one of its formal surveys, once it was opened. */
export function mayFeed(surveys: readonly Survey[], group: RespondentGroup, code: string): boolean {
  return openedFormalOf(surveys, group).includes(code);
}

/**
 * Writes a survey that has just been opened for the first time into its evaluation's `feeds`, where it is the first
 * formal one of its group; a later one changes nothing until somebody chooses it. Says whether it was. The evaluation
 * must be held, so that of two that open at once one is the first.
 */
export async function feedByFirstFormal(
  trx: Db,
  opened: Pick<Survey, 'code' | 'evaluationId' | 'respondentGroup'>,
): Promise<boolean> {
  const { code, evaluationId, respondentGroup: group } = opened;
  const evaluation = await findEvaluation(trx, evaluationId);
  const formal = openedFormalOf(await listSurveys(trx, evaluationId), group);
  const isFirst = formal.length === 1 && formal[0] === code;
  if (evaluation === undefined || !isFirst) return false;
  await updateEvaluation(trx, evaluationId, { feeds: { ...evaluation.feeds, [group]: code } });
  return true;
}
