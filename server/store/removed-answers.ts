import { sql } from 'kysely';
import { holdEvaluation } from './evaluations.ts';
import { inTransaction } from './in-transaction.ts';
import { bumpRevision } from './revisions.ts';
import type { Db } from './tables.ts';

/** How much was removed at the end of its time. */
export interface Removed {
  responses: number;
  /** Responses among them in which a text item was answered. */
  texts: number;
  codes: number;
}

/** Evaluations whose answers were to be kept until a day before this one (2027-12-31), and are still there. */
export async function listDueForRemoval(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('evaluations')
    .select('id')
    .where('answers_kept_until', '<', today)
    .where('answers_removed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Takes the single answers of an evaluation out of reach, before any of them is removed: its surveys are closed for good,
 * drafts among them, and say since when. Waits for responses being written. Gives the surveys that were open. Call it where
 * the evaluation is held.
 */
export async function beginRemoval(trx: Db, evaluationId: string, at: Date): Promise<string[]> {
  const before = await trx
    .selectFrom('surveys')
    .select(['code', 'state', 'clock_closed_at'])
    .where('evaluation_id', '=', evaluationId)
    .where('answers_removed_at', 'is', null)
    .orderBy('code')
    .execute();
  if (before.length === 0) return [];
  const codes = before.map(({ code }) => code);
  await trx
    .updateTable('surveys')
    .set({
      state: sql`case when state = 'open' then 'closed' else state end`,
      codes_to_mix: null,
      answers_removed_at: at.toISOString(),
    })
    .where('code', 'in', codes)
    .execute();
  await trx
    .insertInto('removed_answers')
    .values(
      codes.map((survey_code) => ({
        survey_code,
        responses: 0,
        texts: 0,
        codes: 0,
        spent_codes: 0,
      })),
    )
    .execute();
  // To the minute they would say when somebody answered; hours and days stay, as the counts do.
  await trx.deleteFrom('minute_counts').where('survey_code', 'in', codes).execute();
  // One that nobody else has would say what somebody had answered on the whole; the sums stay.
  await trx.deleteFrom('own_mean_counts').where('survey_code', 'in', codes).execute();
  await bumpRevision(trx, evaluationId);
  return before
    .filter(({ state, clock_closed_at }) => state === 'open' && clock_closed_at === null)
    .map(({ code }) => code);
}

/**
 * Removes so many of an evaluation's responses and codes, of surveys whose removal has begun, in one transaction; false
 * where none is left. Holding the evaluation is the claim: of several servers one at a time removes, and each goes on from
 * where the others have got to.
 */
export async function removeSome(write: Db, evaluationId: string, most: number): Promise<boolean> {
  return inTransaction(write, async (trx) => {
    await holdEvaluation(trx, evaluationId);
    const begun = await trx
      .selectFrom('surveys')
      .select('code')
      .where('evaluation_id', '=', evaluationId)
      .where('answers_removed_at', 'is not', null)
      .orderBy('code')
      .execute();
    for (const { code } of begun)
      if ((await removeResponses(trx, code, most)) || (await removeCodes(trx, code, most)))
        return true;
    return false;
  });
}

async function removeResponses(trx: Db, code: string, most: number): Promise<boolean> {
  const gone = await trx
    .deleteFrom('responses')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('responses')
        .select('id')
        .where('survey_code', '=', code)
        .orderBy('received_at')
        .orderBy('id')
        .limit(most),
    )
    .returning('has_text')
    .execute();
  const texts = gone.filter((row) => row.has_text === 1).length;
  await add(trx, code, { responses: gone.length, texts, codes: 0, spent_codes: 0 });
  return gone.length > 0;
}

async function removeCodes(trx: Db, code: string, most: number): Promise<boolean> {
  const gone = await trx
    .deleteFrom('access_codes')
    .where('survey_code', '=', code)
    .where('code_hash', 'in', (eb) =>
      eb
        .selectFrom('access_codes')
        .select('code_hash')
        .where('survey_code', '=', code)
        .orderBy('code_hash')
        .limit(most),
    )
    .returning('spent')
    .execute();
  const spent_codes = gone.filter((row) => row.spent === 1).length;
  await add(trx, code, { responses: 0, texts: 0, codes: gone.length, spent_codes });
  return gone.length > 0;
}

async function add(
  trx: Db,
  code: string,
  more: Record<'responses' | 'texts' | 'codes' | 'spent_codes', number>,
): Promise<void> {
  if (more.responses + more.codes === 0) return;
  await trx
    .updateTable('removed_answers')
    .set((eb) => ({
      responses: eb('responses', '+', more.responses),
      texts: eb('texts', '+', more.texts),
      codes: eb('codes', '+', more.codes),
      spent_codes: eb('spent_codes', '+', more.spent_codes),
    }))
    .where('survey_code', '=', code)
    .execute();
}

/** How much was removed of an evaluation's surveys, by survey in the order of their codes. */
export async function readRemoved(
  db: Db,
  evaluationId: string,
): Promise<({ survey: string } & Removed)[]> {
  const rows = await db
    .selectFrom('removed_answers')
    .innerJoin('surveys', 'surveys.code', 'removed_answers.survey_code')
    .select(['survey_code', 'responses', 'texts', 'codes'])
    .where('evaluation_id', '=', evaluationId)
    .orderBy('survey_code')
    .execute();
  return rows.map(({ survey_code, responses, texts, codes }) => ({
    survey: survey_code,
    responses,
    texts,
    codes,
  }));
}
