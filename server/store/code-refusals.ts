import { spendAccessCodes } from './access-codes.ts';
import type { PreparedResponse } from './prepared-response.ts';
import type { Db } from './tables.ts';

/** Why a response was not stored: its access code is none of the survey's, or came with another response. */
export type CodeRefusal = 'code-unknown' | 'code-spent';

/**
 * Spends the codes of the responses that `trx` has just stored, each for the first response of the batch that came
 * with it, and takes out again those whose code is not good. Gives what became of these, by response id. Where no
 * response has a code it asks the database nothing.
 */
export async function refuseByCode(
  trx: Db,
  batch: readonly PreparedResponse[],
  fresh: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CodeRefusal>> {
  const refused = new Map<string, CodeRefusal>();
  const withCode = batch.filter((prepared) => prepared.codeHash !== undefined);
  if (withCode.length === 0) return refused;

  // Of two with the same id the first is the one that was stored; of two with the same code the first has it.
  const stored = new Map<string, PreparedResponse>();
  for (const prepared of batch)
    if (fresh.has(prepared.row.id) && !stored.has(prepared.row.id))
      stored.set(prepared.row.id, prepared);
  const uses = [...stored.values()].flatMap(({ row, codeHash }) =>
    codeHash === undefined ? [] : [{ id: row.id, survey: row.survey_code, hash: codeHash }],
  );
  if (uses.length === 0) return refused;

  const spent = await spendAccessCodes(trx, uses);
  for (const { id, hash } of uses) {
    const outcome = spent.get(hash);
    if (outcome === 'spent-now') spent.set(hash, 'spent-before');
    else refused.set(id, outcome === 'spent-before' ? 'code-spent' : 'code-unknown');
  }
  if (refused.size > 0)
    await trx
      .deleteFrom('responses')
      .where('id', 'in', [...refused.keys()])
      .execute();
  return refused;
}
