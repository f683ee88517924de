import { foldSpaced } from './typed-text.ts';

// Days and times are China's everywhere: UTC+8 all year, without summer time.

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

const shifted = (time: string): string =>
  new Date(Date.parse(time) + CHINA_OFFSET_MS).toISOString();

/** The calendar day in China, such as 2026-11-21, of an ISO 8601 time: an evaluator's day, not Greenwich's. */
export const dayInChina = (time: string): string => shifted(time).slice(0, 10);

/** The time in China to the minute, such as 2026-11-21 14:05, of an ISO 8601 time. */
export const minuteInChina = (time: string): string => shifted(time).slice(0, 16).replace('T', ' ');

/** The same to the second: 2026-11-21 14:05:10. */
export const secondInChina = (time: string): string => shifted(time).slice(0, 19).replace('T', ' ');

/** The hour in China, such as 2026-11-21T14, of an ISO 8601 time. */
export const hourInChina = (time: string): string => shifted(time).slice(0, 13);

const TYPED =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?[\sT]+(\d{1,2})\s*[:时]\s*(\d{2})\s*分?$/;

/**
 * The moment, ISO 8601 UTC, that a person means who writes 2026-11-21 23:59, be it with full-width digits, slashes or
 * 年月日; undefined where it is no time, as 2026-02-30 or a day alone.
 */
export function momentInChina(typed: string): string | undefined {
  const parts = TYPED.exec(foldSpaced(typed));
  if (!parts) return undefined;
  const [year = '', ...rest] = parts.slice(1);
  const [month, day, hour, minute] = rest.map((part) => part.padStart(2, '0'));
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:00+08:00`);
  if (Number.isNaN(moment.getTime())) return undefined;
  const iso = moment.toISOString();
  // A day that the month does not have would otherwise be one of the next month.
  return minuteInChina(iso) === `${year}-${month}-${day} ${hour}:${minute}` ? iso : undefined;
}

/** The calendar day, such as 2026-11-21, that a person means who writes 2026/11/21 or 2026年11月21日; undefined where it is none. */
export function dayTyped(typed: string): string | undefined {
  const midnight = momentInChina(`${typed} 00:00`);
  return midnight && dayInChina(midnight);
}

/** Whether a text is a calendar day written as 2026-11-21. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** The year in China. */
export const yearInChina = (time: string): number => Number(shifted(time).slice(0, 4));

/** The calendar day so many days after another, both as 2026-11-21. */
export function daysAfter(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);
}

/** The hour so many hours after another, both as 2026-11-21T14. */
export function hoursAfter(hour: string, n: number): string {
  return new Date(Date.parse(`${hour}:00:00Z`) + n * HOUR_MS).toISOString().slice(0, 13);
}

/** The moment, ISO 8601 UTC, at which a day in China begins. */
export const startOfDayInChina = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString();

/** The moment, ISO 8601 UTC, at which a day in China is over: midnight of the next. */
export const endOfDayInChina = (day: string): string =>
  new Date(Date.parse(startOfDayInChina(day)) + DAY_MS).toISOString();
