import { itemsOf, optionsOf } from '../survey-definitions/item-options.ts';
import type { Questionnaire } from '../survey-definitions/questionnaire.ts';
import type { EndingReason } from '../survey-definitions/response.ts';
import { type RawAnswers, readAnswer } from './answer-reading.ts';

/** Which items apply to some answers, and whether one of them ended the questionnaire. */
export interface Applicability {
  /** Ids of the items that apply. */
  items: Set<string>;
  /**
   * Id of the item whose answer says that whoever answers does not belong to the group (an option with `endsHere`): no
   * later item applies. undefined where none does.
   */
  endedAt: string | undefined;
  /** Why it ended there: `screened-out` by the questionnaire itself, `quota-full` by the survey's plan. */
  because: EndingReason | undefined;
}

/**
 * Ids of the items that apply to these answers, and where they end the questionnaire. An item with show-if applies where
 * the item it names applies itself and was answered with one of the options named; a double mark says neither, and ends
 * nothing. What does not apply is ignored in the counts and is out of the base, even where it was answered: a form without
 * script shows every item. `quotaAt` is the id of the item at which a full quota (配额) ends it: of a single choice that was
 * answered; anything else ends nothing.
 */
export function applicability(
  questionnaire: Questionnaire,
  answers: RawAnswers,
  quotaAt?: string,
): Applicability {
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
    const ending = optionsOf(questionnaire, item).filter(({ endsHere }) => endsHere);
    const atQuota = item.id === quotaAt && item.type === 'single';
    if (!deciding.has(item.id) && ending.length === 0 && !atQuota) continue;
    const reading = readAnswer(questionnaire, item, answers);
    if (reading.kind !== 'chosen') continue;
    chosen.set(item.id, reading.options);
    if (ending.some(({ id }) => reading.options.includes(id)))
      return { items: applicable, endedAt: item.id, because: 'screened-out' };
    if (atQuota) return { items: applicable, endedAt: item.id, because: 'quota-full' };
  }
  return { items: applicable, endedAt: undefined, because: undefined };
}

/** Ids of the items that apply to these answers. */
export function applicableItems(questionnaire: Questionnaire, answers: RawAnswers): Set<string> {
  return applicability(questionnaire, answers).items;
}

/** The answers without those to items after the one that ended the questionnaire: nobody asked for them, and none is kept. */
export function answersToTheEnd<A extends RawAnswers>(
  questionnaire: Questionnaire,
  answers: A,
  quotaAt?: string,
): A {
  const { endedAt } = applicability(questionnaire, answers, quotaAt);
  if (endedAt === undefined) return answers;
  const items = itemsOf(questionnaire).map(({ id }) => id);
  const later = new Set(items.slice(items.indexOf(endedAt) + 1));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !later.has(id))) as A;
}
