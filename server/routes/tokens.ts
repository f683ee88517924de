import { z } from '@hono/zod-openapi';
import { LONGEST_NAME } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import { LONGEST_TOKEN_DAYS, newToken, storeToken, TOKEN_ROLES } from '../accounts/new-token.ts';
import type { Deps } from '../context.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems, Time } from '../http/schemas.ts';

const NewToken = z.strictObject({
  name: filledText(LONGEST_NAME).describe('Which program it is for'),
  role: z.enum(TOKEN_ROLES),
  expiresAt: Time.describe(`At most ${LONGEST_TOKEN_DAYS} days from now`),
});

const create = route({
  method: 'post',
  path: '/api/tokens',
  access: 'tokens.create',
  operationId: 'createToken',
  summary: 'A token for another program; it is shown only in this answer',
  request: { body: jsonRequest(NewToken) },
  responses: {
    201: json(
      z.object({
        id: z.string(),
        token: z.string(),
        name: z.string(),
        role: z.string(),
        expiresAt: z.string(),
      }),
      'The token, once',
    ),
    ...problems(401, 403, 413, 415, 422),
  },
});

export function tokenRoutes(deps: Deps) {
  return newRouter().openapi(create, async (c) => {
    const actor = c.get('actor');
    const { token, secret } = newToken(c.req.valid('json'), actor, deps.now());
    const { id, name, role, expiresAt } = token;
    await audited(
      deps,
      actor,
      { action: 'token.create', subject: id, detail: { name, role, expiresAt } },
      (trx) => storeToken(trx, token, secret),
    );
    return c.json({ id, token: secret, name, role, expiresAt }, 201);
  });
}
