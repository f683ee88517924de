import { dayInChina, daysAfter, endOfDayInChina } from './china-time.ts';

/** For so many days an evaluation says that its single answers are going to be removed. */
export const NOTICE_DAYS = 30;

/** The latest day that may be named, so that a day has always four figures of a year. */
export const LAST_KEPT_DAY = '9998-12-31';

/** The earliest day until which single answers may be kept, as decided at a moment (ISO 8601): notice is always given. */
export const earliestKeptUntil = (now: string): string => daysAfter(dayInChina(now), NOTICE_DAYS);

/** How single answers of an evaluation are kept that are kept until a day (2027-12-31, in China). */
export interface Retention {
  until: string;
  /** ISO 8601 UTC: when that day is over. */
  removesAt: string;
  /** Whether it is so near that the evaluation has to say so. */
  notice: boolean;
}

/** At a moment (ISO 8601); null where they are kept as long as the evaluation. */
export function retentionAt(until: string | null, now: string): Retention | null {
  if (until === null) return null;
  return { until, removesAt: endOfDayInChina(until), notice: dayInChina(now) >= noticeFrom(until) };
}

/** The first day on which an evaluation says so. */
const noticeFrom = (until: string): string => daysAfter(until, -NOTICE_DAYS);

/** The moment, ISO 8601 UTC, from which an evaluation says so. */
export const noticeBegins = (until: string): string =>
  endOfDayInChina(daysAfter(noticeFrom(until), -1));
