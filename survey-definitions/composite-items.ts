import { itemsOf } from './item-options.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * Ids of the satisfaction items that describe the group: those of the sections with that role, or all of them where no
 * section has it. Their mean is the composite of a questionnaire that names no method.
 */
export function satisfactionItems(questionnaire: Questionnaire): string[] {
  const sections = questionnaire.sections.filter((section) => section.role === 'satisfaction');
  const items =
    sections.length > 0 ? sections.flatMap((section) => section.items) : itemsOf(questionnaire);
  return items.filter((item) => item.type === 'satisfaction').map((item) => item.id);
}

/** Ids of the items that count in the composite, in the order they are asked. */
export function compositeItems(questionnaire: Questionnaire): string[] {
  const { composite } = questionnaire;
  const named = composite === undefined ? undefined : namedItems(composite);
  if (named === undefined) return satisfactionItems(questionnaire);
  return itemsOf(questionnaire)
    .filter((item) => item.type === 'satisfaction' && named.has(item.id))
    .map((item) => item.id);
}

function namedItems(
  composite: NonNullable<Questionnaire['composite']>,
): ReadonlySet<string> | undefined {
  switch (composite.method) {
    case 'items':
      return composite.weights && new Set(Object.keys(composite.weights));
    case 'dimensions':
      return new Set(composite.dimensions.flatMap(({ items }) => items));
    case 'overall':
      return new Set([composite.item]);
    case 'pooled':
    case 'top':
    case 'persons':
      return undefined;
  }
}
