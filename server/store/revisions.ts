import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** What staff change is counted apart from what responses change, so that neither waits for the other. */
const STAFF = -1;

/**
 * Counts one more change to an evaluation or to anything that is shown of it. Call it in the transaction that makes
 * the change: then a revision that has not moved says that nothing else has.
 */
export async function bumpRevision(trx: Db, evaluationId: string): Promise<void> {
  await trx
    .insertInto('revisions')
    .values({ evaluation_id: evaluationId, shard: STAFF, n: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['evaluation_id', 'shard'])
        .doUpdateSet((eb) => ({ n: eb('revisions.n', '+', 1) })),
    )
    .execute();
}

/**
 * The same for every evaluation, after something that any of them may show. Always in the same order, so that two who do it
 * take the rows in the same order.
 */
export async function bumpAllRevisions(trx: Db): Promise<void> {
  await trx
    .insertInto('revisions')
    .columns(['evaluation_id', 'shard', 'n'])
    .expression(
      trx
        .selectFrom('evaluations')
        // SQLite takes what follows the table for a join without it.
        .where(sql<boolean>`true`)
        .select([
          'id',
          sql<number>`cast(${sql.lit(STAFF)} as integer)`.as('shard'),
          sql<number>`1`.as('n'),
        ])
        .orderBy('id'),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['evaluation_id', 'shard'])
        .doUpdateSet((eb) => ({ n: eb('revisions.n', '+', 1) })),
    )
    .execute();
}

/** The same for the evaluations of these surveys, after responses came in; each writer counts in its own shard. */
export async function bumpRevisionsOf(
  trx: Db,
  shard: number,
  surveys: ReadonlySet<string>,
): Promise<void> {
  if (surveys.size === 0) return;
  await trx
    .insertInto('revisions')
    .columns(['evaluation_id', 'shard', 'n'])
    .expression(
      trx
        .selectFrom('surveys')
        .where('code', 'in', [...surveys])
        .select((eb) => [
          'evaluation_id',
          sql<number>`cast(${eb.val(shard)} as integer)`.as('shard'),
          sql<number>`1`.as('n'),
        ])
        .distinct()
        // Always in the same order, so that two writers take the rows in the same order.
        .orderBy('evaluation_id'),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['evaluation_id', 'shard'])
        .doUpdateSet((eb) => ({ n: eb('revisions.n', '+', 1) })),
    )
    .execute();
}

/** How often anything has changed in any evaluation. What was deleted still counts, so that it only ever grows. */
export async function readOverallRevision(db: Db): Promise<number> {
  const row = await db
    .selectFrom('revisions')
    .select((eb) => eb.fn.sum<number | null>('n').as('n'))
    .executeTakeFirst();
  return row?.n ?? 0;
}

/** The same of each of these evaluations; one that has never changed is not there. */
export async function readRevisionsOf(
  db: Db,
  evaluationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (evaluationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('revisions')
    .select(['evaluation_id', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('evaluation_id', 'in', evaluationIds)
    .groupBy('evaluation_id')
    .execute();
  return new Map(rows.map((row) => [row.evaluation_id, row.n]));
}
