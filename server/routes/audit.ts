import { createRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../context.ts';
import { requireRole } from '../http/guard.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, listOf, otherwise, Paging } from '../http/shapes.ts';
import { listAudit } from '../store/audit.ts';

const Event = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.string().describe('Username, or token:<id>'),
    action: z.string(),
    evaluationId: z.string().nullable(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditEvent');

const list = createRoute({
  method: 'get',
  path: '/api/evaluations/{id}/audit',
  summary: 'Who did what, newest first; it outlives the evaluation',
  request: { params: EvaluationId, query: Paging },
  responses: { 200: json(listOf(Event), 'A page'), ...otherwise(401, 403, 422) },
});

export function auditRoutes({ store }: Deps) {
  return newRouter().openapi(list, async (c) => {
    requireRole(c.get('actor'), 'admin', 'evaluator');
    return c.json(await listAudit(store.read, c.req.valid('param').id, c.req.valid('query')), 200);
  });
}
