import { useWords } from '../language.tsx';

/** Shown after a moment only, so that a fast answer does not flicker. */
export function Loading() {
  const words = useWords();
  return (
    <div class="loading page" role="status">
      <span class="visually-hidden">{words.states.loading}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
