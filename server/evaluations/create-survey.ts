import { finding } from '../../survey-definitions/fault.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import type {
  Phase,
  Plan,
  Point,
  Sampling,
  SurveyAccess,
} from '../../survey-definitions/survey.ts';
import { randomText } from '../accounts/secrets.ts';
import { addPlanVersion } from '../store/plan-versions.ts';
import { writePoints } from '../store/points.ts';
import { findQuestionnaire } from '../store/questionnaires.ts';
import { insertSurvey, type NewSurveyRow, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { refusedFor } from './consistent-survey.ts';
import { quotaFindings } from './quota-findings.ts';
import { mustTakeSurveys } from './retention.ts';
import { sampleSizeFindings } from './sample-size-findings.ts';

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

/** A draft in the evaluation, of what `mustBeConsistent` lets pass. Throws not-acceptable where there is no such questionnaire or its quotas are not of it, and answers-removed. */
export async function createSurvey(
  trx: Db,
  evaluationId: string,
  wanted: NewSurvey,
  author: string,
  now: Date,
): Promise<Survey> {
  await mustTakeSurveys(trx, evaluationId);
  const { id, version } = wanted.questionnaire;
  const questionnaire = await existingQuestionnaire(trx, wanted.questionnaire);
  mustHoldTogether(wanted.plan, questionnaire);
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
    const planned = points.map((point) => ({ ...point, closed: false }));
    await addPlanVersion(trx, survey.code, { plan, points: planned, reason: null, author, at });
    return { ...survey, clockClosedAt: null, answersRemovedAt: null };
  }
}

/**
 * Throws not-acceptable where quotas or known shares are of items that the questionnaire does not have so, or a sample size
 * is not what its basis makes it.
 */
export function mustHoldTogether(plan: Plan, questionnaire: Questionnaire): void {
  const found = [...quotaFindings(plan, questionnaire), ...sampleSizeFindings(plan)];
  if (found.length > 0) throw refusedFor(found);
}

/** Throws not-acceptable where there is no such questionnaire. */
export async function existingQuestionnaire(
  db: Db,
  { id, version }: Survey['questionnaire'],
): Promise<Questionnaire> {
  const questionnaire = await findQuestionnaire(db, id, version);
  if (questionnaire !== undefined) return questionnaire;
  throw refusedFor([
    finding(
      ['questionnaire'],
      'unknown-questionnaire',
      `没有问卷 ${id} 的第 ${version} 版`,
      `there is no version ${version} of the questionnaire ${id}`,
    ),
  ]);
}

/** The moment in UTC; null for none. */
export const utc = (time: string | null | undefined) =>
  time === null || time === undefined ? null : new Date(time).toISOString();
