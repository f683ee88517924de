import { dayInChina, dayTyped, isDay } from '../../survey-definitions/china-time.ts';
import {
  earliestKeptUntil,
  LAST_KEPT_DAY,
  NOTICE_DAYS,
  noticeBegins,
} from '../../survey-definitions/retention.ts';
import type { Act } from '../accounts/audited.ts';
import { type FaultIn, Problem } from '../problem.ts';
import {
  type Evaluation,
  findEvaluation,
  holdEvaluation,
  updateEvaluation,
} from '../store/evaluations.ts';
import { listSurveys, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** Until when single answers are to be kept (2027-12-31, in China; null: as long as the evaluation), and why it is moved. */
export interface WantedRetention {
  answersKeptUntil?: string | null | undefined;
  reason?: string | undefined;
}

/**
 * Sets, moves or takes away the day until which single answers are kept, and says what is to be recorded of it; the same
 * again changes nothing, and no act is given. Thirty days are always left, so that the evaluation can say so. Call it where the evaluation is held, since the
 * removal holds it too. Throws not-acceptable, and answers-removed once that has begun.
 */
export async function changeRetention(
  trx: Db,
  before: Evaluation,
  { answersKeptUntil: wanted, reason }: WantedRetention,
  now: Date,
): Promise<{ evaluation: Evaluation; act?: Act }> {
  const until = typeof wanted === 'string' ? (dayTyped(wanted) ?? wanted) : wanted;
  if (until === undefined || until === before.answersKeptUntil) return { evaluation: before };
  for (const each of [before, ...(await listSurveys(trx, before.id))]) mustHaveAnswers(each);
  const errors = [
    ...(until === null ? [] : faultsOfDay(until, now)),
    ...(before.answersKeptUntil !== null && reason === undefined ? [REASON_MISSING] : []),
  ];
  if (errors.length > 0) throw new Problem('not-acceptable', { errors });
  const after = await updateEvaluation(trx, before.id, { answersKeptUntil: until });
  if (after === undefined) throw new Problem('unknown-evaluation');
  const act = {
    action: 'evaluation.retention',
    evaluationId: before.id,
    subject: before.id,
    detail: { before: before.answersKeptUntil, after: until, reason: reason ?? null },
  };
  return { evaluation: after, act };
}

const REASON_MISSING: FaultIn = {
  path: '$.reason',
  code: 'reason-missing',
  message: {
    'zh-CN': '改动已定的保存期限，请写明理由',
    en: 'please give a reason for changing how long answers are kept',
  },
};

function faultsOfDay(until: string, now: Date): FaultIn[] {
  const path = '$.answersKeptUntil';
  if (!isDay(until) || until > LAST_KEPT_DAY) {
    const message = {
      'zh-CN': '请写成日期，如 2027-12-31',
      en: 'please write a day such as 2027-12-31',
    };
    return [{ path, code: 'not-a-day', message }];
  }
  const earliest = earliestKeptUntil(now.toISOString());
  if (until >= earliest) return [];
  const message = {
    'zh-CN': `删除之前要提示 ${NOTICE_DAYS} 天，最早可以定在 ${earliest}（今天是北京时间 ${dayInChina(now.toISOString())}）`,
    en: `notice is given for ${NOTICE_DAYS} days, so the earliest day is ${earliest} (today it is ${dayInChina(now.toISOString())} in Beijing)`,
  };
  return [{ path, code: 'too-soon', message }];
}

/** Throws answers-removed where single answers, texts and codes of a survey are no more to be had: its counts are. */
export function mustHaveAnswers({
  answersRemovedAt,
}: Pick<Survey | Evaluation, 'answersRemovedAt'>): void {
  if (answersRemovedAt !== null) throw removed(answersRemovedAt);
}

/**
 * Throws answers-removed where they were of a whole evaluation, which stays so until the transaction ends: it takes no new
 * survey, whose answers would be kept beyond their time.
 */
export async function mustTakeSurveys(trx: Db, evaluationId: string): Promise<void> {
  await holdEvaluation(trx, evaluationId);
  const evaluation = await findEvaluation(trx, evaluationId);
  if (evaluation !== undefined) mustHaveAnswers(evaluation);
}

function removed(at: string): Problem {
  const day = dayInChina(at);
  return new Problem('answers-removed', {
    detail: {
      'zh-CN': `保存期限已到，单份答卷、开放题原文和访问码已于 ${day} 起删除；人数、结果和得分不变。`,
      en: `They were kept until their time was over, and were removed on ${day}; counts, results and scores are as they were.`,
    },
  });
}

/** When one of these evaluations begins to say that its answers are going to be removed, the next; null where none will. */
export function nextNotice(evaluations: readonly Evaluation[], now: Date): Date | null {
  const ahead = evaluations
    .flatMap(({ answersKeptUntil: until }) => (until === null ? [] : [noticeBegins(until)]))
    .map((time) => Date.parse(time))
    .filter((time) => time > now.getTime());
  return ahead.length === 0 ? null : new Date(Math.min(...ahead));
}
