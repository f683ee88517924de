import { isPostgres } from './is-postgres.ts';
import type { Db } from './tables.ts';

/**
 * Those of the surveys that take responses: that staff opened, whose end was not seen to by the clock, and whose answers were
 * not removed. Held so until `trx` ends: whoever closes one waits for this transaction, and whoever comes after him finds it
 * closed. Others may hold them at the same time. On SQLite a transaction that writes is alone, and needs no lock.
 */
export async function holdOpenSurveys(
  trx: Db,
  codes: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (codes.size === 0) return new Set();
  const rows = await trx
    .selectFrom('surveys')
    .select('code')
    .where('code', 'in', [...codes])
    .where('state', '=', 'open')
    .where('clock_closed_at', 'is', null)
    .where('answers_removed_at', 'is', null)
    // Always in the same order, so that two writers take the rows in the same order.
    .orderBy('code')
    .$if(isPostgres(trx), (query) => query.forShare())
    .execute();
  return new Set(rows.map((row) => row.code));
}

/**
 * Holds a survey until `trx` ends against responses that are being written to it: those that came first are waited for, those
 * behind wait and then find what this transaction made of it. By an update that changes nothing.
 */
export async function holdAgainstResponses(trx: Db, code: string): Promise<void> {
  await trx.updateTable('surveys').set({ code }).where('code', '=', code).execute();
}
