import {
  dayInChina,
  daysAfter,
  hourInChina,
  hoursAfter,
} from '../../../survey-definitions/china-time.ts';
import { DISPOSITIONS, type Disposition } from '../../../survey-definitions/response.ts';
import type { DayProgress, HourProgress } from '../api/surveys.ts';

export const BAR_SPANS = ['hour', 'day', 'week'] as const;
export type BarSpan = (typeof BAR_SPANS)[number];

/** The key of what became of responses: `onHold` of those on hold. */
export const keyOf = (disposition: Disposition) =>
  disposition === 'on-hold' ? ('onHold' as const) : disposition;
const KEYS = ['received', ...DISPOSITIONS.map(keyOf)] as const;

/** Counts of what came in, and of what became of it. */
export type Arrived = Pick<DayProgress, (typeof KEYS)[number]>;

/** What came in during an hour, a day or a week; none is left out, so that an hour without any is seen to be one. */
export interface ArrivalBar extends Arrived {
  /** When it begins, in China: 2026-11-21T14 of an hour, 2026-11-21 of a day or a week. */
  at: string;
}

export interface ArrivalSeries {
  span: BarSpan;
  /** The newest last. */
  bars: ArrivalBar[];
  /** Whether the last one is not over yet. */
  isGoingOn: boolean;
}

/** More days than these are drawn week by week: on a phone a bar would be thinner than two pixels. */
const MOST_DAYS = 120;
const DAYS_OF_WEEK = 7;
/** As far back as the server tells hours. */
const MOST_HOURS = 7 * 24;

/** Day by day over all channels; up to `now`, an ISO 8601 time, where more may come. */
export function dayBars(byDay: readonly DayProgress[], now?: string): ArrivalSeries {
  const came = sumsBy(byDay, ({ day }) => day);
  const [first, last] = endsOf(came);
  if (first === undefined || last === undefined) return nothing('day');
  const today = now === undefined ? last : dayInChina(now);
  const days: string[] = [];
  for (let day = first; day <= later(last, today); day = daysAfter(day, 1)) days.push(day);
  const isGoingOn = now !== undefined && days.at(-1) === today;
  const bars = days.map((day) => barOf(day, came));
  return days.length <= MOST_DAYS
    ? { span: 'day', bars, isGoingOn }
    : { span: 'week', bars: weeksOf(bars), isGoingOn };
}

/** Hour by hour over all channels; up to `now`, where more may come and that is within the days that hours are told of. */
export function hourBars(byHour: readonly HourProgress[], now?: string): ArrivalSeries {
  const came = sumsBy(byHour, ({ hour }) => hour);
  const [first, last] = endsOf(came);
  if (first === undefined || last === undefined) return nothing('hour');
  const thisHour = now === undefined ? last : hourInChina(now);
  const reachesNow = thisHour < hoursAfter(first, MOST_HOURS);
  const end = reachesNow ? later(last, thisHour) : last;
  const hours: string[] = [];
  for (let hour = first; hour <= end; hour = hoursAfter(hour, 1)) hours.push(hour);
  const isGoingOn = now !== undefined && end === thisHour;
  return { span: 'hour', bars: hours.map((hour) => barOf(hour, came)), isGoingOn };
}

const nothing = (span: BarSpan): ArrivalSeries => ({ span, bars: [], isGoingOn: false });
const later = (one: string, other: string) => (one > other ? one : other);

/** Of several lines or bars together. */
export function sumOf(arrived: readonly Arrived[]): Arrived {
  const sums = KEYS.map((key) => [key, arrived.reduce((sum, each) => sum + each[key], 0)]);
  return Object.fromEntries(sums) as Arrived;
}

const NONE = sumOf([]);

type Sums = ReadonlyMap<string, Arrived>;

function sumsBy<T extends Arrived>(lines: readonly T[], at: (line: T) => string): Sums {
  const sums = new Map<string, Arrived>();
  for (const line of lines) sums.set(at(line), sumOf([sums.get(at(line)) ?? NONE, line]));
  return sums;
}

function endsOf(sums: Sums): [first: string | undefined, last: string | undefined] {
  const times = [...sums.keys()].sort();
  return [times[0], times.at(-1)];
}

function barOf(at: string, sums: Sums): ArrivalBar {
  return { at, ...(sums.get(at) ?? NONE) };
}

/** Weeks from the first day on, each named by its first day. */
function weeksOf(days: readonly ArrivalBar[]): ArrivalBar[] {
  return days.flatMap(({ at }, index) => {
    if (index % DAYS_OF_WEEK !== 0) return [];
    return [{ at, ...sumOf(days.slice(index, index + DAYS_OF_WEEK)) }];
  });
}

/** A line of the table: a bar, or several without anything in a row. */
export interface ArrivalLine extends ArrivalBar {
  /** The last of several; undefined where it is one. */
  until?: string;
}

/** Of fewer than these each keeps its line. */
const FEWEST_TOGETHER = 3;

/** The same bars as lines of a table, the newest first; long stretches without anything, as nights are, in one line. */
export function linesOf(bars: readonly ArrivalBar[]): ArrivalLine[] {
  const lines: ArrivalLine[] = [];
  let empty: ArrivalBar[] = [];
  const put = () => {
    const [first, last] = [empty[0], empty.at(-1)];
    if (first && last && empty.length >= FEWEST_TOGETHER)
      lines.push({ at: first.at, until: last.at, ...NONE });
    else lines.push(...empty);
    empty = [];
  };
  for (const bar of bars) {
    if (bar.received === 0) empty.push(bar);
    else {
      put();
      lines.push(bar);
    }
  }
  put();
  return lines.reverse();
}
