import { z } from '@hono/zod-openapi';
import { audited } from '../accounts/audited.ts';
import { createPasswordConfirmation } from '../accounts/own-account.ts';
import type { PasswordCheck } from '../accounts/password-check.ts';
import { chosenPassword } from '../accounts/password-faults.ts';
import { hashPassword } from '../accounts/passwords.ts';
import type { Deps } from '../context.ts';
import { triedFrom } from '../http/password-trial.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { jsonRequest, problems, TypedPassword } from '../http/schemas.ts';
import { withdrawResets } from '../store/invitations.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { setPassword } from '../store/users.ts';

const NewPassword = z.strictObject({
  current: TypedPassword,
  password: TypedPassword.describe(
    'At least 12 characters that are not what everybody tries first',
  ),
});

const change = route({
  method: 'put',
  path: '/api/password',
  access: 'account',
  operationId: 'changePassword',
  summary: 'Another password for the own account; its other sessions end',
  request: { body: jsonRequest(NewPassword) },
  responses: { 204: { description: 'Changed' }, ...problems(401, 403, 413, 415, 422, 429, 503) },
});

export function ownPasswordRoutes(deps: Deps & { check: PasswordCheck }) {
  const confirm = createPasswordConfirmation(deps);
  return newRouter().openapi(change, async (c) => {
    const actor = c.get('actor');
    const { current, password } = c.req.valid('json');
    const { username } = actor.account;
    const chosen = chosenPassword(password, { username, path: '$.password' });
    const from = triedFrom(c, deps.config);
    const user = await confirm(actor, { password: current, path: '$.current', ...from });
    const passwordHash = await hashPassword(chosen);
    await audited(
      deps,
      actor,
      (ended) => ({ action: 'password.change', subject: username, detail: { ended } }),
      async (trx) => {
        const at = deps.now().toISOString();
        await setPassword(trx, user.id, { passwordHash, at });
        // Whoever had a link made because it was forgotten has one now, or did not ask.
        await withdrawResets(trx, user.id, at);
        return deleteSessionsOf(trx, user.id, actor.session?.id);
      },
    );
    return c.body(null, 204);
  });
}
