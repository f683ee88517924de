import type { Item, Questionnaire } from './questionnaire.ts';
import type { Text } from './text.ts';

// Apart from the schema of a questionnaire, so that a browser can read one without loading Zod.

/** Every item in the order it is asked. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
  return questionnaire.sections.flatMap((section) => section.items);
}

/** The options of an item in order: its own, or its scale's; none for text. */
export function optionsOf(
  questionnaire: Questionnaire,
  item: Item,
): { id: string; label: Text; weight?: number }[] {
  if (item.type === 'text') return [];
  if (item.type !== 'satisfaction') return item.options;
  return questionnaire.scales.find((scale) => scale.id === item.scale)?.options ?? [];
}
