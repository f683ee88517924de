import { z } from 'zod';
import { inTransaction } from './in-transaction.ts';
import { fromJson } from './json-column.ts';
import { bumpRevision } from './revisions.ts';
import type { Db } from './tables.ts';

const Override = z.object({
  score: z.string(),
  reason: z.string(),
  author: z.string(),
  at: z.string(),
});
/** A scorer's own score (评价组核定); `score` is an exact number as text, `at` ISO 8601 UTC. */
export type Override = z.infer<typeof Override>;

const Inputs = z.record(z.string(), z.unknown());
/** What a scorer entered for an indicator: `inputs` in its rule's own shape. */
export interface ScoringEntry {
  inputs?: Record<string, unknown>;
  override?: Override;
  /** A remark to be read beside the score; it moves nothing. */
  note?: string;
}

/** What was entered for an evaluation's indicators, by indicator code. */
export async function readEntries(
  db: Db,
  evaluationId: string,
): Promise<Record<string, ScoringEntry>> {
  return (await readEntriesOf(db, [evaluationId])).get(evaluationId) ?? {};
}

/** The same for several evaluations in one statement, by evaluation. */
export async function readEntriesOf(
  db: Db,
  evaluationIds: readonly string[],
): Promise<ReadonlyMap<string, Record<string, ScoringEntry>>> {
  const rows =
    evaluationIds.length === 0
      ? []
      : await db
          .selectFrom('scoring_entries')
          .select(['evaluation_id', 'code', 'inputs', 'override', 'note'])
          .where('evaluation_id', 'in', evaluationIds)
          .orderBy('code')
          .execute();
  const read = new Map<string, Record<string, ScoringEntry>>();
  for (const row of rows) {
    const entries = read.get(row.evaluation_id) ?? {};
    read.set(row.evaluation_id, entries);
    entries[row.code] = {
      ...(row.inputs !== null && { inputs: fromJson(Inputs, row.inputs) }),
      ...(row.override !== null && { override: fromJson(Override, row.override) }),
      ...(row.note !== null && { note: row.note }),
    };
  }
  return read;
}

/** What changes in an entry: a part left out stays, `null` is taken back. The author of an override is the change's. */
export interface EntryChange {
  inputs?: Record<string, unknown> | null | undefined;
  override?: { score: string; reason: string } | null | undefined;
  note?: string | null | undefined;
}

export async function writeEntry(
  db: Db,
  evaluationId: string,
  code: string,
  change: EntryChange,
  author: string,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const column = (value: object | null | undefined) => value && JSON.stringify(value);
  const changed = {
    inputs: column(change.inputs),
    override: column(change.override && { ...change.override, author, at }),
    note: change.note,
    updated_at: at,
    updated_by: author,
  };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('scoring_entries')
      .values({
        evaluation_id: evaluationId,
        code,
        ...changed,
        inputs: changed.inputs ?? null,
        override: changed.override ?? null,
        note: changed.note ?? null,
      })
      // A part that is undefined is left out of the update, so it stays.
      .onConflict((conflict) => conflict.columns(['evaluation_id', 'code']).doUpdateSet(changed))
      .execute();
    await bumpRevision(trx, evaluationId);
  });
}
