import { randomUUID } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_NAME } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { newRouter } from '../http/router.ts';
import { hashSecret, newSecret } from '../http/session-cookie.ts';
import { json, jsonRequest, otherwise, Time } from '../http/shapes.ts';
import { Problem } from '../problem.ts';
import { insertToken } from '../store/tokens.ts';

/** What a token may read: everything, everything but row-level answers. None may change anything yet. */
export const TOKEN_ROLES = ['evaluator', 'reader'] as const;

const LONGEST_DAYS = 366;

const NewToken = z.strictObject({
  name: filledText(LONGEST_NAME).describe('Which program it is for'),
  role: z.enum(TOKEN_ROLES),
  expiresAt: Time.describe('At most 366 days from now'),
});

const create = createRoute({
  method: 'post',
  path: '/api/tokens',
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
    ...otherwise(401, 403, 415, 422),
  },
});

export function tokenRoutes(deps: Deps) {
  return newRouter().openapi(create, async (c) => {
    const { name, role, expiresAt } = c.req.valid('json');
    const now = deps.now();
    const days = (Date.parse(expiresAt) - now.getTime()) / 86_400_000;
    if (!(days > 0 && days <= LONGEST_DAYS)) {
      const message = `must lie ahead, by at most ${LONGEST_DAYS} days`;
      throw new Problem('not-acceptable', {
        errors: [{ path: '$.expiresAt', code: 'out-of-range', message }],
      });
    }
    const token = `manping_${newSecret()}`;
    const row = {
      id: randomUUID(),
      name,
      role,
      createdBy: c.get('actor').name,
      createdAt: now.toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
    };
    await audited(
      deps,
      c,
      { action: 'token.create', subject: row.id, detail: { name, role, expiresAt: row.expiresAt } },
      (trx) => insertToken(trx, { ...row, tokenHash: hashSecret(token) }),
    );
    return c.json({ id: row.id, token, name, role, expiresAt: row.expiresAt }, 201);
  });
}
