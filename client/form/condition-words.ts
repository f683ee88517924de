import { fill } from './fill.ts';
import type { CardItem } from './page.ts';
import type { Words } from './words.ts';

/** “Only if you chose … in question 4”, for a page that shows every item. */
export function conditionWords(
  item: CardItem,
  items: CardItem[],
  words: Words,
): string | undefined {
  const { showIf } = item;
  if (!showIf) return undefined;
  const index = items.findIndex((other) => other.id === showIf.item);
  const labels = (items[index]?.options || [])
    .filter((option) => showIf.options.includes(option.id))
    .map((option) => fill(words.quoted, { text: option.label }));
  return fill(words.onlyIf, { n: index + 1, options: labels.join(words.or) });
}
