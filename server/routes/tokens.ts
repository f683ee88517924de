import { z } from '@hono/zod-openapi';
import { TOKEN_ROLES } from '../../survey-definitions/role.ts';
import { LONGEST_NAME } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { mayForOthers, mustHoldIn } from '../accounts/access.ts';
import { audited } from '../accounts/audited.ts';
import { endToken } from '../accounts/end-token.ts';
import { LONGEST_TOKEN_DAYS, newToken, storeToken } from '../accounts/new-token.ts';
import { ROLE_OF_TOKEN, ROLES } from '../accounts/permissions.ts';
import type { Deps } from '../context.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import {
  EvaluationId,
  json,
  jsonRequest,
  listOf,
  Paging,
  problems,
  StoredId,
  Time,
} from '../http/schemas.ts';
import { ListedTokenSchema, presentListedToken } from '../presenters/listed-token.ts';
import { Problem } from '../problem.ts';
import { listTokens } from '../store/tokens.ts';

const NewToken = z.strictObject({
  name: filledText(LONGEST_NAME).describe('Which program it is for'),
  role: z.enum(TOKEN_ROLES),
  evaluation: EvaluationId.shape.id
    .optional()
    .describe('The only one that it reaches; left out: all that its maker sees, never more'),
  expiresAt: Time.describe(`At most ${LONGEST_TOKEN_DAYS} days from now`),
});

const create = route({
  method: 'post',
  path: '/api/tokens',
  access: 'account',
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
        evaluation: z.string().nullable(),
        expiresAt: z.string(),
      }),
      'The token, once',
    ),
    ...problems(401, 403, 404, 413, 415, 422),
  },
});

const list = route({
  method: 'get',
  path: '/api/tokens',
  access: 'account',
  operationId: 'listTokens',
  summary: 'Tokens with what became of them, newest first',
  request: {
    query: Paging.extend({
      all: z.literal('1').optional().describe('Everybody’s, for an admin; else one’s own'),
    }),
  },
  responses: { 200: json(listOf(ListedTokenSchema), 'A page'), ...problems(401, 403, 422) },
});
const revoke = route({
  method: 'delete',
  path: '/api/tokens/{id}',
  access: 'account',
  operationId: 'revokeToken',
  summary: 'Revokes a token at once and for good: my own, or by an admin anybody’s',
  request: { params: StoredId },
  responses: { 204: { description: 'Revoked' }, ...problems(401, 403, 404) },
});

export function tokenRoutes(deps: Deps) {
  return newRouter()
    .openapi(list, async (c) => {
      const { all, ...paging } = c.req.valid('query');
      const actor = c.get('actor');
      if (all && !mayForOthers(actor)) throw new Problem('not-allowed');
      const makerId = all ? undefined : actor.account.id;
      const { items, next } = await listTokens(deps.store.read, { ...paging, makerId });
      return c.json({ items: items.map(presentListedToken), next }, 200);
    })
    .openapi(revoke, async (c) => {
      await endToken(deps, c.get('actor'), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(create, async (c) => {
      const actor = c.get('actor');
      const { token, secret } = newToken(c.req.valid('json'), actor, deps.now());
      const { id, name, role, evaluationId, expiresAt } = token;
      await audited(
        deps,
        actor,
        {
          action: 'token.create',
          subject: id,
          ...(evaluationId !== null && { evaluationId }),
          detail: { name, role, expiresAt },
        },
        async (trx) => {
          if (evaluationId !== null) {
            for (const permission of ROLES[ROLE_OF_TOKEN[role]])
              await mustHoldIn(trx, actor, permission, evaluationId, 'unknown-evaluation');
          }
          await storeToken(trx, token, secret);
        },
      );
      return c.json({ id, token: secret, name, role, evaluation: evaluationId, expiresAt }, 201);
    });
}
