import { z } from 'zod';
import type { Plan, Point } from '../../survey-definitions/survey.ts';
import { fromJson } from './json-column.ts';
import { PlanColumn } from './surveys.ts';
import type { Db } from './tables.ts';

/** A collection point as a plan has it. */
export interface PlannedPoint extends Point {
  closed: boolean;
}

/** A survey's plan as it was from a time on, its points' included. */
export interface PlanVersion {
  /** From 1 on. */
  version: number;
  plan: Plan;
  points: PlannedPoint[];
  /** Why it was changed; null for the first, and where a draft needed none. */
  reason: string | null;
  /** Empty where nobody knows. */
  author: string;
  /** ISO 8601 UTC. */
  at: string;
}

const PointsColumn: z.ZodType<PlannedPoint[]> = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    plan: z.int().optional(),
    closed: z.boolean().default(false),
  }),
);

/** Every version of a survey's plan, the first first. */
export async function readPlanVersions(db: Db, code: string): Promise<PlanVersion[]> {
  const rows = await db
    .selectFrom('plan_versions')
    .selectAll()
    .where('survey_code', '=', code)
    .orderBy('version')
    .execute();
  return rows.map(({ version, plan, points, reason, author, at }) => ({
    version,
    plan: fromJson(PlanColumn, plan),
    points: fromJson(PointsColumn, points),
    reason,
    author,
    at,
  }));
}

/** Keeps a plan as the survey's next version. The evaluation must be held, so that no two are written at once. */
export async function addPlanVersion(
  trx: Db,
  code: string,
  { plan, points, reason, author, at }: Omit<PlanVersion, 'version'>,
): Promise<void> {
  const last = await trx
    .selectFrom('plan_versions')
    .select((eb) => eb.fn.max<number | null>('version').as('version'))
    .where('survey_code', '=', code)
    .executeTakeFirst();
  const kept = points.map(({ id, name, plan, closed }) => ({ id, name, plan, closed }));
  await trx
    .insertInto('plan_versions')
    .values({
      survey_code: code,
      version: (last?.version ?? 0) + 1,
      plan: JSON.stringify(plan),
      points: JSON.stringify(kept),
      reason,
      author,
      at,
    })
    .execute();
}
