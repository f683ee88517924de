import { z } from '@hono/zod-openapi';
import { accountPermissions } from '../accounts/access.ts';
import { signOut } from '../accounts/end-sessions.ts';
import type { PasswordCheck } from '../accounts/password-check.ts';
import { createSignIn, mustStillSignIn } from '../accounts/sign-in.ts';
import type { Sign } from '../accounts/signing-key.ts';
import type { Deps } from '../context.ts';
import { beginSession } from '../http/begin-session.ts';
import { jsonOf, RESPONDENT_LIMIT } from '../http/body-policy.ts';
import { triedFrom } from '../http/password-trial.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems, TypedPassword } from '../http/schemas.ts';
import { clearSessionCookie, readSessionCookies } from '../http/session-cookie.ts';
import { presentSession, SessionSchema } from '../presenters/session.ts';
import { listRolesOf } from '../store/memberships.ts';
import { touchSession } from '../store/sessions.ts';

const Credentials = z.strictObject({
  username: z.string().min(1).max(100),
  password: TypedPassword,
  code: z
    .string()
    .max(100)
    .optional()
    .describe(
      'Where the account has a second factor: six digits of the authenticator, or a recovery code',
    ),
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

const stay = route({
  method: 'post',
  path: '/api/session/stay',
  access: 'account',
  operationId: 'staySignedIn',
  summary: 'I am still here: the session idles from now on',
  responses: { 204: { description: 'Noted' }, ...problems(401, 403) },
});

export function sessionRoutes(deps: Deps & { sign: Sign; check: PasswordCheck }) {
  const signIn = createSignIn(deps);
  return newRouter()
    .openapi(start, async (c) => {
      const { username, password, code } = c.req.valid('json');
      const from = triedFrom(c, deps.config);
      const { user, shownBy } = await signIn({ username, password, code, ...from });
      const detail = shownBy === undefined ? {} : { shownBy };
      await beginSession(c, deps, user, detail, (trx) => mustStillSignIn(trx, user));
      return c.body(null, 204);
    })
    .openapi(show, async (c) => {
      const actor = c.get('actor');
      const roles = await listRolesOf(deps.store.read, actor.account.id);
      return c.json(presentSession(actor, roles, accountPermissions(actor), deps.now()), 200);
    })
    .openapi(end, async (c) => {
      await signOut(deps, c.get('actor'), readSessionCookies(c, deps.config));
      clearSessionCookie(c, deps.config);
      return c.body(null, 204);
    })
    .openapi(stay, async (c) => {
      const { session } = c.get('actor');
      // Waited for, unlike what the guard writes: whoever presses the button is told how long he has.
      if (session !== undefined) await touchSession(deps.store.write, session.id, deps.now());
      return c.body(null, 204);
    });
}
