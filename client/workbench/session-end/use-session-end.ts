import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../api/session.ts';
import { setWarned } from '../data/presence.ts';
import { askForSession, sessionHeard, sessionLeft } from '../data/session-news.ts';

/** Long enough to read, to find the button, and to be helped by whoever reads the screen aloud. */
const WARN_MS = 2 * 60_000;
/** While the end is near, other tabs and devices may keep the session: asked again so often. */
const ASK_EVERY_MS = 10_000;

/** Seconds until the session ends, from two minutes before on; undefined while the end is further away. */
export function useSessionEnd(session: Session): number | undefined {
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const ms = sessionLeft(session);
      if (ms === undefined) return;
      const isNear = ms <= WARN_MS;
      // What was heard long ago may be wrong by now: somebody has worked since.
      const isOld = sessionHeard() >= ASK_EVERY_MS;
      if (isNear && (isOld || ms <= 0)) void askForSession();
      setLeft(isNear && !isOld ? Math.max(0, Math.ceil(ms / 1000)) : undefined);
      timer = setTimeout(look, isNear ? 1000 : ms - WARN_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session]);
  const isShown = left !== undefined;
  useEffect(() => {
    setWarned(isShown);
    return () => setWarned(false);
  }, [isShown]);
  return left;
}
