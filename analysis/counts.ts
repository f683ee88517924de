import { itemsOf } from '../survey-definitions/item-options.ts';
import type { Questionnaire } from '../survey-definitions/questionnaire.ts';
import { type RawAnswers, readAnswer } from './answer-reading.ts';
import { applicableItems } from './applicability.ts';
import { reachesThreshold, scoredAnswers } from './composite/persons.ts';
import { type OwnShare, ownShare } from './own-mean.ts';

/** Of the responses, those with a scored answer to at least one item of the composite. */
const IN_COMPOSITE = 'composite';
/** Of those, where the composite is a share of persons: whose own mean reaches the threshold. */
const REACHING = 'persons';

/** One more in a count: of an option, of an item's base (option ''), or of the responses (item ''). */
export interface Contribution {
  item: string;
  option: string;
}

/**
 * How often each option was given: item -> option -> n. Option '' is the item's base; item '' stands for the responses,
 * under '' all of them, under 'composite' those that have a part in the composite, and under 'persons' those of them who
 * reach the threshold of a composite that counts persons.
 */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * What one response adds to the counts: itself once, once more where it has a part in the composite and where it reaches the
 * threshold of persons, each answered applicable item once, and each option chosen. A double mark and an unknown answer cannot be read, so their item is not answered. The write
 * path and the rebuild both call this, which is why they agree.
 */
export function contributionsOf(questionnaire: Questionnaire, answers: RawAnswers): Contribution[] {
  return countedOf(questionnaire, answers).contributions;
}

/** The same, and what it adds to the sums that the uncertainty of the composite is made of. */
export function countedOf(
  questionnaire: Questionnaire,
  answers: RawAnswers,
): { contributions: Contribution[]; own: OwnShare } {
  const applicable = applicableItems(questionnaire, answers);
  const contributions: Contribution[] = [{ item: '', option: '' }];
  const chosen = new Map<string, readonly string[]>();
  for (const item of itemsOf(questionnaire)) {
    if (!applicable.has(item.id)) continue;
    const reading = readAnswer(questionnaire, item, answers);
    if (reading.kind !== 'chosen' && reading.kind !== 'text') continue;
    contributions.push({ item: item.id, option: '' });
    if (reading.kind === 'text') continue;
    chosen.set(item.id, reading.options);
    for (const option of reading.options) contributions.push({ item: item.id, option });
  }
  const scored = scoredAnswers(questionnaire, chosen);
  if (scored.length > 0) contributions.push({ item: '', option: IN_COMPOSITE });
  if (reachesThreshold(questionnaire, scored)) contributions.push({ item: '', option: REACHING });
  return { contributions, own: ownShare(questionnaire, applicable, chosen) };
}

/** How many responses were counted. */
export function countResponses(counts: Counts): number {
  return counts.get('')?.get('') ?? 0;
}

/** How many responses have a scored answer to at least one item of the composite: the composite's base. */
export function countInComposite(counts: Counts): number {
  return counts.get('')?.get(IN_COMPOSITE) ?? 0;
}

/** Of the composite's base, how many reach the threshold of a composite that counts persons. */
export function countReaching(counts: Counts): number {
  return counts.get('')?.get(REACHING) ?? 0;
}

/** How many answered an item, with a scored option or another: for an item without a scale its base (答题人数). */
export function countAnswers(counts: Counts, item: string): number {
  return counts.get(item)?.get('') ?? 0;
}

/** How many answers to an item chose an option. */
export function countChoices(counts: Counts, item: string, option: string): number {
  return counts.get(item)?.get(option) ?? 0;
}
