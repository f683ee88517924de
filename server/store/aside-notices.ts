import type { Db } from './tables.ts';

/** That somebody put a notice aside, and why. */
export interface AsideNotice {
  reason: string;
  author: string;
  /** ISO 8601 UTC. */
  at: string;
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
  return new Map(rows.map(({ notice, reason, author, at }) => [notice, { reason, author, at }]));
}
