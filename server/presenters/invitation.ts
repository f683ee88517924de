import { z } from '@hono/zod-openapi';
import type { Evaluation } from '../store/evaluations.ts';
import type { Invitation } from '../store/invitations.ts';

export const InvitationSchema = z
  .object({
    id: z.string(),
    kind: z.string().describe('invitation, or reset: to choose a new password'),
    evaluation: z.string().nullable(),
    role: z.string().nullable(),
    admin: z.boolean(),
    beginsEvaluations: z.boolean(),
    note: z.string().describe('For whom it is, as whoever made it noted'),
    madeBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .openapi('Invitation');

/** An open invitation, for those who may withdraw it. Its link is known to whoever made it, and to nobody else. */
export function presentInvitation(of: Invitation): z.infer<typeof InvitationSchema> {
  return {
    id: of.id,
    kind: of.kind,
    evaluation: of.evaluationId,
    role: of.role,
    admin: of.admin,
    beginsEvaluations: of.beginsEvaluations,
    note: of.note,
    madeBy: of.madeBy,
    createdAt: of.createdAt,
    expiresAt: of.expiresAt,
  };
}

export const InvitedSchema = z
  .object({
    kind: z.string(),
    evaluation: z.string().optional(),
    department: z.string().optional(),
    year: z.int().optional(),
    role: z.string().optional(),
    admin: z.boolean(),
    beginsEvaluations: z.boolean(),
    invitedBy: z.string(),
    username: z.string().optional().describe('Whose password is chosen anew'),
    expiresAt: z.string(),
  })
  .openapi('Invited');

/** What whoever holds the link is told before he accepts. */
export function presentInvited(
  of: Invitation,
  evaluation: Evaluation | undefined,
  username: string | undefined,
): z.infer<typeof InvitedSchema> {
  return {
    kind: of.kind,
    evaluation: evaluation?.id,
    department: evaluation?.department,
    year: evaluation?.year,
    role: of.role ?? undefined,
    admin: of.admin,
    beginsEvaluations: of.beginsEvaluations,
    invitedBy: of.madeBy,
    username,
    expiresAt: of.expiresAt,
  };
}
