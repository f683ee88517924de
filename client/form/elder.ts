const KEY = 'manping-elder';
const LARGEST = 4;
const USUAL = 2;

/**
 * 适老版 on this device: asked for by the address or remembered from an earlier visit, one tap away and remembered. Whether
 * it is on; calls `changed` whenever the respondent switches it.
 */
export function elderMode(root: HTMLElement, changed: (on: boolean) => void): boolean {
  const { documentElement } = document;
  /** Of the text; 0 where elder mode is off. */
  let size = remembered() || (documentElement.className ? USUAL : 0);
  apply();
  root.addEventListener('click', (event) => {
    const control = (event.target as Element).closest<HTMLElement>('[data-size],[class^=to-]');
    if (!control) return;
    event.preventDefault();
    const { size: by } = control.dataset;
    if (by) size = Math.max(1, Math.min(LARGEST, size + Number(by)));
    else size = control.className === 'to-elder' ? USUAL : 0;
    try {
      localStorage.setItem(KEY, String(size));
    } catch {
      // A device that keeps nothing is asked again.
    }
    apply();
    if (!by) changed(size > 0);
  });
  return size > 0;

  /** 18, 22, 26 or 30 px where the browser's own text is 16: whoever set it larger gets larger. */
  function apply(): void {
    documentElement.style.fontSize = size ? `${87.5 + 25 * size}%` : '';
  }
}

function remembered(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0;
  } catch {
    return 0;
  }
}
