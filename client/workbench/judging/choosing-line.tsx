import { useWords } from '../language.tsx';
import { MOST_CHOSEN } from './selection.ts';
import type { Selection } from './use-selection.ts';
import { judgingWords } from './words.ts';

/** How lines of a list are chosen, before any is. */
export function ChoosingLine({ selection, n }: { selection: Selection; n: number }) {
  const words = useWords(judgingWords);
  return (
    <p class="row small screen-only choosing-line">
      <button type="button" class="link-button" onClick={selection.all}>
        {words.chooseAll(Math.min(n, MOST_CHOSEN))}
      </button>
      <span class="quiet key-hint">{words.rowKeys}</span>
    </p>
  );
}
