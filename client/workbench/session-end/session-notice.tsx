import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../api/session.ts';
import { stay } from '../data/presence.ts';
import { useWords } from '../language.tsx';
import { useSessionEnd } from './use-session-end.ts';
import { sessionEndWords } from './words.ts';

/** When the time left is read aloud; a clock that is read every second says nothing. */
const SAID_AT = [20, 60, 120];

/**
 * Two minutes before a session ends: how long there is, and what keeps it. It takes the focus from nobody, and whatever is
 * typed or pressed anywhere keeps the session as well.
 */
export function SessionNotice({ session }: { session: Session }) {
  const words = useWords(sessionEndWords);
  const left = useSessionEnd(session);
  const [dismissed, dismiss] = useState('');
  const [busy, setBusy] = useState(false);
  const byAge = session.idleEndsAt === session.endsAt;
  const isShown = left !== undefined && !(byAge && dismissed === session.endsAt);
  const wasShown = useRef(false);
  const kept = wasShown.current && left === undefined;
  useEffect(() => {
    wasShown.current ||= isShown;
  }, [isShown]);

  const due = left === undefined ? undefined : SAID_AT.find((at) => left <= at);
  const because = byAge ? words.byAge : words.byIdling;
  const said = due === undefined ? '' : `${words.endsIn}${clock(due)}${because}`;
  return (
    <>
      <p class="visually-hidden" role="status">
        {isShown ? said : kept ? words.kept : ''}
      </p>
      {isShown && (
        <Notice label={words.title}>
          <p>
            {words.endsIn}
            <strong class="session-clock" role="timer">
              {clock(left)}
            </strong>
            {because}
          </p>
          {byAge ? (
            <button type="button" class="button" onClick={() => dismiss(session.endsAt ?? '')}>
              {words.understood}
            </button>
          ) : (
            <button
              type="button"
              class="button primary"
              aria-disabled={busy}
              onClick={async () => {
                setBusy(true);
                await stay();
                setBusy(false);
              }}
            >
              {words.stay}
            </button>
          )}
        </Notice>
      )}
    </>
  );
}

/** Above whatever is on the screen, dialogs too. A focus inside goes back to where it came from when it goes. */
function Notice(props: { label: string; children: ComponentChildren }) {
  const notice = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element>(null);
  useLayoutEffect(() => {
    const element = notice.current;
    element?.showPopover?.();
    return () => {
      if (element?.contains(document.activeElement) && cameFrom.current instanceof HTMLElement) {
        cameFrom.current.focus();
      }
    };
  }, []);
  return (
    <section
      ref={notice}
      popover="manual"
      class="session-notice screen-only"
      aria-label={props.label}
      onFocusIn={({ relatedTarget }) => {
        if (relatedTarget instanceof Element && !notice.current?.contains(relatedTarget))
          cameFrom.current = relatedTarget;
      }}
    >
      {props.children}
    </section>
  );
}

/** 1:05 */
const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
