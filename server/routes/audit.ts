import type { Deps } from '../context.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, listOf, Paging, problems } from '../http/schemas.ts';
import { AuditEventSchema, presentAuditEvent } from '../presenters/audit-event.ts';
import { listAudit } from '../store/audit.ts';

const list = route({
  method: 'get',
  path: '/api/evaluations/{id}/audit',
  access: 'audit.read',
  operationId: 'listAuditEvents',
  summary: 'Who did what, newest first; it outlives the evaluation',
  request: { params: EvaluationId, query: Paging },
  responses: { 200: json(listOf(AuditEventSchema), 'A page'), ...problems(401, 403, 422) },
});

export function auditRoutes({ store }: Deps) {
  return newRouter().openapi(list, async (c) => {
    const { id } = c.req.valid('param');
    const { items, next } = await listAudit(store.read, id, c.req.valid('query'));
    return c.json({ items: items.map(presentAuditEvent), next }, 200);
  });
}
