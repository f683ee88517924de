import type { Counts } from '../../analysis/counts.ts';
import type { Notice } from '../../analysis/notices/notice.ts';
import { noticesOf } from '../../analysis/notices/notices.ts';
import { type Pace, paceOf } from '../../analysis/pace.ts';
import { dayInChina, daysAfter } from '../../survey-definitions/china-time.ts';
import type { FormStep } from '../../survey-definitions/form-step.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { evaluationOf } from '../evaluations/load.ts';
import { type Planning, readPlanning } from '../evaluations/planning.ts';
import { type AsideNotice, readAsideNotices } from '../store/aside-notices.ts';
import { type Progress, readCounts, readProgress } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { readFormSteps } from '../store/form-steps.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { readFieldworkFacts } from './fieldwork-facts.ts';

/** Full days before today that the present pace is taken of. */
const DAYS_OF_PACE = 3;

/** How the fieldwork of a survey goes at a moment. */
export interface ProgressNow {
  survey: Survey;
  evaluation: Evaluation;
  questionnaire: Questionnaire;
  planning: Pick<Planning, 'points' | 'handedOut'>;
  progress: Progress;
  /** Devices by step of the form. */
  steps: Record<FormStep, number>;
  /** Of the valid responses, where the plan has quotas or shares. */
  counts: Counts;
  pace: Pace;
  notices: Notice[];
  /** Those put aside, by the notice's id. */
  aside: ReadonlyMap<string, AsideNotice>;
  at: Date;
}

/** From counts alone, so that it costs the same however many responses there are. */
export async function readProgressNow(db: Db, survey: Survey, at: Date): Promise<ProgressNow> {
  const { code, plan } = survey;
  const isCounted = plan.quotas !== undefined || plan.shares !== undefined;
  const [evaluation, questionnaire, planning, progress, steps, counts, aside] = await Promise.all([
    evaluationOf(db, survey),
    questionnaireOf(db, survey),
    readPlanning(db, survey, at),
    readProgress(db, code),
    readFormSteps(db, code),
    isCounted ? readCounts(db, code) : new Map(),
    readAsideNotices(db, code),
  ]);
  const days = lastDays(progress, at);
  const pace = paceOf({
    planned: plan.total,
    received: progress.byChannel.reduce((sum, { received }) => sum + received, 0),
    closesAt: survey.closesAt === null ? null : new Date(survey.closesAt),
    now: at,
    lastDays: days,
  });
  // Once the single answers are gone there is nothing to look into any more.
  const isRemoved = survey.answersRemovedAt !== null;
  const known = { at, planning, progress, counts, lastDays: days };
  const notices = isRemoved ? [] : noticesOf(await readFieldworkFacts(db, survey, known));
  return {
    survey,
    evaluation,
    questionnaire,
    planning,
    progress,
    steps,
    counts,
    pace,
    notices,
    aside,
    at,
  };
}

/** Received on each of the last full days since the first response. */
function lastDays({ byDay }: Progress, at: Date): number[] {
  const today = dayInChina(at.toISOString());
  const first = byDay[0]?.day ?? today;
  return Array.from({ length: DAYS_OF_PACE }, (_, n) => daysAfter(today, n - DAYS_OF_PACE))
    .filter((day) => day >= first)
    .map((day) =>
      byDay.filter((line) => line.day === day).reduce((sum, { received }) => sum + received, 0),
    );
}
