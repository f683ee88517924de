import { minuteInChina } from '../../survey-definitions/china-time.ts';
import type { StoredState } from '../../survey-definitions/survey.ts';
import { Problem } from '../problem.ts';
import { holdEvaluation } from '../store/evaluations.ts';
import { closingToMix, codesAreMixed } from '../store/mixing-codes.ts';
import { rewriteAccessCodes } from '../store/rewrite-access-codes.ts';
import { findSurvey, type Survey, setSurveyState } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { feedByFirstFormal } from './feeding-surveys.ts';

/** A survey that was opened or closed, and whether its group's indicators are fed by it since. */
export interface Moved {
  survey: Survey;
  /** False where it was so before. */
  changed: boolean;
  begunToFeed: boolean;
}

/**
 * Opens or closes a survey; again the same changes nothing. Closing waits for responses that are being written, and
 * once it is committed none comes in through the form. The first formal survey of a group that opens feeds its
 * indicators. Throws survey-not-collected, since responses that were not collected here are never added to,
 * survey-period-over, and survey-never-opened.
 */
export async function moveSurvey(
  trx: Db,
  { code, evaluationId }: Survey,
  to: Exclude<StoredState, 'draft'>,
  now: Date,
): Promise<Moved> {
  await holdEvaluation(trx, evaluationId);
  const survey = await findSurvey(trx, code);
  if (survey === undefined) throw new Problem('unknown-survey');
  if (to === 'open') mayOpen(survey, now);
  if (to === 'closed' && survey.state === 'draft') throw new Problem('survey-never-opened');
  if (survey.state === to) return { survey, changed: false, begunToFeed: false };
  const moved = (await setSurveyState(trx, code, to)) ?? survey;
  const opensFirst = to === 'open' && survey.state === 'draft' && survey.phase === 'formal';
  return {
    survey: moved,
    changed: true,
    begunToFeed: opensFirst && (await feedByFirstFormal(trx, moved)),
  };
}

/**
 * Takes out of the database's internals who of those with a code answered when, once closing is committed: no more
 * codes are spent then. Apart from it, since so many rows would keep others waiting.
 */
export async function forgetWhenCodesWereSpent(
  write: Db,
  { code, access, state }: Pick<Survey, 'code' | 'access' | 'state'>,
): Promise<void> {
  if (access === 'code' && state === 'closed') await mixCodes(write, code);
}

/** The same of a survey that is closed, by whomever. What breaks off is gone through again by the clock. */
export async function mixCodes(write: Db, code: string): Promise<void> {
  const closing = await closingToMix(write, code);
  await rewriteAccessCodes(write, code);
  if (closing !== null) await codesAreMixed(write, code, closing);
}

function mayOpen({ provenance, state, closesAt }: Survey, now: Date): void {
  if (provenance !== 'collected') throw new Problem('survey-not-collected');
  if (state === 'open' || closesAt === null || now.getTime() < Date.parse(closesAt)) return;
  const end = minuteInChina(closesAt);
  throw new Problem('survey-period-over', {
    detail: {
      'zh-CN': `调查时段已于北京时间 ${end} 结束，开放后也收不到答卷。请另建一项调查，改定结束时间。`,
      en: `Its period ended at ${end}, Beijing time; opened now it would take no response. Please set up another survey with a later end.`,
    },
  });
}
