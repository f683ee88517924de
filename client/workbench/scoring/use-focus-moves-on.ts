import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The place whose content `shown` names. When that changes, what had the focus may be gone: it goes on to the first
 * thing to do now. A focus outside stays there, for somebody else may have made the change.
 */
export function useFocusMovesOn(shown: string) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(shown);
  // With the drawing, so that the next key already goes to the right place.
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const lost = !activeElement || activeElement === body || place.current?.contains(activeElement);
    if (last.current !== shown && lost) {
      place.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    }
    last.current = shown;
  }, [shown]);
  return place;
}
