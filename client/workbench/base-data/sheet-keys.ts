/** Where in the sheet's table a field stands, as it says itself. */
function placeOf(input: HTMLInputElement): { line: number; field: number } {
  return { line: Number(input.dataset['line']), field: Number(input.dataset['field']) };
}

export function focusField(table: Element | null, line: number, field: number): boolean {
  const selector = `[data-line="${line}"][data-field="${field}"]`;
  const input = table?.querySelector<HTMLInputElement>(selector);
  input?.focus();
  input?.select();
  return input !== null && input !== undefined;
}

/**
 * Moves as a spreadsheet does: Enter and the arrows up and down within a column, left and right from field to field at the
 * ends of what stands there. `onEnd` where Enter finds no line below.
 */
export function moveByKey(event: KeyboardEvent, onEnd: (field: number) => void): void {
  const input = event.currentTarget;
  if (!(input instanceof HTMLInputElement)) return;
  const table = input.closest('.sheet');
  if (input.dataset['field'] === undefined || event.isComposing || event.altKey || event.ctrlKey)
    return;
  const { line, field } = placeOf(input);
  const { selectionStart: from, selectionEnd: to, value } = input;
  const isAll = from === 0 && to === value.length;
  const atStart = isAll || (from === 0 && to === 0);
  const atEnd = isAll || (from === value.length && to === value.length);
  const steps: Record<string, readonly [number, number] | undefined> = {
    Enter: event.shiftKey ? [-1, 0] : [1, 0],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowLeft: atStart && !event.shiftKey ? [0, -1] : undefined,
    ArrowRight: atEnd && !event.shiftKey ? [0, 1] : undefined,
  };
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
  if (step === undefined) return;
  event.preventDefault();
  const found = focusField(table, line + step[0], field + step[1]);
  if (!found && event.key === 'Enter' && !event.shiftKey) onEnd(field);
}
