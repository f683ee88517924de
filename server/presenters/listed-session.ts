import { z } from '@hono/zod-openapi';
import type { Actor } from '../accounts/actor.ts';
import type { ListedSession } from '../store/sessions.ts';

export const ListedSessionSchema = z
  .object({
    id: z.string(),
    current: z.boolean().describe('Whether it is the one that asks'),
    device: z.string().describe('Browser and system in short; empty where it said nothing known'),
    createdAt: z.string(),
    lastSeenAt: z.string().describe('To the minute'),
    endsAt: z.string().describe('When it ends whatever is done'),
    idleEndsAt: z.string().describe('When it ends if nothing is done meanwhile'),
  })
  .openapi('ListedSession');

/** A running session, and when it ends by itself; nothing that could be signed in with. */
export function presentListedSession(
  session: ListedSession,
  idleEndsAt: string,
  { session: asking }: Pick<Actor, 'session'>,
): z.infer<typeof ListedSessionSchema> {
  return {
    id: session.id,
    current: session.id === asking?.id,
    device: session.device,
    createdAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    endsAt: session.expiresAt,
    idleEndsAt,
  };
}
