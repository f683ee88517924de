import { describe, expect, it } from 'vitest';
import {
  dayInChina,
  minuteInChina,
  momentInChina,
  yearInChina,
} from '../../survey-definitions/china-time.ts';

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

describe('a time that somebody in China means', () => {
  it.each([
    ['2026-11-21 23:59', '2026-11-21T15:59:00.000Z'],
    ['2026-11-21T23:59', '2026-11-21T15:59:00.000Z'],
    [' ２０２６－１１－２１　２３：５９ ', '2026-11-21T15:59:00.000Z'],
    ['2026–11—21\u00a023:59', '2026-11-21T15:59:00.000Z'],
    ['\u200b2026-11-21 \u300023:\u206059', '2026-11-21T15:59:00.000Z'],
    ['2026/1/2 8:05', '2026-01-02T00:05:00.000Z'],
    ['2026年11月21日 9时30分', '2026-11-21T01:30:00.000Z'],
    ['2026-01-01 00:00', '2025-12-31T16:00:00.000Z'],
    ['2024-02-29 12:00', '2024-02-29T04:00:00.000Z'],
  ])('%s', (typed, moment) => {
    expect(momentInChina(typed)).toBe(moment);
    expect(momentInChina(minuteInChina(moment))).toBe(moment);
  });

  it.each([
    '',
    '2026-11-21',
    '23:59',
    '2026-02-30 12:00',
    '2026-11-21 24:00',
    '2026-13-01 12:00',
    '明天',
  ])('is not to be had of “%s”', (typed) => {
    expect(momentInChina(typed)).toBeUndefined();
  });

  it('begins a year eight hours before Greenwich', () => {
    expect(yearInChina('2026-12-31T15:59:59Z')).toBe(2026);
    expect(yearInChina('2026-12-31T16:00:00Z')).toBe(2027);
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'is the same on a computer in %s',
    (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        expect(momentInChina('2026-11-21 23:59')).toBe('2026-11-21T15:59:00.000Z');
        expect(minuteInChina('2026-11-21T15:59:00Z')).toBe('2026-11-21 23:59');
        expect(dayInChina('2026-11-21T15:59:00Z')).toBe('2026-11-21');
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );
});
