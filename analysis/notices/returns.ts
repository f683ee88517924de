import { dayInChina } from '../../survey-definitions/china-time.ts';
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
} from '../../survey-definitions/fraction.ts';
import { paceOf } from '../pace.ts';
import { roundDown } from '../rounding.ts';
import { DAY_MS, endOf, type FieldworkFacts } from './facts.ts';
import type { Notice } from './notice.ts';

/** In percent of the plan: below it an evaluation has to say in its report why so few came back. */
export const SHARE_OF_PLAN = 80;
/** Below it a mean says little of a group: its error is wide, and the central limit theorem does not help yet. */
export const FEWEST_VALID = 30;
/** One day says nothing of a pace, least of all the one it was opened on. */
const LEAST_DAYS_OF_PACE = 2;

/** That too little comes back: before the end, where it will at this pace, and at the end, where it has. */
export function returnNotices(facts: FieldworkFacts): Notice[] {
  const { inSight, near } = endOf(facts);
  const isLow = isBelowShare(facts, fraction(facts.received));
  const atEnd = near || facts.state === 'closed';
  return [
    ...(isLow && atEnd ? [belowPlan(facts)] : []),
    ...(isLow && inSight && !atEnd ? lowReturns(facts) : []),
  ];
}

const isBelowShare = ({ planned }: FieldworkFacts, received: Fraction): boolean =>
  compare(received, fraction(planned * SHARE_OF_PLAN, 100)) < 0;

function belowPlan(facts: FieldworkFacts): Notice {
  const { received, planned } = facts;
  return {
    id: `below-plan:${endDay(facts)}`,
    code: 'below-plan',
    values: { received, planned, share: SHARE_OF_PLAN, ...untilEnd(facts) },
  };
}

/** What will have come in by the end, at the pace of the last full days. */
function lowReturns(facts: FieldworkFacts): Notice[] {
  const { received, planned } = facts;
  const { leftMs } = endOf(facts);
  const days = paceDays(facts);
  if (days === undefined) return [];
  const came = days.reduce((sum, n) => sum + n, 0);
  const more = multiply(fraction(came, days.length), fraction(leftMs, DAY_MS));
  const expected = add(fraction(received), roundDown(more));
  if (!isBelowShare(facts, expected)) return [];
  return [
    {
      id: `low-returns:${endDay(facts)}`,
      code: 'low-returns',
      values: { received, planned, expected, share: SHARE_OF_PLAN, ...untilEnd(facts) },
    },
  ];
}

/** Full days that a pace can be taken of; undefined where it is too early for one. */
function paceDays({ received, lastDays, openedAt, now }: FieldworkFacts) {
  if (lastDays.length >= LEAST_DAYS_OF_PACE) return lastDays;
  if (received > 0 || openedAt === null) return undefined;
  const openFor = now.getTime() - openedAt.getTime();
  return openFor >= LEAST_DAYS_OF_PACE * DAY_MS ? [0] : undefined;
}

/** Another end is another matter: that it was put off did not help. */
const endDay = ({ closesAt }: FieldworkFacts): string =>
  closesAt === null ? 'no-end' : dayInChina(closesAt.toISOString());

/** How long there is, and the pace that is needed; nothing once it is closed, be it by hand before its end. */
function untilEnd(facts: FieldworkFacts) {
  const { state, planned, received, closesAt, now, lastDays } = facts;
  if (state === 'closed') return {};
  const { hoursLeft, perDayNeeded } = paceOf({ planned, received, closesAt, now, lastDays });
  return {
    ...(closesAt && { closesAt: closesAt.toISOString() }),
    ...(hoursLeft && { hoursLeft }),
    ...(perDayNeeded && { perDayNeeded }),
  };
}

/**
 * That there are fewer valid responses than a group's number should rest on: of a formal survey, since a pilot gives none, and
 * not where everybody is asked and there are no more.
 */
export function fewValidNotices(facts: FieldworkFacts): Notice[] {
  const { state, phase, valid, sampling, population } = facts;
  const isAll = sampling === 'census' && population !== null && population < FEWEST_VALID;
  const atEnd = state === 'closed' || endOf(facts).near;
  if (phase !== 'formal' || isAll || !atEnd || valid >= FEWEST_VALID) return [];
  return [{ id: 'few-valid', code: 'few-valid', values: { valid, fewest: FEWEST_VALID } }];
}
