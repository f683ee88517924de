import { isAnswered, lengthOf } from './check.ts';
import type { ErrorInWords } from './error-words.ts';
import { fill } from './fill.ts';
import type { LiveWords } from './live-words.ts';
import { CODE_FIELD, type PageItem } from './page.ts';
import { chosenOptions } from './show-if.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** The card of an item (item.tsx). */
export interface LiveCard {
  item: PageItem;
  /** `number`: the item's number on the page; 0 where its card does not show. */
  update(
    number: number,
    answer: string | string[] | undefined,
    error: ErrorInWords | undefined,
    frozen: boolean,
  ): void;
}

/** The card of the access code (access.tsx). */
export interface CodeCard {
  /** Not where the link brought the code, until it turns out to be wrong. */
  asked: boolean;
  field: HTMLTextAreaElement;
  update(
    shown: boolean,
    accessCode: string | undefined,
    error: ErrorInWords | undefined,
    frozen: boolean,
  ): void;
}

/** Reads from an item's card what it says of its item, and keeps the card up to date. */
export function liveCard(
  card: HTMLElement,
  words: LiveWords,
  clear: (item: string) => void,
): LiveCard {
  const controls = [...card.querySelectorAll<Control>('[name]')];
  const item = itemOf(card, controls);
  const { id } = item;
  const find = (selector: string) => card.querySelector<HTMLElement>(selector);
  const number = find('.number') as HTMLElement;
  const limit = find('.limit');
  const clearButton = find('.quiet');
  const limitText = limit && limit.textContent;
  // With script an item shows only where it applies, so its condition need not be told; but on paper all items stand.
  const condition = find(`#${id}_if`);
  if (condition) condition.hidden = true;
  const updateCard = baseCard(card, id, controls);
  if (clearButton) clearButton.onclick = () => clear(id);

  return {
    item,
    update(n, answer, error, frozen) {
      const chosen = chosenOptions(answer);
      updateCard(!!n, error, frozen);
      write(number, String(n));
      if (clearButton) clearButton.hidden = frozen || !isAnswered(answer);
      for (const control of controls) {
        if (item.type === 'text') setText(control, answer);
        else (control as HTMLInputElement).checked = chosen.includes(control.value);
      }
      if (limit) {
        const count = lengthOf(String(answer || ''));
        const max = item.maxLength || 0;
        write(limit, count > 0 ? fill(words.used, { count, max }) : limitText || '');
        limit.classList.toggle('over', count > max);
      }
    },
  };
}

export function codeCard(card: HTMLElement | null): CodeCard | undefined {
  const field = card && card.querySelector('textarea');
  if (!card || !field) return undefined;
  const updateCard = baseCard(card, CODE_FIELD, [field]);
  const code: CodeCard = {
    asked: !card.hidden,
    field,
    update(shown, accessCode, error, frozen) {
      if (error) code.asked = true;
      // What the link brought stays in its field.
      if (!code.asked) return;
      updateCard(shown, error, frozen);
      setText(field, accessCode);
    },
  };
  return code;
}

/** What every card has: it shows or does not, says what is wrong, and can be frozen. */
function baseCard(card: HTMLElement, name: string, controls: Control[]) {
  const place = card.querySelector('.error') as HTMLElement;
  place.id = `${name}_error`;
  const help = card.querySelector(`#${name}_help`) ? `${name}_help` : '';
  return (shown: boolean, error: ErrorInWords | undefined, frozen: boolean): void => {
    const wrong = !!error && !error.fixed;
    card.hidden = !shown;
    card.classList.toggle('wrong', wrong);
    write(place, error ? error.text : '');
    place.classList.toggle('fixed', !!error && !wrong);
    for (const control of controls) control.disabled = frozen;
    const described = card.querySelectorAll('fieldset,textarea,[type=checkbox]');
    for (const element of described) {
      set(element, 'aria-describedby', [wrong ? `${name}_error` : '', help].join(' ').trim());
      if (element instanceof HTMLTextAreaElement) set(element, 'aria-invalid', wrong ? 'true' : '');
    }
  };
}

/** Reads from an item's card what must be known to check its answer. */
function itemOf(card: HTMLElement, controls: Control[]): PageItem {
  const { dataset } = card;
  const first = controls[0] as Control;
  const isText = first instanceof HTMLTextAreaElement;
  const list = (name: string) => (dataset[name] || '').split(' ');
  const condition = list('if');
  const max = Number(dataset['max']) || undefined;
  const section = card.parentElement && card.parentElement.getAttribute('aria-labelledby');
  return {
    id: first.name,
    section: section || '',
    type: isText ? 'text' : first.type === 'checkbox' ? 'multiple' : 'single',
    required: !('optional' in dataset),
    showIf: condition[0] ? { item: condition[0], options: condition.slice(1) } : null,
    ...(isText
      ? { maxLength: max }
      : {
          options: controls.map(({ value }) => ({ id: value })),
          alone: list('alone'),
          ends: list('ends'),
          min: Number(dataset['min']) || undefined,
          max,
        }),
  };
}

function setText(control: Control, text: string | string[] | undefined): void {
  if (control.value !== (text || '')) control.value = String(text || '');
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function set(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
