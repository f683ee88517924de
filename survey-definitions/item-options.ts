import type { Exact } from './exact.ts';
import type { Item, Questionnaire, Scale, ScaleOption } from './questionnaire.ts';
import type { Text } from './text.ts';

// Apart from the schema of a questionnaire, so that a browser can read one without loading Zod.

/** Every item in the order it is asked. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
  return questionnaire.sections.flatMap((section) => section.items);
}

/** An option as its item offers it: `weight` of a grade alone, `exclusive` and `endsHere` of an item's own options. */
export interface OfferedOption {
  id: string;
  label: Text;
  weight?: Exact | undefined;
  exclusive?: boolean | undefined;
  endsHere?: boolean | undefined;
}

/** The options of an item in order: its own, or its scale's; none for text. */
export function optionsOf(questionnaire: Questionnaire, item: Item): OfferedOption[] {
  if (item.type === 'text') return [];
  if (item.type !== 'satisfaction') return item.options;
  return scaleOf(questionnaire, item)?.options ?? [];
}

/** Whether one of its options says that whoever chooses it does not belong to the group. */
export function mayEndEarly(questionnaire: Questionnaire): boolean {
  return itemsOf(questionnaire).some((item) =>
    optionsOf(questionnaire, item).some(({ endsHere }) => endsHere === true),
  );
}

/** The scale of a satisfaction item. */
export function scaleOf(questionnaire: Questionnaire, item: Item): Scale | undefined {
  if (item.type !== 'satisfaction') return undefined;
  return questionnaire.scales.find((scale) => scale.id === item.scale);
}

/** The options of a scale that have a weight, best first. */
export function gradesOf(scale: Scale): Grade[] {
  return scale.options.filter((option): option is Grade => option.weight !== undefined);
}
export type Grade = ScaleOption & { weight: Exact };
