import { type Fraction, fraction } from '../survey-definitions/fraction.ts';
import { itemsOf, optionsOf } from '../survey-definitions/item-options.ts';
import type { Questionnaire } from '../survey-definitions/questionnaire.ts';
import { applicableItems } from './applicability.ts';
import { type RawAnswers, readAnswer } from './reading.ts';

/** One more in a count: of an option, of an item's base (option ''), or of the responses (item '' and option ''). */
export interface Contribution {
  item: string;
  option: string;
}

/** How often each option was given: item -> option -> n. Option '' is the item's base, item '' the responses. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface OptionFrequency {
  id: string;
  count: number;
  /** 100 × count / base, exact; null where the base is empty. */
  percent: Fraction | null;
}
export interface ItemFrequency {
  id: string;
  /** How many answers the shares are taken of (答题人数). */
  base: number;
  /** In the order of the definition; empty for a text item. */
  options: OptionFrequency[];
}

/**
 * What one response adds to the counts: itself once, each answered applicable item once, and each option
 * chosen. A double mark and an unknown answer cannot be read, so their item is not answered. The write
 * path and the rebuild both call this, which is why they agree.
 */
export function contributionsOf(questionnaire: Questionnaire, answers: RawAnswers): Contribution[] {
  const applicable = applicableItems(questionnaire, answers);
  const contributions: Contribution[] = [{ item: '', option: '' }];
  for (const item of itemsOf(questionnaire)) {
    if (!applicable.has(item.id)) continue;
    const reading = readAnswer(questionnaire, item, answers);
    if (reading.kind !== 'chosen' && reading.kind !== 'text') continue;
    contributions.push({ item: item.id, option: '' });
    if (reading.kind === 'text') continue;
    for (const option of reading.options) contributions.push({ item: item.id, option });
  }
  return contributions;
}

/** The count of an option, of a base (option ''), or of the responses (item '' and option ''); 0 where none came. */
export function countOf(counts: Counts, item: string, option: string): number {
  return counts.get(item)?.get(option) ?? 0;
}

/** Base, counts and exact percentages of every item, in the order of the questionnaire. */
export function frequencies(questionnaire: Questionnaire, counts: Counts): ItemFrequency[] {
  return itemsOf(questionnaire).map((item) => {
    const base = countOf(counts, item.id, '');
    const options = optionsOf(questionnaire, item).map(({ id }) => {
      const count = countOf(counts, item.id, id);
      return { id, count, percent: base === 0 ? null : fraction(100 * count, base) };
    });
    return { id: item.id, base, options };
  });
}
