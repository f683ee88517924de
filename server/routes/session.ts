import { z } from '@hono/zod-openapi';
import { accountPermissions } from '../accounts/access.ts';
import { hashSecret } from '../accounts/secrets.ts';
import { createSignIn } from '../accounts/sign-in.ts';
import type { Sign } from '../accounts/signing-key.ts';
import type { Deps } from '../context.ts';
import { beginSession } from '../http/begin-session.ts';
import { jsonOf, RESPONDENT_LIMIT } from '../http/body-policy.ts';
import { anyNetwork } from '../http/client-address.ts';
import { readKnownDevice } from '../http/known-device.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems } from '../http/schemas.ts';
import { clearSessionCookie, readSessionCookies } from '../http/session-cookie.ts';
import { LONGEST_TYPED_PASSWORD } from '../password-rules.ts';
import { presentSession, SessionSchema } from '../presenters/session.ts';
import { listRolesOf } from '../store/memberships.ts';
import { deleteSession } from '../store/sessions.ts';

const Credentials = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(LONGEST_TYPED_PASSWORD),
});

const start = route({
  method: 'post',
  path: '/api/session',
  access: 'public',
  operationId: 'signIn',
  body: jsonOf(RESPONDENT_LIMIT),
  summary: 'Sign in; the answer sets a cookie',
  request: { body: jsonRequest(Credentials) },
  responses: { 204: { description: 'Signed in' }, ...problems(401, 403, 413, 415, 422, 429, 503) },
});
const show = route({
  method: 'get',
  path: '/api/session',
  access: 'session',
  operationId: 'getSession',
  summary: 'Who am I',
  responses: {
    200: json(SessionSchema, 'Who calls'),
    ...problems(401, 403),
  },
});
const end = route({
  method: 'delete',
  path: '/api/session',
  access: 'session',
  operationId: 'signOut',
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out' }, ...problems(401, 403) },
});

export function sessionRoutes(deps: Deps & { sign: Sign }) {
  const signIn = createSignIn(deps);
  return newRouter()
    .openapi(start, async (c) => {
      const { username, password } = c.req.valid('json');
      const said = readKnownDevice(c, deps.config);
      const network = anyNetwork(c, deps.config);
      const user = await signIn({ username, password, network, device: said });
      await beginSession(c, deps, user);
      return c.body(null, 204);
    })
    .openapi(show, async (c) => {
      const actor = c.get('actor');
      const roles = await listRolesOf(deps.store.read, actor.account.id);
      return c.json(presentSession(actor, roles, accountPermissions(actor)), 200);
    })
    .openapi(end, async (c) => {
      for (const secret of readSessionCookies(c, deps.config))
        await deleteSession(deps.store.write, hashSecret(secret));
      clearSessionCookie(c, deps.config);
      return c.body(null, 204);
    });
}
