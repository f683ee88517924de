// Days and times are China's everywhere: UTC+8 all year, without summer time.

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

const shifted = (time: string): string =>
  new Date(Date.parse(time) + CHINA_OFFSET_MS).toISOString();

/** The calendar day in China, such as 2026-11-21, of an ISO 8601 time: an evaluator's day, not Greenwich's. */
export const dayInChina = (time: string): string => shifted(time).slice(0, 10);

/** The time in China to the minute, such as 2026-11-21 14:05, of an ISO 8601 time. */
export const minuteInChina = (time: string): string => shifted(time).slice(0, 16).replace('T', ' ');
