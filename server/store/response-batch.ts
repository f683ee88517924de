import { type CodeRefusal, refuseByCode } from './code-refusals.ts';
import { holdOpenSurveys } from './open-surveys.ts';
import { pointKey, standingPoints } from './points.ts';
import {
  type PreparedResponse,
  prepareResponse,
  type ResponseToWrite,
} from './prepared-response.ts';
import { bumpRevisionsOf } from './revisions.ts';
import type { Db } from './tables.ts';
import { type AnswerKey, type DayKey, Tally } from './tally.ts';

/**
 * `exists`: a response with this id was stored before; the caller compares `contentHash`. Anything else: nothing was
 * stored, counted or spent; of what came to a survey that is not open, or to a point that it does not have, it is not known
 * whether its id was stored before.
 */
export type Written = 'new' | 'exists' | 'survey-not-open' | 'unknown-point' | CodeRefusal;

/** Keeps a statement below the 32,766 parameters of SQLite, whatever a batch counts. */
const ROWS_PER_STATEMENT = 1000;

/**
 * Stores responses and counts those that are new, in the transaction that `trx` is: one multi-row
 * statement per table. A response that comes with an access code spends it, or is left out where the code is not
 * good; one that must find its survey open is left out where it does not, or where its collection point is gone. Says of each, in order, what became of it.
 * At most 2,000 responses at a time.
 */
export async function storeBatch(
  trx: Db,
  shard: number,
  batch: readonly ResponseToWrite[],
): Promise<Written[]> {
  return storePrepared(trx, shard, batch.map(prepareResponse));
}

/** As storeBatch. */
export async function storePrepared(
  trx: Db,
  shard: number,
  batch: readonly PreparedResponse[],
): Promise<Written[]> {
  const open = await holdOpenSurveys(
    trx,
    new Set(batch.flatMap(({ row, whileOpen }) => (whileOpen ? [row.survey_code] : []))),
  );
  const comesLate = ({ row, whileOpen }: PreparedResponse) =>
    whileOpen && !open.has(row.survey_code);
  const onTime = batch.filter((prepared) => !comesLate(prepared));
  const lost = await withoutTheirPoint(trx, onTime);
  const inTime = onTime.filter((prepared) => !lost.has(prepared));
  const fresh = await insertResponses(trx, inTime);
  const refused = await refuseByCode(trx, inTime, fresh);
  const answers = new Tally<AnswerKey>();
  const days = new Tally<DayKey>();
  const written = batch.map((prepared): Written => {
    if (comesLate(prepared)) return 'survey-not-open';
    if (lost.has(prepared)) return 'unknown-point';
    const refusal = refused.get(prepared.row.id);
    if (refusal !== undefined) return refusal;
    // Of two in one batch with the same id the first is the one that was stored.
    if (!fresh.delete(prepared.row.id)) return 'exists';
    for (const key of prepared.answers) answers.add(key);
    days.add(prepared.day);
    return 'new';
  });
  await addCounts(trx, shard, { answers, days });
  await bumpRevisionsOf(trx, shard, new Set(days.sorted().map(({ key }) => key.survey_code)));
  return written;
}

/** Those whose point is gone: looked at while their survey is held, so that none is taken away behind it. */
async function withoutTheirPoint(
  trx: Db,
  batch: readonly PreparedResponse[],
): Promise<ReadonlySet<PreparedResponse>> {
  const placed = batch.flatMap((prepared) => {
    const { survey_code: survey, point } = prepared.row;
    return prepared.whileOpen && point ? [{ prepared, survey, point }] : [];
  });
  const standing = await standingPoints(trx, placed);
  return new Set(
    placed
      .filter(({ survey, point }) => !standing.has(pointKey(survey, point)))
      .map(({ prepared }) => prepared),
  );
}

/** The ids that were new. */
async function insertResponses(trx: Db, batch: readonly PreparedResponse[]): Promise<Set<string>> {
  if (batch.length === 0) return new Set();
  const inserted = await trx
    .insertInto('responses')
    .values(batch.map((prepared) => prepared.row))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(inserted.map((row) => row.id));
}

/** Adds to the count rows of a shard. */
export async function addCounts(
  trx: Db,
  shard: number,
  { answers, days }: { answers: Tally<AnswerKey>; days: Tally<DayKey> },
): Promise<void> {
  await addAnswerCounts(trx, rowsOf(answers, shard));
  await addDayCounts(trx, rowsOf(days, shard));
}

function rowsOf<K extends object>(tally: Tally<K>, shard: number): (K & CountRow)[][] {
  const rows = tally.sorted().map(({ key, n }) => ({ ...key, shard, n }));
  const statements: (K & CountRow)[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    statements.push(rows.slice(from, from + ROWS_PER_STATEMENT));
  return statements;
}
type CountRow = { shard: number; n: number };

async function addAnswerCounts(trx: Db, statements: (AnswerKey & CountRow)[][]): Promise<void> {
  for (const rows of statements)
    await trx
      .insertInto('answer_counts')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['survey_code', 'channel', 'point', 'disposition', 'item', 'option', 'shard'])
          .doUpdateSet((eb) => ({ n: eb('answer_counts.n', '+', eb.ref('excluded.n')) })),
      )
      .execute();
}

async function addDayCounts(trx: Db, statements: (DayKey & CountRow)[][]): Promise<void> {
  for (const rows of statements)
    await trx
      .insertInto('day_counts')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['survey_code', 'channel', 'point', 'day', 'disposition', 'flagged', 'shard'])
          .doUpdateSet((eb) => ({ n: eb('day_counts.n', '+', eb.ref('excluded.n')) })),
      )
      .execute();
}
