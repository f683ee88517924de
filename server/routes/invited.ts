import { z } from '@hono/zod-openapi';
import { LONGEST_USERNAME } from '../../survey-definitions/invitation.ts';
import { type Accepted, accept, join } from '../accounts/accepting.ts';
import { openInvitation } from '../accounts/invitations.ts';
import { resetPassword } from '../accounts/resetting.ts';
import type { Sign } from '../accounts/signing-key.ts';
import type { Deps } from '../context.ts';
import { beginSession } from '../http/begin-session.ts';
import { jsonOf, RESPONDENT_LIMIT } from '../http/body-policy.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems } from '../http/schemas.ts';
import { LONGEST_TYPED_PASSWORD } from '../password-rules.ts';
import { InvitedSchema, presentInvited } from '../presenters/invitation.ts';
import { findEvaluation } from '../store/evaluations.ts';
import { findUserById } from '../store/users.ts';

/** What stands behind the # of a link: no address of the server's has it, so that no log and no Referer does. */
const secret = z.string().min(1).max(100);
const Secret = z.strictObject({ secret });
const password = z.string().max(LONGEST_TYPED_PASSWORD);
const AcceptedSchema = z.object({
  evaluation: z.string().nullable(),
  role: z
    .string()
    .nullable()
    .describe('In that evaluation; the present one where the other would let one do less'),
});

const look = route({
  method: 'post',
  path: '/api/invitations/look',
  access: 'public',
  operationId: 'lookAtInvitation',
  body: jsonOf(RESPONDENT_LIMIT),
  summary: 'What a link lets its holder do; it stays as good as it was',
  request: { body: jsonRequest(Secret) },
  responses: {
    200: json(InvitedSchema, 'Who invites, and to what'),
    ...problems(403, 404, 413, 415, 422),
  },
});
const take = route({
  method: 'post',
  path: '/api/invitations/accept',
  access: 'public',
  operationId: 'acceptInvitation',
  body: jsonOf(RESPONDENT_LIMIT),
  summary: 'Make an account by name and password, and sign in; the answer sets a cookie',
  request: {
    body: jsonRequest(
      z.strictObject({ secret, username: z.string().max(LONGEST_USERNAME), password }),
    ),
  },
  responses: {
    201: json(AcceptedSchema, 'Signed in'),
    ...problems(403, 404, 409, 413, 415, 422, 503),
  },
});
const joining = route({
  method: 'post',
  path: '/api/invitations/join',
  access: 'account',
  operationId: 'joinByInvitation',
  body: jsonOf(RESPONDENT_LIMIT),
  summary: 'Accept with the account one is signed in with; nobody is less for it',
  request: { body: jsonRequest(Secret) },
  responses: {
    200: json(AcceptedSchema, 'Where one stands now'),
    ...problems(401, 403, 404, 413, 415, 422),
  },
});
const resetting = route({
  method: 'post',
  path: '/api/invitations/reset',
  access: 'public',
  operationId: 'resetPassword',
  body: jsonOf(RESPONDENT_LIMIT),
  summary: 'Choose a new password; every session of the account ends',
  request: { body: jsonRequest(z.strictObject({ secret, password })) },
  responses: {
    204: { description: 'It is good from now on' },
    ...problems(403, 404, 413, 415, 422, 503),
  },
});

export function invitedRoutes(deps: Deps & { sign: Sign }) {
  const { store, now } = deps;
  const presented = ({ evaluationId, role }: Accepted) => ({ evaluation: evaluationId, role });
  return newRouter()
    .openapi(look, async (c) => {
      const found = await openInvitation(store.read, c.req.valid('json').secret, now());
      const { evaluationId, userId } = found;
      const evaluation =
        evaluationId === null ? undefined : await findEvaluation(store.read, evaluationId);
      const owner = userId === null ? undefined : await findUserById(store.read, userId);
      return c.json(presentInvited(found, evaluation, owner?.username), 200);
    })
    .openapi(take, async (c) => {
      const accepted = await accept(deps, c.req.valid('json'));
      await beginSession(c, deps, accepted.user);
      return c.json(presented(accepted), 201);
    })
    .openapi(joining, async (c) => {
      const joined = await join(deps, c.get('actor'), c.req.valid('json').secret);
      return c.json(presented(joined), 200);
    })
    .openapi(resetting, async (c) => {
      await resetPassword(deps, c.req.valid('json'));
      return c.body(null, 204);
    });
}
