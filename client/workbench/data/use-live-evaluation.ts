import { useEffect } from 'preact/hooks';
import type { Language } from '../../../survey-definitions/text.ts';
import type { Evaluation } from '../api/evaluations.ts';
import { followEvaluation } from './follow.ts';

/**
 * While the evaluation is on screen in a tab that is looked at, what changes in its fieldwork comes by itself, on one line for
 * all its screens. A hidden tab holds none: a browser opens only six to a server.
 */
export function useLiveEvaluation(
  { id, archivedAt, permissions }: Evaluation,
  language: Language,
): void {
  const isFollowed = archivedAt === null && permissions.includes('progress.read');
  useEffect(() => {
    if (!isFollowed) return;
    let stop: (() => void) | undefined;
    const look = () => {
      if (document.hidden) {
        stop?.();
        stop = undefined;
      } else stop ??= followEvaluation(id);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop?.();
    };
    // The server's words on it are in the language of whoever opened it.
  }, [id, isFollowed, language]);
}
