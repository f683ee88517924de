import { z } from '@hono/zod-openapi';
import {
  ACCOUNT_PERMISSIONS,
  type AccountPermission,
} from '../../survey-definitions/permission.ts';
import type { EVALUATION_ROLES } from '../../survey-definitions/role.ts';
import type { Actor } from '../accounts/actor.ts';
import type { Membership } from '../store/memberships.ts';

export const SessionSchema = z
  .object({
    username: z.string(),
    role: z
      .string()
      .describe('admin, the strongest role in any evaluation, none; of a token its own'),
    admin: z.boolean(),
    kind: z.enum(['session', 'token']),
    roles: z.array(z.object({ evaluation: z.string(), role: z.string() })),
    permissions: z
      .array(z.enum(ACCOUNT_PERMISSIONS))
      .describe('What the caller may do that is of no evaluation'),
    endsAt: z.string().nullable().describe('When it ends whatever is done; null of a token'),
    idleEndsAt: z.string().nullable().describe('When it ends if nothing is done meanwhile'),
    at: z
      .string()
      .describe('What time it is for the server, by which a screen knows how much is left'),
    secondFactor: z.object({
      on: z.boolean(),
      required: z.boolean().describe('Without one, nothing but the own account is reached'),
    }),
  })
  .openapi('Session');

/** Who calls, and what he may do that is of no evaluation. */
export function presentSession(
  actor: Actor,
  roles: readonly Pick<Membership, 'evaluationId' | 'role'>[],
  permissions: readonly AccountPermission[],
  now: Date,
): z.infer<typeof SessionSchema> {
  const { name, kind, account, session, token } = actor;
  const reached = roles.filter(
    ({ evaluationId }) => !token?.evaluationId || token.evaluationId === evaluationId,
  );
  return {
    username: name,
    role: token?.role ?? (account.admin ? 'admin' : strongest(reached)),
    admin: account.admin && kind === 'session',
    kind,
    roles: reached.map(({ evaluationId, role }) => ({ evaluation: evaluationId, role })),
    permissions: permissions.slice(),
    endsAt: session?.endsAt ?? null,
    idleEndsAt: session?.idleEndsAt ?? null,
    at: now.toISOString(),
    secondFactor: { on: account.secondFactor, required: account.secondFactorRequired },
  };
}

/** In the order in which roles may do less and less; a clerk sees no results, but writes. */
const ORDER = [
  'evaluator',
  'scorer',
  'clerk',
  'viewer',
] as const satisfies readonly (typeof EVALUATION_ROLES)[number][];
const strongest = (roles: readonly { role: string }[]): string =>
  ORDER.find((role) => roles.some((held) => held.role === role)) ?? 'none';
