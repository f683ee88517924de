import { minuteInChina } from '../../survey-definitions/china-time.ts';
import type {
  Phase,
  Plan,
  Point,
  Sampling,
  SurveyAccess,
} from '../../survey-definitions/survey.ts';
import { randomText } from '../accounts/secrets.ts';
import { type FaultIn, Problem } from '../problem.ts';
import { addPlanVersion } from '../store/plan-versions.ts';
import { writePoints } from '../store/points.ts';
import { findQuestionnaire } from '../store/questionnaires.ts';
import { insertSurvey, type NewSurveyRow, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { mustTakeSurveys } from './retention.ts';

/** What a survey is asked for with. Times are ISO 8601 with their offset. */
export interface NewSurvey {
  questionnaire: { id: string; version: number };
  plan: Plan;
  points?: Point[] | undefined;
  population?: number | undefined;
  sampling?: Sampling | undefined;
  phase: Phase;
  access: SurveyAccess;
  proofOfWork?: boolean | undefined;
  opensAt?: string | undefined;
  closesAt?: string | undefined;
}

/** Characters that are not mistaken for one another when a code is read from a poster or over the telephone. */
const CODE_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 8;

/** A draft in the evaluation, of what `mustBeConsistent` lets pass. Throws not-acceptable where there is no such questionnaire, and answers-removed. */
export async function createSurvey(
  trx: Db,
  evaluationId: string,
  wanted: NewSurvey,
  author: string,
  now: Date,
): Promise<Survey> {
  await mustTakeSurveys(trx, evaluationId);
  const { id, version } = wanted.questionnaire;
  const questionnaire = await findQuestionnaire(trx, id, version);
  if (questionnaire === undefined) {
    throw refuse('$.questionnaire', 'unknown-questionnaire', {
      'zh-CN': `没有问卷 ${id} 的第 ${version} 版`,
      en: `there is no version ${version} of the questionnaire ${id}`,
    });
  }
  for (;;) {
    const survey: NewSurveyRow = {
      code: randomText(CODE_ALPHABET, CODE_LENGTH),
      evaluationId,
      questionnaire: { id, version },
      respondentGroup: questionnaire.respondentGroup,
      phase: wanted.phase,
      access: wanted.access,
      proofOfWork: wanted.proofOfWork ?? false,
      provenance: 'collected',
      state: 'draft',
      plan: wanted.plan,
      population: wanted.population ?? null,
      sampling: wanted.sampling ?? null,
      opensAt: utc(wanted.opensAt),
      closesAt: utc(wanted.closesAt),
      createdAt: now.toISOString(),
    };
    if (!(await insertSurvey(trx, survey))) continue;
    const points = wanted.points ?? [];
    await writePoints(
      trx,
      survey,
      points.map((point) => ({ ...point, closedAt: null })),
    );
    const { plan, createdAt: at } = survey;
    await addPlanVersion(trx, survey.code, { plan, points, reason: null, author, at });
    return { ...survey, clockClosedAt: null, answersRemovedAt: null };
  }
}

/** Throws not-acceptable where what is asked for cannot be true together. */
export function mustBeConsistent({ plan, opensAt, closesAt }: NewSurvey): void {
  const { online = 0, paper = 0 } = plan.byChannel ?? {};
  const errors: FaultIn[] = [];
  if (online + paper > plan.total) {
    errors.push({
      path: '$.plan.byChannel',
      code: 'more-than-total',
      message: {
        'zh-CN': `电子问卷 ${online} 份与现场纸质 ${paper} 份合计 ${online + paper} 份，多于计划发放数 ${plan.total} 份`,
        en: `${online} online and ${paper} on paper make ${online + paper}, more than the ${plan.total} planned`,
      },
    });
  }
  if (opensAt && closesAt && Date.parse(opensAt) >= Date.parse(closesAt)) {
    const [start, end] = [minuteInChina(opensAt), minuteInChina(closesAt)];
    errors.push({
      path: '$.closesAt',
      code: 'closes-before-it-opens',
      message: {
        'zh-CN': `结束时间 ${end} 应晚于开始时间 ${start}（北京时间）`,
        en: `the end, ${end}, must come after the beginning, ${start} (Beijing time)`,
      },
    });
  }
  if (errors.length > 0) throw new Problem('not-acceptable', { errors });
}

const refuse = (path: string, code: string, message: FaultIn['message']) =>
  new Problem('not-acceptable', { errors: [{ path, code, message }] });

const utc = (time: string | undefined) =>
  time === undefined ? null : new Date(time).toISOString();
