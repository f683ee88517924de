import { compare, type Fraction, fraction, max } from '../../survey-definitions/fraction.ts';
import type { FieldworkFacts } from './facts.ts';
import type { Notice } from './notice.ts';

/** A family shares a telephone, and so do two colleagues: fewer say nothing. */
const FEWEST_OF_DEVICE = 5;
/** In percent of what came in online: below it a group's number hardly moves, whatever is behind them. */
const SHARE_OF_DEVICE = 10;

/** That many responses came from devices that had answered before. */
export function sameDeviceNotices({ sameDevice: n, receivedOnline }: FieldworkFacts): Notice[] {
  if (n < FEWEST_OF_DEVICE || n * 100 < receivedOnline * SHARE_OF_DEVICE) return [];
  return [{ id: 'same-device', code: 'same-device', values: { n, received: receivedOnline } }];
}

/** As many as one hall sends in after a word of thanks; of a large survey more are ordinary. */
const FEWEST_IN_A_MINUTE = 10;
const PERCENT_IN_A_MINUTE = 2;

/** How many responses within a minute are many for a survey of this plan. */
export const manyInAMinute = (planned: number): Fraction =>
  max(fraction(FEWEST_IN_A_MINUTE), fraction(planned * PERCENT_IN_A_MINUTE, 100));

/** That many came in within a minute: one a day, with its busiest minute, so that another day's is another matter. */
export function burstNotices({ minutes, planned }: FieldworkFacts): Notice[] {
  const least = manyInAMinute(planned);
  const busy = minutes.filter(({ n }) => compare(fraction(n), least) >= 0);
  const days = [...new Set(busy.map(({ minute }) => dayOf(minute)))].sort().reverse();
  return days.map((day) => {
    const ofDay = busy.filter(({ minute }) => dayOf(minute) === day);
    const { minute, n } = ofDay.reduce((most, each) => (isMore(each, most) ? each : most));
    return {
      id: `burst:${day}`,
      code: 'burst' as const,
      values: { n, minute, minutes: ofDay.length },
    };
  });
}

const dayOf = (minute: string): string => minute.slice(0, 10);

/** The first of equals, in whatever order they come. */
const isMore = (a: { minute: string; n: number }, b: { minute: string; n: number }): boolean =>
  a.n > b.n || (a.n === b.n && a.minute < b.minute);
