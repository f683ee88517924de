import type { ArrivalBar, ArrivalSeries } from './arrival-bars.ts';

/** Hours that are named below a chart of one or two days. */
const NAMED_HOURS = 6;
const HOURS_OF_DAY = 24;
/** Up to so many hours some of them are named, beyond that the days only. */
const FEW_HOURS = 36;

/** A day without its year, as it stands below a bar: 11-21. */
export const shortDay = (at: string) => at.slice(5, 10);
/** The hour of the day: 14:00. */
export const hourOfDay = (at: string) => `${at.slice(11, 13)}:00`;

/**
 * What stands below each bar where so many labels find room side by side: days counted back from the newest, hours by their
 * midnights. The last bar says that it is now, and what would stand too near to that gives way.
 */
export function tickLabels(series: ArrivalSeries, room: number, now: string): string[] {
  const { span, bars, isGoingOn } = series;
  const last = bars.length - 1;
  const apart = Math.max(1, Math.ceil(bars.length / Math.max(1, room)));
  const labels = span === 'hour' ? hourLabels(bars, room) : dayLabels(bars, apart);
  if (!isGoingOn) return labels;
  return labels.map((label, index) => {
    if (index === last) return now;
    return last - index < apart ? '' : label;
  });
}

function dayLabels(bars: readonly ArrivalBar[], apart: number): string[] {
  const last = bars.length - 1;
  return bars.map(({ at }, index) => ((last - index) % apart === 0 ? shortDay(at) : ''));
}

function hourLabels(bars: readonly ArrivalBar[], room: number): string[] {
  const hours = bars.length <= FEW_HOURS ? NAMED_HOURS : HOURS_OF_DAY;
  const every = bars.length <= room ? 1 : hours;
  const named = bars.filter(({ at }) => hourIn(at) % every === 0);
  const step = Math.max(1, Math.ceil(named.length / Math.max(1, room)));
  return bars.map((bar) => {
    const index = named.indexOf(bar);
    if (index < 0 || (named.length - 1 - index) % step !== 0) return '';
    return hourIn(bar.at) === 0 ? shortDay(bar.at) : hourOfDay(bar.at);
  });
}

const hourIn = (at: string) => Number(at.slice(11, 13));

/** Bars that say their number above them: each that has any where all find room, else the highest, which no other hides. */
export function labelledBars(bars: readonly ArrivalBar[], allFit: boolean): Set<number> {
  const some = bars.flatMap(({ received }, index) => (received > 0 ? [index] : []));
  if (allFit) return new Set(some);
  const most = Math.max(...bars.map(({ received }) => received));
  return new Set(some.filter((index) => bars[index]?.received === most).slice(0, 1));
}

/** A line so many times as high as the highest bar would make all bars flat; words say it then. */
const HIGHEST_LINE = 3;

/** The pace that is needed, a day, where a line can show it: of days, and not far above all of them. */
export function lineOf(
  { span, bars }: ArrivalSeries,
  perDayNeeded: number | null,
): number | undefined {
  if (span !== 'day' || !perDayNeeded) return undefined;
  const most = Math.max(0, ...bars.map(({ received }) => received));
  return perDayNeeded <= most * HIGHEST_LINE ? perDayNeeded : undefined;
}
