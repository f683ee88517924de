import { z } from '@hono/zod-openapi';
import { EVALUATION_ROLES } from '../../survey-definitions/role.ts';
import type { Deps } from '../context.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { changeRole, removePerson } from '../evaluations/people.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, jsonRequest, listOf, problems } from '../http/schemas.ts';
import { PersonSchema, presentPerson } from '../presenters/person.ts';
import { listMembers } from '../store/memberships.ts';

const PersonPath = EvaluationId.extend({ account: EvaluationId.shape.id });

const list = route({
  method: 'get',
  path: '/api/evaluations/{id}/people',
  access: 'people.read',
  operationId: 'listPeople',
  summary: 'Everybody who has a role in the evaluation',
  request: { params: EvaluationId },
  responses: { 200: json(listOf(PersonSchema), 'All of them'), ...problems(401, 403, 404) },
});
const change = route({
  method: 'patch',
  path: '/api/evaluations/{id}/people/{account}',
  access: 'people.write',
  operationId: 'changeRole',
  summary: 'Give somebody who has a role another one, also in an archived evaluation',
  request: {
    params: PersonPath,
    body: jsonRequest(z.strictObject({ role: z.enum(EVALUATION_ROLES) })),
  },
  responses: {
    200: json(PersonSchema, 'As it is now'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const remove = route({
  method: 'delete',
  path: '/api/evaluations/{id}/people/{account}',
  access: 'people.write',
  operationId: 'removePerson',
  summary: 'Take somebody’s role away, or one’s own, also in an archived evaluation',
  request: { params: PersonPath },
  responses: { 204: { description: 'Gone' }, ...problems(401, 403, 404, 409) },
});

export function peopleRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param');
      const actor = c.get('actor');
      await evaluationFor(store.read, actor, 'people.read', id);
      const members = await listMembers(store.read, id);
      const items = members.map((member) => presentPerson(member, actor.account.id));
      return c.json({ items, next: null }, 200);
    })
    .openapi(change, async (c) => {
      const { id, account } = c.req.valid('param');
      const { role } = c.req.valid('json');
      const actor = c.get('actor');
      const place = { evaluationId: id, userId: account };
      const member = await changeRole(deps, actor, place, role);
      return c.json(presentPerson(member, actor.account.id), 200);
    })
    .openapi(remove, async (c) => {
      const { id, account } = c.req.valid('param');
      await removePerson(deps, c.get('actor'), { evaluationId: id, userId: account });
      return c.body(null, 204);
    });
}
