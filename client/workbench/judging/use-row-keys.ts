import { useLayoutEffect } from 'preact/hooks';
import { isForOthers } from './typing.ts';
import type { Selection } from './use-selection.ts';

const ROWS = '.response-rows tbody tr';
const boxOf = (row: Element | null | undefined) =>
  row?.querySelector<HTMLInputElement>('input[name=chosen]');

/**
 * Keys of a list: x or space choose the line that has the focus, with Shift all since the one before; ↓ or j and ↑ or k go
 * to the next and the one before; Esc gives up what is chosen.
 */
export function useRowKeys(selection: Selection | undefined): void {
  // With the drawing itself: what is seen can be pressed.
  useLayoutEffect(() => {
    if (!selection) return undefined;
    const follow = (event: KeyboardEvent) => {
      if (isForOthers(event)) return;
      const target = event.target as Element;
      const row = target.closest?.(ROWS);
      const key = event.key.toLowerCase();
      if (key === 'escape' && selection.chosen.size > 0) {
        event.preventDefault();
        selection.clear();
        return;
      }
      const step =
        key === 'j' || key === 'arrowdown' ? 1 : key === 'k' || key === 'arrowup' ? -1 : 0;
      // Where no line has the focus, arrows scroll the page, and letters begin at the first line.
      if (step !== 0 && (row || (key === 'j' && target === document.body))) {
        event.preventDefault();
        goTo(row, step);
        return;
      }
      const id = boxOf(row)?.value;
      if (id === undefined || (key !== 'x' && key !== ' ')) return;
      // A box takes the space bar by itself.
      if (key === ' ' && target instanceof HTMLInputElement && !event.shiftKey) return;
      event.preventDefault();
      selection.toggle(id, event.shiftKey);
    };
    addEventListener('keydown', follow);
    return () => removeEventListener('keydown', follow);
  }, [selection]);
}

function goTo(row: Element | null | undefined, step: number): void {
  const rows = [...document.querySelectorAll(ROWS)];
  const next = row ? rows[rows.indexOf(row) + step] : rows[0];
  next?.querySelector<HTMLElement>('a')?.focus();
}
