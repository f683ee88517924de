/** A working day, whatever is done meanwhile; then one signs in again. */
export const SESSION_AGE_MS = 12 * 60 * 60 * 1000;
/** So long a session may lie idle: NIST SP 800-63B, 2.2.3. */
export const SESSION_IDLE_MS = 30 * 60 * 1000;
/** Written down no more often than this, so that reading costs no write. */
export const SEEN_EVERY_MS = 60 * 1000;

/** A session that was last seen then or before has ended. */
export const idleSince = (now: Date) => new Date(now.getTime() - SESSION_IDLE_MS);

/** When a session ends by itself if nobody does anything any more. ISO 8601 UTC. */
export function idleEnd(session: { lastSeenAt: string; expiresAt: string }): string {
  const idle = new Date(Date.parse(session.lastSeenAt) + SESSION_IDLE_MS).toISOString();
  return idle < session.expiresAt ? idle : session.expiresAt;
}
