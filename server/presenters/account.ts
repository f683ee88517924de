import { z } from '@hono/zod-openapi';
import type { Account } from '../store/accounts.ts';

export const AccountSchema = z
  .object({
    id: z.string(),
    username: z.string(),
    admin: z.boolean(),
    beginsEvaluations: z.boolean().describe('May begin evaluations, being evaluator of none yet'),
    disabled: z.boolean(),
    disabledAt: z.string().nullable(),
    secondFactor: z.boolean().describe('Whether it signs in with one'),
    createdAt: z.string(),
    lastSeenAt: z
      .string()
      .nullable()
      .describe('When its person was last seen doing something, as far as that is known'),
    sessions: z.int().describe('How many run now'),
    tokens: z.int().describe('How many of its tokens are neither expired nor revoked'),
    roles: z.array(
      z.object({
        evaluation: z.string(),
        department: z.string(),
        year: z.int(),
        role: z.string(),
      }),
    ),
  })
  .openapi('Account');

/** An account as admins see it. */
export function presentAccount(account: Account): z.infer<typeof AccountSchema> {
  return {
    id: account.id,
    username: account.username,
    admin: account.admin,
    beginsEvaluations: account.beginsEvaluations,
    disabled: account.disabledAt !== null,
    disabledAt: account.disabledAt,
    secondFactor: account.secondFactor,
    createdAt: account.createdAt,
    lastSeenAt: account.lastSeenAt,
    sessions: account.sessions,
    tokens: account.tokens,
    roles: account.roles.map(({ evaluationId, department, year, role }) => ({
      evaluation: evaluationId,
      department,
      year,
      role,
    })),
  };
}
