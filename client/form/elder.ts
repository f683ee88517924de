const STORAGE_KEY = 'manping-elder';
const MAX_SIZE = 4;
const DEFAULT_SIZE = 2;

/**
 * 适老版: on where the address asks for it or it was on at the last visit; the page's own links switch it. Returns whether it
 * is on, and calls `changed` whenever the respondent switches it.
 */
export function elderMode(root: HTMLElement, changed: (on: boolean) => void): boolean {
  const { documentElement } = document;
  /** Size of the text, from 1 to 4; 0 where elder mode is off. */
  let size = storedSize() || (documentElement.className ? DEFAULT_SIZE : 0);
  apply();
  root.addEventListener('click', (event) => {
    const control = (event.target as Element).closest<HTMLElement>('[data-size],[class^=to-]');
    if (!control) return;
    event.preventDefault();
    const { size: by } = control.dataset;
    if (by) size = Math.max(1, Math.min(MAX_SIZE, size + Number(by)));
    else size = control.className === 'to-elder' ? DEFAULT_SIZE : 0;
    try {
      localStorage.setItem(STORAGE_KEY, String(size));
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
    apply();
    if (!by) changed(size > 0);
  });
  return size > 0;

  /** 18, 22, 26 or 30 px where the browser's own text is 16 px, and larger where that was set larger. */
  function apply(): void {
    documentElement.style.fontSize = size ? `${87.5 + 25 * size}%` : '';
  }
}

function storedSize(): number {
  try {
    return Number(localStorage.getItem(STORAGE_KEY)) || 0;
  } catch {
    return 0;
  }
}
