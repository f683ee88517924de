import type { Db } from './tables.ts';

/** That somebody put a notice aside, and why. */
export interface AsideNotice {
  reason: string;
  author: string;
  /** ISO 8601 UTC. */
  at: string;
  /** How many it was about then; null where it is about no number that grows. */
  n: number | null;
}

/** What was put aside of a survey, by the notice's id. */
export async function readAsideNotices(
  db: Db,
  code: string,
): Promise<ReadonlyMap<string, AsideNotice>> {
  const rows = await db
    .selectFrom('aside_notices')
    .selectAll()
    .where('survey_code', '=', code)
    .execute();
  return new Map(
    rows.map(({ notice, reason, author, at, n }) => [notice, { reason, author, at, n }]),
  );
}

/** Puts a notice aside, whatever was said of it before. */
export async function writeAsideNotice(
  trx: Db,
  code: string,
  notice: string,
  { reason, author, at, n }: AsideNotice,
): Promise<void> {
  const said = { n, reason, author, at };
  await trx
    .insertInto('aside_notices')
    .values({ survey_code: code, notice, ...said })
    .onConflict((conflict) => conflict.columns(['survey_code', 'notice']).doUpdateSet(said))
    .execute();
}

/** Takes it back; gives what was said, undefined where it was not put aside. */
export async function deleteAsideNotice(
  trx: Db,
  code: string,
  notice: string,
): Promise<AsideNotice | undefined> {
  const said = (await readAsideNotices(trx, code)).get(notice);
  if (said !== undefined)
    await trx
      .deleteFrom('aside_notices')
      .where('survey_code', '=', code)
      .where('notice', '=', notice)
      .execute();
  return said;
}
