import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For the place where a form and what it changes take turns; `content` names which of them stands there. When that
 * changes, what had the focus may be gone: it goes on to the first thing to do now. A focus outside stays there, for
 * somebody else may have made the change.
 */
export function useRestoredFocus<E extends HTMLElement = HTMLDivElement>(content: string) {
  const place = useRef<E>(null);
  const last = useRef(content);
  // With the drawing, so that the next key already goes to the right place.
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const lost = !activeElement || activeElement === body || place.current?.contains(activeElement);
    if (last.current !== content && lost) {
      place.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    }
    last.current = content;
  }, [content]);
  return place;
}
