/** Sizes of the text in elder mode, in percent of what the browser is set to: 18, 22, 26 and 30 px where nobody set it. */
const SIZES = [112.5, 137.5, 162.5, 187.5];
const USUAL = 1;
const KEY = 'manping-elder';

/**
 * 适老版 on this device: asked for by the address or remembered from an earlier visit, one tap away and remembered. Calls
 * `changed` whenever the respondent switches it.
 */
export function elderMode(root: HTMLElement, changed: (on: boolean) => void): boolean {
  const { documentElement } = document;
  const kept = remembered();
  let on = documentElement.className === 'elder' || kept !== undefined;
  let size = kept === undefined ? USUAL : kept;
  apply();

  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element && event.target.closest('.by a, .by button');
    if (!(target instanceof HTMLElement)) return;
    const { size: by } = target.dataset;
    if (by) size = Math.max(0, Math.min(SIZES.length - 1, size + Number(by)));
    else if (target.className) {
      event.preventDefault();
      on = target.className === 'to-elder';
    } else return;
    remember(on ? size : undefined);
    apply();
    if (!by) changed(on);
  });
  return on;

  function apply(): void {
    documentElement.style.fontSize = on ? `${SIZES[size]}%` : '';
  }
}

function remembered(): number | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === null || !SIZES[Number(kept)] ? undefined : Number(kept);
  } catch {
    return undefined;
  }
}

function remember(size: number | undefined): void {
  try {
    if (size === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, String(size));
  } catch {
    // A device that keeps nothing is asked again.
  }
}
