import { itemsOf } from '../survey-definitions/item-options.ts';
import type { Questionnaire } from '../survey-definitions/questionnaire.ts';

/**
 * Ids of the items whose mean is the composite: the satisfaction items of the sections with that role, or
 * every satisfaction item where no section has it.
 */
export function compositeItems(questionnaire: Questionnaire): string[] {
  const sections = questionnaire.sections.filter((section) => section.role === 'satisfaction');
  const items =
    sections.length > 0 ? sections.flatMap((section) => section.items) : itemsOf(questionnaire);
  return items.filter((item) => item.type === 'satisfaction').map((item) => item.id);
}
