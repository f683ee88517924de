import { type Fraction, ZERO } from '../survey-definitions/fraction.ts';
import { itemsOf, optionsOf } from '../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../survey-definitions/questionnaire.ts';
import { type Counts, countAnswers, countChoices, countResponses } from './counts.ts';
import { percentOf } from './percent.ts';

/**
 * Why counts do not tell of how many responses an item was asked: it depends on several options of which one response may
 * have marked more than one, or on some that ended the questionnaire after its condition was met.
 */
export const ASKED_UNKNOWN = ['several-marks', 'ended-between'] as const;
export type AskedUnknown = (typeof ASKED_UNKNOWN)[number];

/** A part of some responses; the share in percent, null of none. */
export interface Share {
  n: number;
  percent: Fraction | null;
}

/** How far an item was left unanswered by those whom it was put to, and answered without a grade. */
export interface ItemNonresponse {
  id: string;
  /** Responses to which it applied. */
  asked: number | null;
  /** null where `asked` is known. */
  askedUnknown: AskedUnknown | null;
  answered: number;
  /** Of those asked, the ones without a readable answer (题目无回答); null where it is not known how many were asked. */
  nonResponse: Share | null;
  /** Of the answers, those that chose an unscored option; null where the item has none beside grades. */
  unscored: Share | null;
}

/** Of every item, from counts alone: exactly, or not at all with the reason. */
export function itemNonresponse(questionnaire: Questionnaire, counts: Counts): ItemNonresponse[] {
  return itemsOf(questionnaire).map((item) => {
    const answered = countAnswers(counts, item.id);
    const asked = askedOf(questionnaire, counts, item);
    const isKnown = typeof asked === 'number';
    return {
      id: item.id,
      asked: isKnown ? asked : null,
      askedUnknown: isKnown ? null : asked,
      answered,
      nonResponse: isKnown ? shareOf(asked - answered, asked) : null,
      unscored: unscoredOf(questionnaire, counts, item, answered),
    };
  });
}

/** Responses to which the item applied: all that had not ended before, or those that met its condition. */
function askedOf(questionnaire: Questionnaire, counts: Counts, item: Item): number | AskedUnknown {
  const items = itemsOf(questionnaire);
  const place = items.indexOf(item);
  const condition = item.showIf;
  if (condition === undefined) {
    const ended = items.slice(0, place).map((earlier) => endedAt(questionnaire, counts, earlier));
    return ended.includes(null)
      ? 'ended-between'
      : ended.reduce<number>((left, n) => left - (n ?? 0), countResponses(counts));
  }
  const on = items.find(({ id }) => id === condition.item);
  if (on === undefined) return 0;
  const several = on.type === 'multiple';
  // Whoever ended at the condition's own item chose another option there, unless he could mark several.
  const between = items.slice(items.indexOf(on) + (several ? 0 : 1), place);
  if (between.some((each) => endedAt(questionnaire, counts, each) !== 0)) return 'ended-between';
  const meeting = optionsOf(questionnaire, on)
    .filter(({ id, endsHere }) => condition.options.includes(id) && !endsHere)
    .map(({ id }) => countChoices(counts, on.id, id));
  const given = meeting.filter((n) => n > 0);
  if (several && given.length > 1) return 'several-marks';
  return given.reduce((all, n) => all + n, 0);
}

/** Responses that ended at an item; null where one of them may have marked several options that end it. */
function endedAt(questionnaire: Questionnaire, counts: Counts, item: Item): number | null {
  const ended = optionsOf(questionnaire, item)
    .filter(({ endsHere }) => endsHere)
    .map(({ id }) => countChoices(counts, item.id, id))
    .filter((n) => n > 0);
  if (item.type === 'multiple' && ended.length > 1) return null;
  return ended.reduce((all, n) => all + n, 0);
}

function unscoredOf(
  questionnaire: Questionnaire,
  counts: Counts,
  item: Item,
  answered: number,
): Share | null {
  const options = optionsOf(questionnaire, item);
  const unscored = options.filter(({ weight }) => weight === undefined);
  if (unscored.length === 0 || unscored.length === options.length) return null;
  return shareOf(
    unscored.reduce((all, { id }) => all + countChoices(counts, item.id, id), 0),
    answered,
  );
}

const shareOf = (n: number, of: number): Share => ({
  n,
  percent: of === 0 ? null : n === 0 ? ZERO : percentOf(n, of, 'exact'),
});
