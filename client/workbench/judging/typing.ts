/** Where one types or chooses by keys, and where a dialog waits. */
const TAKES_KEYS =
  'textarea, select, [contenteditable], dialog, input:not([type=radio], [type=checkbox])';

/** Whether a key is no word to the page: it is held with another, is typed in a field, or a dialog waits. */
export function isForOthers(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (event.isComposing || (event.target as Element).closest?.(TAKES_KEYS)) return true;
  return document.querySelector('dialog[open]') !== null;
}
