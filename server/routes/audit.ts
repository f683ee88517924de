import { z } from '@hono/zod-openapi';
import { endOfDayInChina, isDay, startOfDayInChina } from '../../survey-definitions/china-time.ts';
import { mustHoldIn } from '../accounts/access.ts';
import type { Actor } from '../accounts/actor.ts';
import type { Deps } from '../context.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, listOf, Paging, problems, Time, usableText } from '../http/schemas.ts';
import { AuditEventSchema, AuditHeadSchema, presentAuditEvent } from '../presenters/audit-event.ts';
import { Problem } from '../problem.ts';
import { listAudit, readAuditHead } from '../store/audit.ts';
import { nameEvaluations } from '../store/evaluations.ts';
import type { Db } from '../store/tables.ts';

/** A day, which is China's and whole, or a time. */
const When = z
  .string()
  .max(40)
  .refine(
    (text) => isDay(text) || Time.safeParse(text).success,
    'a day such as 2020-12-31 or a time such as 2026-11-21T14:05:00Z',
  );

const Filter = Paging.extend({
  actor: usableText(200).optional().describe('Who did it, as the events name him'),
  action: usableText(100)
    .optional()
    .describe('An action such as survey.open; or a kind, as survey for all of survey.*'),
  evaluation: usableText(40).toLowerCase().optional().describe('Its id; also a deleted one'),
  from: When.optional().describe('From this day in China on, or from this time'),
  to: When.optional().describe('To the end of this day in China, or to this time'),
});

const Events = listOf(AuditEventSchema).extend({
  evaluations: z
    .array(z.object({ id: z.string(), department: z.string(), year: z.int() }))
    .describe('What the evaluations that the page names are called; none that was deleted'),
});

const listOfEvaluation = route({
  method: 'get',
  path: '/api/evaluations/{id}/audit',
  access: 'audit.read',
  operationId: 'listAuditEvents',
  summary: 'Who did what, newest first; it outlives the evaluation',
  request: { params: EvaluationId, query: Paging },
  responses: { 200: json(listOf(AuditEventSchema), 'A page'), ...problems(401, 403, 404, 422) },
});

const listAll = route({
  method: 'get',
  path: '/api/audit',
  access: 'audit.list',
  operationId: 'listAllAuditEvents',
  summary: 'Who did what anywhere, newest first; all of it for admins, else of one evaluation',
  request: { query: Filter },
  responses: { 200: json(Events, 'A page'), ...problems(401, 403, 404, 422) },
});

const head = route({
  method: 'get',
  path: '/api/audit/head',
  access: 'audit.list',
  operationId: 'showAuditHead',
  summary:
    'The last event of the chain, to be kept outside: npm run verify-audit -- --head SEQ:HASH',
  responses: { 200: json(AuditHeadSchema, 'The head'), ...problems(401, 403) },
});

export function auditRoutes({ store }: Deps) {
  return newRouter()
    .openapi(listOfEvaluation, async (c) => {
      const { id } = c.req.valid('param');
      const page = await listAudit(store.read, { evaluationId: id }, c.req.valid('query'));
      return c.json({ items: page.items.map(presentAuditEvent), next: page.next }, 200);
    })
    .openapi(listAll, async (c) => {
      const { evaluation, actor, action, from, to, ...paging } = c.req.valid('query');
      await mustSee(store.read, c.get('actor'), evaluation);
      const times = { from: from && beginningOf(from), to: to && endOf(to) };
      const filter = { evaluationId: evaluation, actor, action, ...times };
      const page = await listAudit(store.read, filter, paging);
      const named = await nameEvaluations(store.read, [
        ...new Set(page.items.flatMap(({ evaluationId }) => evaluationId ?? [])),
      ]);
      const evaluations = named.map(({ id, department, year }) => ({ id, department, year }));
      return c.json(
        { items: page.items.map(presentAuditEvent), next: page.next, evaluations },
        200,
      );
    })
    .openapi(head, async (c) => {
      const { seq, hash, at } = await readAuditHead(store.read);
      return c.json({ seq, hash, at }, 200);
    });
}

/** The audit of one evaluation is for its evaluators, that of everything for admins who are there themselves. */
async function mustSee(db: Db, actor: Actor, evaluation: string | undefined): Promise<void> {
  if (evaluation !== undefined)
    return mustHoldIn(db, actor, 'audit.read', evaluation, 'unknown-evaluation');
  if (!actor.account.admin || actor.kind !== 'session') throw new Problem('not-allowed');
}

const beginningOf = (when: string) =>
  isDay(when) ? startOfDayInChina(when) : new Date(when).toISOString();

/** The last millisecond that is meant. */
const endOf = (when: string) =>
  new Date(isDay(when) ? Date.parse(endOfDayInChina(when)) - 1 : when).toISOString();
