import { countAccessCodes } from './access-codes.ts';
import { inTransaction } from './in-transaction.ts';
import type { Db } from './tables.ts';

/** A transaction of so many holds others up for a few milliseconds, and is far from all spent or all unspent. */
const MOST_AT_ONCE = 500;

/**
 * Writes the codes of a survey anew, in the order of their hashes. Nothing changes in them, but on PostgreSQL neither
 * `xmin` nor `ctid` says any longer which were spent together and when (docs/privacy.md). A part at a time, each in a
 * transaction of its own, so that responses to other surveys get in between; hashes are random, so every part mixes
 * spent and unspent. Where it breaks off, the same again goes through all of them.
 */
export async function rewriteAccessCodes(write: Db, survey: string): Promise<void> {
  const { issued } = await countAccessCodes(write, survey);
  // Parts of like size: a last one of a few would mix little.
  const size = Math.ceil(issued / Math.ceil(issued / MOST_AT_ONCE));
  if (issued === 0) return;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const behind: string = after;
    after = await inTransaction(write, (trx) => rewritePart(trx, survey, behind, size));
  }
}

/** The hash it came to, or undefined where none is left. */
async function rewritePart(
  trx: Db,
  survey: string,
  after: string,
  size: number,
): Promise<string | undefined> {
  const rows = await trx
    .deleteFrom('access_codes')
    .where('survey_code', '=', survey)
    .where('code_hash', 'in', (eb) =>
      eb
        .selectFrom('access_codes')
        .select('code_hash')
        .where('survey_code', '=', survey)
        .where('code_hash', '>', after)
        .orderBy('code_hash')
        .limit(size),
    )
    .returningAll()
    .execute();
  if (rows.length === 0) return undefined;
  rows.sort((a, b) => (a.code_hash < b.code_hash ? -1 : 1));
  await trx.insertInto('access_codes').values(rows).execute();
  return rows.at(-1)?.code_hash;
}
