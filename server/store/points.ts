import type { Point } from '../../survey-definitions/survey.ts';
import { bumpRevision } from './revisions.ts';
import type { Db } from './tables.ts';

/** A collection point (调查点) of a survey. */
export interface StoredPoint extends Point {
  /** ISO 8601 UTC; null while its link takes whoever opens it. */
  closedAt: string | null;
}

/** The collection points of a survey, in the order they were listed in. */
export async function readPoints(db: Db, code: string): Promise<StoredPoint[]> {
  const rows = await db
    .selectFrom('points')
    .selectAll()
    .where('survey_code', '=', code)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, plan, closed_at: closedAt }) => ({
    id,
    name,
    ...(plan !== null && { plan }),
    closedAt,
  }));
}

/** Undefined where the survey has no such point. */
export async function findPoint(
  db: Db,
  code: string,
  id: string,
): Promise<StoredPoint | undefined> {
  return (await readPoints(db, code)).find((point) => point.id === id);
}

/** Puts these points in the place of a survey's, in this order. */
export async function writePoints(
  trx: Db,
  { code, evaluationId }: { code: string; evaluationId: string },
  points: readonly StoredPoint[],
): Promise<void> {
  await trx.deleteFrom('points').where('survey_code', '=', code).execute();
  if (points.length > 0)
    await trx
      .insertInto('points')
      .values(
        points.map(({ id, name, plan, closedAt }, position) => ({
          survey_code: code,
          id,
          position,
          name,
          plan: plan ?? null,
          closed_at: closedAt,
        })),
      )
      .execute();
  await bumpRevision(trx, evaluationId);
}

/** Which of these points there are, each as `pointKey` writes it: those of several surveys in one statement. */
export async function standingPoints(
  db: Db,
  wanted: readonly { survey: string; point: string }[],
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const rows = await db
    .selectFrom('points')
    .select(['survey_code', 'id'])
    .where('survey_code', 'in', [...new Set(wanted.map(({ survey }) => survey))])
    .where('id', 'in', [...new Set(wanted.map(({ point }) => point))])
    .execute();
  return new Set(rows.map((row) => pointKey(row.survey_code, row.id)));
}
export const pointKey = (survey: string, point: string) => `${survey} ${point}`;

/** Ids of the points of a survey that any response came from, from the counts alone. */
export async function pointsWithResponses(db: Db, code: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('day_counts')
    .select('point')
    .distinct()
    .where('survey_code', '=', code)
    .where('point', '<>', '')
    .execute();
  return new Set(rows.map(({ point }) => point));
}
