import { z } from '@hono/zod-openapi';
import { createPasswordConfirmation } from '../accounts/own-account.ts';
import type { PasswordCheck } from '../accounts/password-check.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
} from '../accounts/second-factor.ts';
import type { Deps } from '../context.ts';
import { triedFrom } from '../http/password-trial.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems, TypedPassword } from '../http/schemas.ts';
import {
  presentSecondFactor,
  RecoveryCodesSchema,
  SecondFactorSchema,
} from '../presenters/second-factor.ts';
import { countRecoveryCodes } from '../store/second-factor.ts';
import { findUserById } from '../store/users.ts';

const path = '/api/second-factor';
const access = 'account';
const Confirmed = z.strictObject({ password: TypedPassword.describe('The own one, once more') });
const Code = z.strictObject({ code: z.string().min(1).max(100).describe('Six digits of the app') });
const asked = problems(401, 403, 409, 413, 415, 422, 429, 503);

const show = route({
  method: 'get',
  path,
  access,
  operationId: 'getSecondFactor',
  summary: "The own account's second factor",
  responses: { 200: json(SecondFactorSchema, 'How it stands'), ...problems(401, 403) },
});
const begin = route({
  method: 'post',
  path,
  access,
  operationId: 'beginSecondFactor',
  summary:
    'A key for an authenticator app, in force once a code of it was given; the one before stays until then',
  request: { body: jsonRequest(Confirmed) },
  responses: {
    201: json(
      z.object({ secret: z.string(), uri: z.string() }),
      'The key, once, and as an app reads it',
    ),
    ...asked,
  },
});
const confirm = route({
  method: 'put',
  path,
  access,
  operationId: 'confirmSecondFactor',
  summary: 'Put the key in force by a code of it',
  request: { body: jsonRequest(Code) },
  responses: { 200: json(RecoveryCodesSchema, 'Ten recovery codes, once'), ...asked },
});
const renew = route({
  method: 'post',
  path: `${path}/recovery-codes`,
  access,
  operationId: 'renewRecoveryCodes',
  summary: 'Ten new recovery codes; those before are good no more',
  request: { body: jsonRequest(Confirmed) },
  responses: { 200: json(RecoveryCodesSchema, 'The new ones, once'), ...asked },
});
const end = route({
  method: 'delete',
  path,
  access,
  operationId: 'endSecondFactor',
  summary: 'Sign in by password alone again',
  request: { body: jsonRequest(Confirmed) },
  responses: { 204: { description: 'Off' }, ...asked },
});

export function secondFactorRoutes(deps: Deps & { check: PasswordCheck }) {
  const mustConfirm = createPasswordConfirmation(deps);
  const at = '$.password';
  return newRouter()
    .openapi(show, async (c) => {
      const { account } = c.get('actor');
      const user = await findUserById(deps.store.read, account.id);
      const left = await countRecoveryCodes(deps.store.read, account.id);
      return c.json(presentSecondFactor(account, user, left), 200);
    })
    .openapi(begin, async (c) => {
      const actor = c.get('actor');
      const { password } = c.req.valid('json');
      await mustConfirm(actor, { password, path: at, ...triedFrom(c, deps.config) });
      return c.json(await beginSecondFactor(deps, actor), 201);
    })
    .openapi(confirm, async (c) => {
      const codes = await confirmSecondFactor(deps, c.get('actor'), c.req.valid('json').code);
      return c.json({ recoveryCodes: codes }, 200);
    })
    .openapi(renew, async (c) => {
      const actor = c.get('actor');
      const { password } = c.req.valid('json');
      await mustConfirm(actor, { password, path: at, ...triedFrom(c, deps.config) });
      return c.json({ recoveryCodes: await renewRecoveryCodes(deps, actor) }, 200);
    })
    .openapi(end, async (c) => {
      const actor = c.get('actor');
      const { password } = c.req.valid('json');
      await mustConfirm(actor, { password, path: at, ...triedFrom(c, deps.config) });
      await endSecondFactor(deps, actor);
      return c.body(null, 204);
    });
}
