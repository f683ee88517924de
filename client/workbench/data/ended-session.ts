import { type Session, session } from '../api/session.ts';
import { queryClient } from './query-client.ts';

/** Who is signed in as far as is known; null where nobody is, or the session has ended. */
export const whoIsHere = () => queryClient.getQueryData<Session | null>(session.queryKey);

/** Once somebody has signed in again: whether it is the same as before, whose refused change may be made once more. */
export function sameSignsInAgain(before: Session | null | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const now = whoIsHere();
      if (now) resolve(now.username === before?.username);
      return !!now;
    };
    if (look()) return;
    const leave = queryClient.getQueryCache().subscribe(() => {
      if (look()) leave();
    });
  });
}
