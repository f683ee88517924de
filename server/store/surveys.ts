import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { Quotas, SampleSizeSchema, Shares } from '../../survey-definitions/plan.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import type {
  Phase,
  Plan,
  Provenance,
  Sampling,
  StoredState,
  SurveyAccess,
} from '../../survey-definitions/survey.ts';
import { holdEvaluation } from './evaluations.ts';
import { inTransaction } from './in-transaction.ts';
import { fromJson } from './json-column.ts';
import { bumpRevision } from './revisions.ts';
import type { Db, Tables } from './tables.ts';

export const PlanColumn: z.ZodType<Plan> = z.object({
  total: z.int(),
  byChannel: z.object({ online: z.int().optional(), paper: z.int().optional() }).optional(),
  quotas: Quotas.optional(),
  shares: Shares.optional(),
  sampleSize: SampleSizeSchema.optional(),
});

/** One questionnaire version put before one respondent group (调查). Times are ISO 8601 UTC. */
export interface Survey {
  code: string;
  evaluationId: string;
  questionnaire: { id: string; version: number };
  respondentGroup: RespondentGroup;
  phase: Phase;
  access: SurveyAccess;
  /** Whether a response must come with a proof of work. */
  proofOfWork: boolean;
  provenance: Provenance;
  state: StoredState;
  plan: Plan;
  population: number | null;
  sampling: Sampling | null;
  opensAt: string | null;
  closesAt: string | null;
  /** When what closing does was done because `closesAt` had come; null where it was not, or is no longer true. */
  clockClosedAt: string | null;
  /** When its single answers, texts and codes were removed (retention); null while they are there. */
  answersRemovedAt: string | null;
  createdAt: string;
}

function surveyOf(row: Selectable<Tables['surveys']>): Survey {
  return {
    code: row.code,
    evaluationId: row.evaluation_id,
    questionnaire: { id: row.questionnaire_id, version: row.questionnaire_version },
    respondentGroup: RespondentGroup.parse(row.respondent_group),
    phase: row.phase,
    access: row.access,
    proofOfWork: row.proof_of_work === 1,
    provenance: row.provenance,
    state: row.state,
    plan: fromJson(PlanColumn, row.plan),
    population: row.population,
    sampling: row.sampling,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    clockClosedAt: row.clock_closed_at,
    answersRemovedAt: row.answers_removed_at,
    createdAt: row.created_at,
  };
}

/** A survey to be stored: nothing has been closed or removed of it. */
export type NewSurveyRow = Omit<Survey, 'clockClosedAt' | 'answersRemovedAt'>;

