import type { CompositeOf } from '../../survey-definitions/composite.ts';
import { compositeItems } from '../../survey-definitions/composite-items.ts';
import {
  compare,
  divide,
  exact,
  type Fraction,
  fraction,
  sum,
} from '../../survey-definitions/fraction.ts';
import { worthOf } from '../../survey-definitions/full-marks.ts';
import { itemsOf, scaleOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { percentOf } from '../percent.ts';
import type { CompositeResult, Given } from './made.ts';

/**
 * What each of one respondent's scored answers to the items that count is worth, in percent of its scale's `outOf`.
 * `chosen`: item -> the options chosen, of the items that apply and were answered readably.
 */
export function scoredAnswers(
  questionnaire: Questionnaire,
  chosen: ReadonlyMap<string, readonly string[]>,
): Fraction[] {
  const counting = new Set(compositeItems(questionnaire));
  return itemsOf(questionnaire).flatMap((item) => {
    const option = counting.has(item.id) ? chosen.get(item.id)?.[0] : undefined;
    const scale = option === undefined ? undefined : scaleOf(questionnaire, item);
    const weight = scale?.options.find(({ id }) => id === option)?.weight;
    if (scale === undefined || weight === undefined) return [];
    return [worthOf(scale, weight)];
  });
}

/** Whether a respondent is one of those counted: whose own unweighted mean of scored answers reaches the threshold. */
export function reachesThreshold(
  { composite }: Questionnaire,
  scored: readonly Fraction[],
): boolean {
  if (composite?.method !== 'persons' || scored.length === 0) return false;
  const own = divide(sum(scored), fraction(scored.length));
  return compare(own, exact(composite.threshold)) >= 0;
}

/**
 * Share of the respondents whose own mean of scored answers reaches the threshold (满意人数占比); whoever gave no scored answer
 * is in no base. Who reaches it is counted when a response is stored: from the counts of options it cannot be told.
 */
export function satisfiedPersons(
  composite: CompositeOf<'persons'>,
  { respondents: base, reaching, rounding }: Pick<Given, 'respondents' | 'reaching' | 'rounding'>,
): CompositeResult {
  const threshold = exact(composite.threshold);
  return {
    value: base === 0 ? null : percentOf(reaching, base, rounding),
    made: { method: 'persons', threshold, reaching, base },
  };
}
