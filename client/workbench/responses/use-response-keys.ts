import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { isForOthers } from '../judging/typing.ts';

/** Paths that keys lead to: ← or k, → or j, and Esc; nothing where one is typing, or the browser is meant. */
export function useResponseKeys(paths: {
  previous: string | undefined;
  next: string | undefined;
  list: string;
}): void {
  const { route } = useLocation();
  const { previous, next, list } = paths;
  // With the drawing itself: whoever sees a response can go on from it.
  useLayoutEffect(() => {
    const to: Record<string, string | undefined> = {
      ArrowLeft: previous,
      k: previous,
      ArrowRight: next,
      j: next,
      Escape: list,
    };
    const follow = (event: KeyboardEvent) => {
      if (isForOthers(event)) return;
      // Between choices, arrows choose.
      if (event.target instanceof HTMLInputElement && event.key.startsWith('Arrow')) return;
      const path = to[event.key];
      if (path === undefined) return;
      event.preventDefault();
      // One that is left by key is no step of its own: a step back leads to the list.
      route(path, true);
    };
    addEventListener('keydown', follow);
    return () => removeEventListener('keydown', follow);
  }, [previous, next, list]);
}
