import { itemsOf } from '../survey-definitions/item-options.ts';
import type { Questionnaire } from '../survey-definitions/questionnaire.ts';
import { type RawAnswers, readAnswer } from './answer-reading.ts';

/**
 * Ids of the items that apply to these answers. An item with show-if applies where the item it names
 * applies itself and was answered with one of the options named; a double mark says neither. What does
 * not apply is ignored in the counts and is out of the base, even where it was answered: a form without
 * script shows every item.
 */
export function applicableItems(questionnaire: Questionnaire, answers: RawAnswers): Set<string> {
  const applicable = new Set<string>();
  const chosen = new Map<string, readonly string[]>();
  const items = itemsOf(questionnaire);
  // Most items decide nothing about others, and this runs for every response.
  const deciding = new Set(items.flatMap(({ showIf }) => (showIf ? [showIf.item] : [])));
  for (const item of items) {
    const condition = item.showIf;
    const met =
      condition === undefined ||
      chosen.get(condition.item)?.some((option) => condition.options.includes(option)) === true;
    if (!met) continue;
    applicable.add(item.id);
    if (!deciding.has(item.id)) continue;
    const reading = readAnswer(questionnaire, item, answers);
    if (reading.kind === 'chosen') chosen.set(item.id, reading.options);
  }
  return applicable;
}
