import { useEffect } from 'preact/hooks';
import { setAsksByItself } from '../api/client.ts';
import { staySignedIn } from '../api/session.ts';
import { whoIsHere } from './ended-session.ts';
import { askForSession, tellOtherTabs } from './session-news.ts';

/** What is asked so soon after a person did something is asked because of it. */
const BECAUSE_MS = 5000;
/** Whoever types for long without a request is said to be there no more often than this. */
const SAY_EVERY_MS = 3 * 60_000;

/** What a person does on a page: opening it is the first. */
const ACTS = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchmove'] as const;
/** Of these, what is done on purpose. A mouse on its way to the button that stays would take the button away. */
const ON_PURPOSE = new Set<string>(['pointerdown', 'keydown', 'input']);

let acted = Date.now();
/** When something was last asked that keeps the session. */
let counted = 0;
let livePages = 0;
let warned = false;

/** While the end is shown, moving a mouse is no answer to it. */
export const setWarned = (shown: boolean): void => {
  warned = shown;
};

/**
 * From now on, requests that nobody caused say so, and a session is kept by whoever types or moves without causing any.
 * What counts is decided here, by what the person does and not by which request it is: a screen that nobody looks at
 * asks on and on, and its session idles all the same.
 */
export function watchPresence(): void {
  for (const type of ACTS) addEventListener(type, note, { capture: true, passive: true });
  setAsksByItself(() => {
    const because = Date.now() - acted < BECAUSE_MS || (livePages > 0 && !document.hidden);
    if (because) counted = Date.now();
    return !because;
  });
}

function note({ type, isTrusted }: Event): void {
  if (!isTrusted || (warned && !ON_PURPOSE.has(type))) return;
  acted = Date.now();
  if (whoIsHere() && acted - counted >= SAY_EVERY_MS) void stay();
}

/** Says that somebody is there, and shows in every tab until when that is good. A server out of reach is asked again by whoever acts next. */
export async function stay(): Promise<void> {
  acted = counted = Date.now();
  try {
    await staySignedIn();
  } catch {
    counted = 0;
  }
  await askForSession();
  tellOtherTabs();
}

/** A page that is there to be watched, as returns are while a survey is open: its own asking keeps the session until its greatest age. */
export function useLivePage(isLive: boolean): void {
  useEffect(() => {
    if (!isLive) return;
    livePages += 1;
    return () => {
      livePages -= 1;
    };
  }, [isLive]);
}
