import { z } from '@hono/zod-openapi';
import type { PlannedPoint, PlanVersion } from '../store/plan-versions.ts';
import { Plan } from './schemas.ts';
import { PointSchema, presentPlan } from './survey.ts';

export const PlanVersionSchema = z
  .object({
    version: z.int(),
    plan: Plan,
    points: z.array(PointSchema),
    reason: z.string().nullable(),
    author: z.string().describe('Empty where nobody knows'),
    at: z.string(),
  })
  .openapi('PlanVersion');

/** A plan as it was from a time on, and why. */
export function presentPlanVersion(of: PlanVersion): z.infer<typeof PlanVersionSchema> {
  const { version, plan, points, reason, author, at } = of;
  return {
    version,
    plan: presentPlan(plan),
    points: points.map(presentPoint),
    reason,
    author,
    at,
  };
}

/** A collection point as a plan has it. */
function presentPoint(point: PlannedPoint): z.infer<typeof PointSchema> {
  const { id, name, plan = null, closed } = point;
  return { id, name, plan, closed };
}
