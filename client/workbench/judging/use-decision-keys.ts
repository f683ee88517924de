import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { CHOICES, KEY_OF, REASON_FIELD_KEY, REASON_KEYS } from './decisions.ts';
import { isForOthers } from './typing.ts';

/** What a form of a decision is filled in by from outside. */
export const reasonFieldOf = (form: HTMLFormElement | null | undefined) =>
  form?.querySelector('textarea') ?? undefined;

/** Puts a reason into its field as if it was typed. */
export function giveReason(form: HTMLFormElement | null | undefined, reason: string): void {
  const field = reasonFieldOf(form);
  if (!field) return;
  field.value = reason;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Decides by keys what is in the form: a choice, one of the reasons, the way into their field, and Enter, which saves. */
export function useDecisionKeys(
  place: RefObject<HTMLElement | null>,
  reasons: readonly string[],
): void {
  // With the drawing itself: what is seen can be pressed.
  useLayoutEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const form = place.current?.closest('form');
      if (!form || isForOthers(event) || !act(form, event, reasons)) return;
      event.preventDefault();
    };
    addEventListener('keydown', follow);
    return () => removeEventListener('keydown', follow);
  }, [reasons]);
}

/** Whether the key was one of the form's. */
function act(form: HTMLFormElement, { key, target }: KeyboardEvent, reasons: readonly string[]) {
  const choice = CHOICES.find((each) => KEY_OF[each] === key);
  if (choice !== undefined) {
    const mark = form.querySelector<HTMLInputElement>(`input[value="${choice}"]`);
    if (!mark) return false;
    mark.checked = true;
    mark.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }
  // A reason is of a decision: until one is chosen there is no field for it.
  if (!form.querySelector('input:checked')) return false;
  const reason = reasons[(REASON_KEYS as readonly string[]).indexOf(key)];
  if (reason !== undefined) {
    giveReason(form, reason);
    return true;
  }
  if (key.toLowerCase() === REASON_FIELD_KEY) {
    reasonFieldOf(form)?.focus();
    return true;
  }
  // Buttons and links keep their Enter, but for those of the lines that are decided about.
  const pressed = (target as Element).closest?.('button, a, summary');
  if (key !== 'Enter' || (pressed && !pressed.closest('.response-rows'))) return false;
  form.requestSubmit();
  return true;
}
