import { isPostgres } from './is-postgres.ts';
import type { Db } from './tables.ts';

/**
 * Those of the surveys that are open, held so until `trx` ends: whoever closes one waits for this transaction, and
 * whoever comes after him finds it closed. Others may hold them at the same time. On SQLite a transaction that writes
 * is alone, and needs no lock.
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
    // Always in the same order, so that two writers take the rows in the same order.
    .orderBy('code')
    .$if(isPostgres(trx), (query) => query.forShare())
    .execute();
  return new Set(rows.map((row) => row.code));
}
