import { type CodeRefusal, refuseByCode } from './code-refusals.ts';
import { holdOpenSurveys } from './open-surveys.ts';
import { addOwnMeans } from './own-mean-counts.ts';
import { pointKey, standingPoints } from './points.ts';
import {
  type PreparedResponse,
  prepareResponse,
  type ResponseToWrite,
} from './prepared-response.ts';
import { bumpRevisionsOf } from './revisions.ts';
import type { Db } from './tables.ts';
import {
  addKeys,
  COUNTED_BY,
  type CountTable,
  noTallies,
  type Tallies,
  type Tally,
} from './tally.ts';

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
  const tallies = noTallies();
  const written = batch.map((prepared): Written => {
    if (comesLate(prepared)) return 'survey-not-open';
    if (lost.has(prepared)) return 'unknown-point';
    const refusal = refused.get(prepared.row.id);
    if (refusal !== undefined) return refusal;
    // Of two in one batch with the same id the first is the one that was stored.
    if (!fresh.delete(prepared.row.id)) return 'exists';
    addKeys(tallies, prepared.keys);
    return 'new';
  });
  await addCounts(trx, shard, tallies);
  const surveys = new Set(tallies.days.sorted().map(({ key }) => key.survey_code));
  await bumpRevisionsOf(trx, shard, surveys);
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
  const fresh = new Set<string>();
  for (let from = 0; from < batch.length; from += ROWS_PER_STATEMENT) {
    const inserted = await trx
      .insertInto('responses')
      .values(batch.slice(from, from + ROWS_PER_STATEMENT).map((prepared) => prepared.row))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    for (const { id } of inserted) fresh.add(id);
  }
  return fresh;
}

/** Adds to the count rows of a shard. */
export async function addCounts(
  trx: Db,
  shard: number,
  { answers, days, hours, minutes, flags, owns, sums }: Tallies,
): Promise<void> {
  await addRows(trx, 'answer_counts', shard, answers);
  await addRows(trx, 'day_counts', shard, days);
  await addRows(trx, 'hour_counts', shard, hours);
  await addRows(trx, 'minute_counts', shard, minutes);
  await addRows(trx, 'flag_counts', shard, flags);
  await addOwnMeans(trx, shard, owns);
  await addRows(trx, 'own_mean_sums', shard, sums);
}

/** Adds to the rows of one count table, which are told apart by the tally's keys and the shard. */
export async function addRows<K extends object>(
  trx: Db,
  table: CountTable | 'step_counts',
  shard: number,
  tally: Tally<K>,
): Promise<void> {
  const rows = tally.sorted().map(({ key, n }) => ({ ...key, shard, n }));
  const by = table === 'step_counts' ? (['survey_code', 'step'] as const) : COUNTED_BY[table];
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const some = rows.slice(from, from + ROWS_PER_STATEMENT);
    await trx
      // Every count table has a key and a number; its type is that of one of them.
      .insertInto(table as 'step_counts')
      .values(some as never[])
      .onConflict((conflict) =>
        conflict.columns([...by, 'shard'] as 'step'[]).doUpdateSet((eb) => ({
          n: eb(`${table as 'step_counts'}.n`, '+', eb.ref('excluded.n')),
        })),
      )
      .execute();
  }
}
