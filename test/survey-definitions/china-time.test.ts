import { describe, expect, it } from 'vitest';
import { dayInChina, minuteInChina } from '../../survey-definitions/china-time.ts';

describe('a time in China', () => {
  it.each([
    ['2026-11-21T06:05:59.999Z', '2026-11-21 14:05'],
    ['2026-11-21T15:59:00.000Z', '2026-11-21 23:59'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22 00:00'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01 00:00'],
    ['2026-11-21T23:59:00+08:00', '2026-11-21 23:59'],
    ['2026-07-01T10:59:00-05:00', '2026-07-01 23:59'],
  ])('of %s is %s', (time, minute) => {
    expect(minuteInChina(time)).toBe(minute);
    expect(dayInChina(time)).toBe(minute.slice(0, 10));
  });
});
