import { isAnswered, lengthOf } from './check.ts';
import type { ErrorInWords } from './error-words.ts';
import { fill } from './fill.ts';
import type { LiveWords } from './live-words.ts';
import type { PageItem } from './page.ts';
import { chosenOptions } from './show-if.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** What of a card changes while the page is being answered. */
export interface CardState {
  /** The item's number on the page, any for a card without one; 0 where it does not show. */
  number: number;
  answer: string | string[] | undefined;
  error: ErrorInWords | undefined;
  frozen: boolean;
}

export interface LiveCard {
  item: PageItem;
  card: HTMLElement;
  update(state: CardState): void;
}

/** A card of the served page (item.tsx): what it says of its item, and the way to keep it up to date. */
export function liveCard(
  card: HTMLElement,
  words: LiveWords,
  clear: (item: string) => void,
): LiveCard {
  const controls = Array.from(card.querySelectorAll<Control>('[name]'));
  const item = itemOf(card, controls);
  const { id } = item;
  const find = (selector: string) => card.querySelector<HTMLElement>(selector);
  const number = find('.number');
  const error = find('.error');
  const limit = find('.limit');
  const clearing = find('.quiet');
  const written = limit && limit.textContent;
  // Here nobody needs to be told when an item applies: it shows only then.
  const condition = find(`#${id}_if`);
  if (condition) condition.remove();
  const help = find('.help') ? `${id}_help` : '';
  if (clearing) clearing.onclick = () => clear(id);

  return {
    item,
    card,
    update({ number: n, answer, error: said, frozen }) {
      const wrong = !!said && !said.fixed;
      const chosen = chosenOptions(answer);
      card.hidden = !n;
      card.className = wrong ? 'card wrong' : 'card';
      write(number, String(n));
      write(error, said ? said.text : '');
      if (error) error.className = said && !wrong ? 'error fixed' : 'error';
      if (clearing) clearing.hidden = frozen || !isAnswered(answer);
      for (const control of controls) {
        control.disabled = frozen;
        if (item.type !== 'text')
          (control as HTMLInputElement).checked = chosen.includes(control.value);
        else if (control.value !== (answer || '')) control.value = String(answer || '');
      }
      const described = card.querySelectorAll('fieldset,textarea,[type=checkbox]');
      for (const element of Array.from(described)) {
        set(element, 'aria-describedby', [wrong ? `${id}_error` : '', help].join(' ').trim());
        if (item.type === 'text') set(element, 'aria-invalid', wrong ? 'true' : '');
      }
      if (limit) {
        const count = lengthOf(String(answer || ''));
        const max = item.maxLength || 0;
        write(limit, count > 0 ? fill(words.used, { count, max }) : written || '');
        limit.className = count > max ? 'limit over' : 'limit';
      }
    },
  };
}

/** The item as its card tells it: as much as answers are held to. */
function itemOf(card: HTMLElement, controls: Control[]): PageItem {
  const { dataset } = card;
  const [first] = controls;
  const isText = first instanceof HTMLTextAreaElement;
  const condition = dataset['if'] ? dataset['if'].split(' ') : [];
  const max = Number(dataset['max']) || undefined;
  const section = card.parentElement && card.parentElement.getAttribute('aria-labelledby');
  return {
    id: first ? first.name : '',
    section: section || '',
    type: isText ? 'text' : first && first.type === 'checkbox' ? 'multiple' : 'single',
    required: !('optional' in dataset),
    showIf: condition[0] ? { item: condition[0], options: condition.slice(1) } : null,
    ...(isText
      ? { maxLength: max }
      : {
          options: controls.map(({ value }) => ({ id: value })),
          min: Number(dataset['min']) || undefined,
          max,
        }),
  };
}

function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

function set(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
