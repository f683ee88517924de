import { ProblemError } from '../api/client.ts';
import { type Session, session } from '../api/session.ts';
import { whoIsHere } from './ended-session.ts';
import { askNow, goOnAs, queryClient } from './query-client.ts';

/** Tabs of one browser share a session: what one of them hears of it, the others ask about at once. */
const channel =
  'BroadcastChannel' in globalThis ? new BroadcastChannel('manping-session') : undefined;

/** Asks how the session stands. Where it had ended and somebody is signed in again, the screen goes on. */
export async function askForSession(): Promise<void> {
  const before = whoIsHere();
  try {
    const now = await askNow<Session | null>(session);
    if (before === null && now) goOnAs(now);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // Out of reach: it is asked again before the end, and at it.
  }
}

/** The session was kept, or somebody signed in. */
export const tellOtherTabs = (): void => channel?.postMessage('asked');

export function watchOtherTabs(): void {
  channel?.addEventListener('message', () => void askForSession());
}

/** Milliseconds until the session ends by itself, by the server's clock; undefined of what never does. */
export function sessionLeft({ at, idleEndsAt }: Session): number | undefined {
  if (idleEndsAt === null) return undefined;
  const heard = queryClient.getQueryState(session.queryKey)?.dataUpdatedAt ?? Date.now();
  return Date.parse(idleEndsAt) - Date.parse(at) - (Date.now() - heard);
}

/** How long ago the server said how the session stands, in milliseconds. */
export const sessionHeard = (): number =>
  Date.now() - (queryClient.getQueryState(session.queryKey)?.dataUpdatedAt ?? 0);
