import { endOtherSessions, endSession } from '../accounts/end-sessions.ts';
import { idleEnd, idleSince } from '../accounts/session-life.ts';
import type { Deps } from '../context.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, listOf, problems, StoredId } from '../http/schemas.ts';
import { ListedSessionSchema, presentListedSession } from '../presenters/listed-session.ts';
import { Problem } from '../problem.ts';
import { listSessions } from '../store/sessions.ts';
import { findUserById } from '../store/users.ts';

const list = route({
  method: 'get',
  path: '/api/sessions',
  access: 'account',
  operationId: 'listSessions',
  summary: 'Where I am signed in, the session used last first',
  responses: { 200: json(listOf(ListedSessionSchema), 'All of them'), ...problems(401, 403) },
});
const endOthers = route({
  method: 'delete',
  path: '/api/sessions',
  access: 'account',
  operationId: 'endOtherSessions',
  summary: 'Ends all my sessions but this one',
  responses: { 204: { description: 'Ended' }, ...problems(401, 403) },
});
const end = route({
  method: 'delete',
  path: '/api/sessions/{id}',
  access: 'account',
  operationId: 'endSession',
  summary: 'Ends a session at once: my own, or by an admin anybody’s',
  request: { params: StoredId },
  responses: { 204: { description: 'Ended' }, ...problems(401, 403, 404) },
});
const listOfAccount = route({
  method: 'get',
  path: '/api/accounts/{id}/sessions',
  access: 'accounts.read',
  operationId: 'listSessionsOfAccount',
  summary: 'Where somebody is signed in',
  request: { params: StoredId },
  responses: { 200: json(listOf(ListedSessionSchema), 'All of them'), ...problems(401, 403, 404) },
});

export function sessionListRoutes(deps: Deps) {
  const { store } = deps;
  const running = (userId: string) => {
    const now = deps.now();
    return listSessions(store.read, userId, now, idleSince(now));
  };
  return newRouter()
    .openapi(list, async (c) => {
      const actor = c.get('actor');
      const sessions = await running(actor.account.id);
      const items = sessions.map((session) =>
        presentListedSession(session, idleEnd(session), actor),
      );
      return c.json({ items, next: null }, 200);
    })
    .openapi(endOthers, async (c) => {
      await endOtherSessions(deps, c.get('actor'));
      return c.body(null, 204);
    })
    .openapi(end, async (c) => {
      await endSession(deps, c.get('actor'), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(listOfAccount, async (c) => {
      const { id } = c.req.valid('param');
      if (!(await findUserById(store.read, id))) throw new Problem('unknown-account');
      const sessions = await running(id);
      const items = sessions.map((session) =>
        presentListedSession(session, idleEnd(session), c.get('actor')),
      );
      return c.json({ items, next: null }, 200);
    });
}
