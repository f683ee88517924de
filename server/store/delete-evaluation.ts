import { inTransaction } from './in-transaction.ts';
import { beginRemoval, readRemoved, removeSome } from './removed-answers.ts';
import { bumpRevision } from './revisions.ts';
import type { Db } from './tables.ts';
import { COUNT_TABLES } from './tally.ts';

/** How much went with an evaluation. */
export interface Deleted {
  surveys: number;
  responses: number;
  accessCodes: number;
  points: number;
  planVersions: number;
  /** Indicators for which a scorer had entered something. */
  scores: number;
  /** Cells of base data. */
  cells: number;
  /** How often figures were frozen. */
  frozenFigures: number;
}

/**
 * Deletes an evaluation with its surveys and all that is theirs, what scorers entered and its base data, in one
 * transaction; audit events stay. Says how much went.
 */
export async function deleteEvaluation(db: Db, id: string): Promise<Deleted> {
  return inTransaction(db, async (trx) => {
    const kept = await countsBefore(trx, id);
    // The surveys first: that waits for responses being written and keeps others out, and the responses go
    // with their survey. Taking the responses first would meet a writer halfway.
    const surveys = await trx
      .deleteFrom('surveys')
      .where('evaluation_id', '=', id)
      .returning('code')
      .execute();
    const codes = surveys.map((survey) => survey.code);
    const responses = codes.length === 0 ? 0 : await deleteCounts(trx, codes);
    const entries = await trx
      .deleteFrom('scoring_entries')
      .where('evaluation_id', '=', id)
      .returning('code')
      .execute();
    await trx.deleteFrom('evaluations').where('id', '=', id).execute();
    await bumpRevision(trx, id);
    return { surveys: surveys.length, responses, ...kept, scores: entries.length };
  });
}

/** Of what goes with its survey or its evaluation by itself. Nobody adds to it meanwhile who has not held the evaluation. */
async function countsBefore(trx: Db, id: string) {
  const ofSurveys = async (table: 'access_codes' | 'points' | 'plan_versions') => {
    const row = await trx
      .selectFrom(table as 'points')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('survey_code', 'in', surveysOf(trx, id))
      .executeTakeFirst();
    return row?.n ?? 0;
  };
  const baseData = await trx
    .selectFrom('base_data')
    .select('cells')
    .where('evaluation_id', '=', id)
    .executeTakeFirst();
  const frozen = await trx
    .selectFrom('frozen_figures')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('evaluation_id', '=', id)
    .executeTakeFirst();
  const cells: unknown = JSON.parse(baseData?.cells ?? '[]');
  return {
    accessCodes: await ofSurveys('access_codes'),
    points: await ofSurveys('points'),
    planVersions: await ofSurveys('plan_versions'),
    cells: Array.isArray(cells) ? cells.length : 0,
    frozenFigures: frozen?.n ?? 0,
  };
}

/** Says how many responses had been counted. */
async function deleteCounts(trx: Db, codes: string[]): Promise<number> {
  const others = COUNT_TABLES.filter((table) => table !== 'day_counts');
  for (const table of [...others, 'step_counts'] as const)
    await trx
      .deleteFrom(table as 'step_counts')
      .where('survey_code', 'in', codes)
      .execute();
  const days = await trx
    .deleteFrom('day_counts')
    .where('survey_code', 'in', codes)
    .returning('n')
    .execute();
  return days.reduce((sum, day) => sum + day.n, 0);
}

/** Rows of one transaction, which holds others up for some tens of milliseconds. */
const MOST_AT_ONCE = 1000;

/** Whether taking it away at once would keep others waiting: more single answers and codes than two such transactions take. */
export async function isLarge(db: Db, id: string): Promise<boolean> {
  for (const table of ['responses', 'access_codes'] as const) {
    const rows = await db
      .selectFrom(table as 'responses')
      .select('survey_code')
      .where('survey_code', 'in', surveysOf(db, id))
      .limit(2 * MOST_AT_ONCE + 1)
      .execute();
    if (rows.length > 2 * MOST_AT_ONCE) return true;
  }
  return false;
}

/**
 * Closes an evaluation to whatever would come in, before its single answers are taken away part by part: as at the end of
 * their time its surveys are closed and say so, and it is archived. Should that break off, this is what stands. Call it where
 * the evaluation is held.
 */
export async function stopTaking(trx: Db, id: string, at: Date): Promise<void> {
  await beginRemoval(trx, id, at);
  await trx
    .updateTable('evaluations')
    .set((eb) => ({ archived_at: eb.fn.coalesce('archived_at', eb.val(at.toISOString())) }))
    .where('id', '=', id)
    .execute();
  await bumpRevision(trx, id);
}

/**
 * Takes away single answers and codes, each part in a transaction of its own, so that responses to other surveys get in
 * between. Says how many codes there were; the responses are counted elsewhere.
 */
export async function removeSingleAnswers(write: Db, id: string): Promise<{ accessCodes: number }> {
  const codesRemoved = async () =>
    (await readRemoved(write, id)).reduce((sum, { codes }) => sum + codes, 0);
  const before = await codesRemoved();
  while (await removeSome(write, id, MOST_AT_ONCE));
  return { accessCodes: (await codesRemoved()) - before };
}

const surveysOf = (db: Db, id: string) =>
  db.selectFrom('surveys').select('code').where('evaluation_id', '=', id);