/** False where the code is taken. Throws where the evaluation or the questionnaire does not exist. */
export async function insertSurvey(db: Db, survey: NewSurveyRow): Promise<boolean> {
  const inserted = await db
    .insertInto('surveys')
    .values({
      code: survey.code,
      evaluation_id: survey.evaluationId,
      questionnaire_id: survey.questionnaire.id,
      questionnaire_version: survey.questionnaire.version,
      respondent_group: survey.respondentGroup,
      phase: survey.phase,
      access: survey.access,
      proof_of_work: survey.proofOfWork ? 1 : 0,
      provenance: survey.provenance,
      state: survey.state,
      plan: JSON.stringify(survey.plan),
      population: survey.population,
      sampling: survey.sampling,
      opens_at: survey.opensAt,
      closes_at: survey.closesAt,
      clock_closed_at: null,
      answers_removed_at: null,
      created_at: survey.createdAt,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('code')
    .execute();
  if (inserted.length === 1) await bumpRevision(db, survey.evaluationId);
  return inserted.length === 1;
}

export async function findSurvey(db: Db, code: string): Promise<Survey | undefined> {
  const row = await db
    .selectFrom('surveys')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
  return row && surveyOf(row);
}

/** The id of the evaluation that a survey belongs to; undefined where there is no such survey. */
export async function findSurveysEvaluation(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('surveys')
    .select('evaluation_id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.evaluation_id;
}

/** An evaluation's surveys, oldest first. */
export async function listSurveys(db: Db, evaluationId: string): Promise<Survey[]> {
  return listSurveysOf(db, [evaluationId]);
}

/** The codes of every evaluation's surveys, by its id. */
export async function listSurveyCodes(db: Db): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.selectFrom('surveys').select(['evaluation_id', 'code']).execute();
  const codes = new Map<string, string[]>();
  for (const { evaluation_id: id, code } of rows) codes.set(id, [...(codes.get(id) ?? []), code]);
  return codes;
}

/** The surveys of several evaluations in one statement, oldest first. */
export async function listSurveysOf(db: Db, evaluationIds: readonly string[]): Promise<Survey[]> {
  if (evaluationIds.length === 0) return [];
  const rows = await db
    .selectFrom('surveys')
    .selectAll()
    .where('evaluation_id', 'in', evaluationIds)
    .orderBy('created_at')
    .orderBy('code')
    .execute();
  return rows.map(surveyOf);
}

/** What of a survey can be put right; that the clock closed it can be taken back, and is set by `setClosedByClock`. */
export type SurveyColumns = Omit<
  Survey,
  'code' | 'evaluationId' | 'provenance' | 'clockClosedAt' | 'answersRemovedAt' | 'createdAt'
> & { clockClosedAt: null };

/** Changes what is named; the survey as it is now. The evaluation must be held. Throws where there is no such survey. */
export async function updateSurvey(
  trx: Db,
  code: string,
  to: Partial<SurveyColumns>,
): Promise<Survey> {
  const row = await trx
    .updateTable('surveys')
    .set({
      // Something must be set even where nothing is named.
      code,
      questionnaire_id: to.questionnaire?.id,
      questionnaire_version: to.questionnaire?.version,
      respondent_group: to.respondentGroup,
      phase: to.phase,
      access: to.access,
      proof_of_work: to.proofOfWork === undefined ? undefined : to.proofOfWork ? 1 : 0,
      state: to.state,
      plan: to.plan && JSON.stringify(to.plan),
      population: to.population,
      sampling: to.sampling,
      opens_at: to.opensAt,
      closes_at: to.closesAt,
      clock_closed_at: to.clockClosedAt,
      // Open again, it leaves nothing to be done; its next closing will.
      codes_to_mix: to.clockClosedAt,
    })
    .where('code', '=', code)
    .returningAll()
    .executeTakeFirstOrThrow();
  await bumpRevision(trx, row.evaluation_id);
  return surveyOf(row);
}

/** Deletes a survey with its points, plans, codes, and whatever else is its own. The evaluation must be held. */
export async function deleteSurvey(
  trx: Db,
  { code, evaluationId }: Pick<Survey, 'code' | 'evaluationId'>,
): Promise<void> {
  await trx.deleteFrom('step_counts').where('survey_code', '=', code).execute();
  await trx.deleteFrom('surveys').where('code', '=', code).execute();
  await bumpRevision(trx, evaluationId);
}
/** What closing leaves to be done of a survey: see mixing-codes.ts. */
export const codesToMix = ({ access }: Pick<Survey, 'access'>): string | null =>
  access === 'code' ? randomUUID() : null;

/** The survey as it is now, or undefined where there is none. Its evaluation is held: whether it may change depends on this. */
export async function setSurveyState(
  db: Db,
  code: string,
  state: StoredState,
): Promise<Survey | undefined> {
  return inTransaction(db, async (trx) => {
    const survey = await findSurvey(trx, code);
    if (survey === undefined) return undefined;
    await holdEvaluation(trx, survey.evaluationId);
    const row = await trx
      .updateTable('surveys')
      .set({ state, codes_to_mix: state === 'closed' ? codesToMix(survey) : null })
      .where('code', '=', code)
      .returningAll()
      .executeTakeFirst();
    await bumpRevision(trx, survey.evaluationId);
    return row && surveyOf(row);
  });
}

/** Open surveys with an end that the clock has not closed. */
export async function listOpenWithEnd(db: Db): Promise<Survey[]> {
  const rows = await db
    .selectFrom('surveys')
    .selectAll()
    .where('state', '=', 'open')
    .where('closes_at', 'is not', null)
    .where('clock_closed_at', 'is', null)
    .orderBy('code')
    .execute();
  return rows.map(surveyOf);
}

/**
 * Closes an open survey because its end has come: who is writing to it is waited for, and nobody does so after this is
 * committed. False where it was closed by the clock before, or is not open. Call it where its evaluation is held.
 */
export async function setClosedByClock(trx: Db, survey: Survey, at: Date): Promise<boolean> {
  const closed = await trx
    .updateTable('surveys')
    .set({ clock_closed_at: at.toISOString(), codes_to_mix: codesToMix(survey) })
    .where('code', '=', survey.code)
    .where('state', '=', 'open')
    .where('clock_closed_at', 'is', null)
    .returning('code')
    .execute();
  if (closed.length === 1) await bumpRevision(trx, survey.evaluationId);
  return closed.length === 1;
}
