import { minuteInChina } from '../../survey-definitions/china-time.ts';
import type { StoredState } from '../../survey-definitions/survey.ts';
import { Problem } from '../problem.ts';
import { holdEvaluation } from '../store/evaluations.ts';
import { closingToMix, codesAreMixed } from '../store/mixing-codes.ts';
import { rewriteAccessCodes } from '../store/rewrite-access-codes.ts';
import { findSurvey, type Survey, setSurveyState, updateSurvey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { mustBeConsistent } from './consistent-survey.ts';
import { utc } from './create-survey.ts';
import { feedByFirstFormal } from './feeding-surveys.ts';
import { closedBy } from './fixed-parts.ts';
import { mustHaveAnswers } from './retention.ts';

/** A survey that was opened or closed, and whether its group's indicators are fed by it since. */
export interface Moved {
  survey: Survey;
  /** False where it was so before. */
  changed: boolean;
  begunToFeed: boolean;
}

/**
 * Opens or closes a survey; again the same changes nothing. One that is closed is reopened, and never opened. Closing waits for responses that are being written, and
 * once it is committed none comes in through the form. The first formal survey of a group that opens feeds its
 * indicators. Throws survey-not-collected, since responses that were not collected here are never added to, answers-removed,
 * survey-closed, survey-period-over, and survey-never-opened.
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

/**
 * Opens a closed survey again, whoever closed it; where its end is past, with a later one or with none. Throws
 * survey-never-opened, survey-not-closed, survey-not-collected, answers-removed, and survey-period-over where its end would
 * close it at once.
 */
export async function reopenSurvey(
  trx: Db,
  { code, evaluationId }: Survey,
  { closesAt: wanted }: { closesAt?: string | null | undefined },
  now: Date,
): Promise<{ survey: Survey; before: Survey }> {
  await holdEvaluation(trx, evaluationId);
  const before = await findSurvey(trx, code);
  if (before === undefined) throw new Problem('unknown-survey');
  if (before.state === 'draft') throw new Problem('survey-never-opened');
  mayTakeResponses(before);
  if (closedBy(before, now) === null) throw new Problem('survey-not-closed');
  const closesAt = wanted === undefined ? before.closesAt : utc(wanted);
  mustBeConsistent({ plan: before.plan, opensAt: before.opensAt, closesAt });
  if (isPast(closesAt, now)) throw periodOver(closesAt);
  const survey = await updateSurvey(trx, code, { state: 'open', closesAt, clockClosedAt: null });
  return { survey, before };
}

function mayTakeResponses(survey: Survey): void {
  if (survey.provenance !== 'collected') throw new Problem('survey-not-collected');
  mustHaveAnswers(survey);
}

function mayOpen(survey: Survey, now: Date): void {
  mayTakeResponses(survey);
  const by = closedBy(survey, now);
  if (by !== null) throw closed(by, survey);
  if (isPast(survey.closesAt, now)) throw periodOver(survey.closesAt);
}

const isPast = (closesAt: string | null, now: Date): closesAt is string =>
  closesAt !== null && now.getTime() >= Date.parse(closesAt);

function closed(by: 'staff' | 'clock', { closesAt }: Survey): Problem {
  if (by === 'staff' || closesAt === null)
    return new Problem('survey-closed', {
      detail: {
        'zh-CN': '要继续接收答卷，请重新开放，并写明理由。',
        en: 'To take responses again, reopen it and say why.',
      },
    });
  const end = minuteInChina(closesAt);
  return new Problem('survey-closed', {
    detail: {
      'zh-CN': `调查时段已于北京时间 ${end} 结束。要继续接收答卷，请把结束时间改到以后，并写明理由。`,
      en: `Its period ended at ${end}, Beijing time. To take responses again, move its end on and say why.`,
    },
  });
}

function periodOver(closesAt: string): Problem {
  const end = minuteInChina(closesAt);
  return new Problem('survey-period-over', {
    detail: {
      'zh-CN': `调查时段已于北京时间 ${end} 结束，开放后也收不到答卷。请先把结束时间改到以后，或者去掉结束时间。`,
      en: `Its period ended at ${end}, Beijing time; opened now it would take no response. Please give it a later end, or none, first.`,
    },
  });
}
