import { z } from '@hono/zod-openapi';
import type { Member } from '../store/memberships.ts';

export const PersonSchema = z
  .object({
    account: z.string().describe('Id of the account'),
    username: z.string(),
    role: z.string(),
    since: z.string(),
    grantedBy: z.string(),
    disabled: z.boolean(),
    you: z.boolean().describe('Whether it is the caller’s own account'),
  })
  .openapi('Person');

/** Somebody who has a role in an evaluation. */
export function presentPerson(member: Member, callersId: string): z.infer<typeof PersonSchema> {
  return {
    account: member.userId,
    username: member.username,
    role: member.role,
    since: member.since,
    grantedBy: member.grantedBy,
    disabled: member.disabledAt !== null,
    you: member.userId === callersId,
  };
}
