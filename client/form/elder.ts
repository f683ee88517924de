import { storedNumber, storeNumber } from './stored-number.ts';

const STORAGE_KEY = 'manping-elder';
const DEFAULT_SIZE = 2;

/**
 * 适老版: on where the address asks for it or it was on at the last visit; the page's own links switch it. Returns whether it
 * is on, and calls `changed` whenever the respondent switches it. What the device stores is the size of the text, which
 * text-size.ts changes; 0 where it is off.
 */
export function elderMode(root: HTMLElement, changed: (on: boolean) => void): boolean {
  root.addEventListener('click', (event) => {
    // Not `closest`, which an item of that name would be where the form itself is tapped; no id has a capital.
    const { className } = event.target as Element;
    const on = className === 'to-elder';
    if (!on && className !== 'to-standard') return;
    event.preventDefault();
    storeSize(on ? DEFAULT_SIZE : 0);
    changed(on);
  });
  return storedSize() > 0 || !!document.documentElement.className;
}

/** The size of the text at the last visit, 1 to 4; 0 where elder mode was off. */
export const storedSize = (): number => storedNumber(STORAGE_KEY);

export const storeSize = (size: number): void => storeNumber(STORAGE_KEY, size);
