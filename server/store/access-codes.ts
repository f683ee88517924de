import type { AccessCodeState } from '../../survey-definitions/survey.ts';
import type { Db } from './tables.ts';

/** Adds codes of a survey by their hashes, in the order of the hashes: not in that of the list that is handed out. */
export async function insertAccessCodes(
  db: Db,
  survey: string,
  hashes: readonly string[],
): Promise<void> {
  await db
    .insertInto('access_codes')
    .values([...hashes].sort().map((code_hash) => ({ survey_code: survey, code_hash, spent: 0 })))
    .execute();
}

/** How many there are, and were before they were removed at the end of their time. */
export async function countAccessCodes(
  db: Db,
  survey: string,
): Promise<{ issued: number; spent: number }> {
  const row = await db
    .selectFrom('access_codes')
    .select((eb) => [eb.fn.countAll<number>().as('issued'), eb.fn.sum<number>('spent').as('spent')])
    .where('survey_code', '=', survey)
    .executeTakeFirst();
  const gone = await db
    .selectFrom('removed_answers')
    .select(['codes', 'spent_codes'])
    .where('survey_code', '=', survey)
    .executeTakeFirst();
  return {
    issued: (row?.issued ?? 0) + (gone?.codes ?? 0),
    spent: (row?.spent ?? 0) + (gone?.spent_codes ?? 0),
  };
}

export async function findAccessCode(
  db: Db,
  survey: string,
  hash: string,
): Promise<AccessCodeState> {
  const row = await db
    .selectFrom('access_codes')
    .select('spent')
    .where('survey_code', '=', survey)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  if (row === undefined) return 'unknown';
  return row.spent === 1 ? 'spent' : 'unspent';
}

/** A code's row that another transaction has moved while this one looked: the same again finds it. */
class MovedError extends Error {
  override name = 'MovedError';
  /** As PostgreSQL's serialization failure: the batch is tried again. */
  readonly code = '40001';
}

export interface CodeUse {
  survey: string;
  hash: string;
}

/**
 * Spends codes, each once, in the transaction that `trx` is: what another transaction is spending is waited for.
 * Says of each hash whether it was spent by this call, or before, or is unknown. Hashes are of one survey each, since
 * the survey's code goes into them.
 */
export async function spendAccessCodes(
  trx: Db,
  uses: readonly CodeUse[],
): Promise<Map<string, 'spent-now' | 'spent-before' | 'unknown'>> {
  const surveys = [...new Set(uses.map((use) => use.survey))];
  const hashes = [...new Set(uses.map((use) => use.hash))];
  const now = await trx
    .updateTable('access_codes')
    .set({ spent: 1 })
    .where('survey_code', 'in', surveys)
    .where('code_hash', 'in', hashes)
    .where('spent', '=', 0)
    .returning('code_hash')
    .execute();
  const spentNow = new Set(now.map((row) => row.code_hash));
  const others = hashes.filter((hash) => !spentNow.has(hash));
  const known =
    others.length === 0
      ? []
      : await trx
          .selectFrom('access_codes')
          .select(['code_hash', 'spent'])
          .where('survey_code', 'in', surveys)
          .where('code_hash', 'in', others)
          .execute();
  if (known.some((row) => row.spent === 0)) throw new MovedError();
  const spentBefore = new Set(known.map((row) => row.code_hash));
  return new Map(
    hashes.map((hash) => {
      if (spentNow.has(hash)) return [hash, 'spent-now'];
      return [hash, spentBefore.has(hash) ? 'spent-before' : 'unknown'];
    }),
  );
}
