import type { Db } from './tables.ts';

// Every closing of a survey with codes gives it a name (`codes_to_mix`), which is taken away once its codes were written
// anew: so a server that dies in between leaves word of it, and whoever got through with an earlier closing says nothing of a
// later one.

/** Surveys that are closed and whose codes are still to be written anew. */
export async function listCodesToMix(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('surveys')
    .select('code')
    .where('codes_to_mix', 'is not', null)
    .where((eb) => eb.or([eb('state', '=', 'closed'), eb('clock_closed_at', 'is not', null)]))
    .orderBy('code')
    .execute();
  return rows.map((row) => row.code);
}

/** The name of the closing after which the codes are still to be written anew; null where they were. */
export async function closingToMix(db: Db, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('surveys')
    .select('codes_to_mix')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.codes_to_mix ?? null;
}

/** Says that they were, after this closing. */
export async function codesAreMixed(write: Db, code: string, closing: string): Promise<void> {
  await write
    .updateTable('surveys')
    .set({ codes_to_mix: null })
    .where('code', '=', code)
    .where('codes_to_mix', '=', closing)
    .execute();
}
