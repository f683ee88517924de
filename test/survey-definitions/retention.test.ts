import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInChina, daysAfter, endOfDayInChina } from '../../survey-definitions/china-time.ts';
import {
  earliestKeptUntil,
  NOTICE_DAYS,
  noticeBegins,
  retentionAt,
} from '../../survey-definitions/retention.ts';

const anyMoment = fc
  .date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2200-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

describe('days in China', () => {
  it('end at midnight there, and the next begins', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const day = dayInChina(moment);
        const end = endOfDayInChina(day);
        const last = new Date(Date.parse(end) - 1).toISOString();
        expect(dayInChina(end)).toBe(daysAfter(day, 1));
        expect(dayInChina(last)).toBe(day);
        expect(moment < end).toBe(true);
      }),
    );
  });

  it('follow one another over months, leap days and years', () => {
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysAfter('2027-12-31', 1)).toBe('2028-01-01');
    expect(daysAfter('2028-03-30', -30)).toBe('2028-02-29');
    expect(endOfDayInChina('2027-12-31')).toBe('2027-12-31T16:00:00.000Z');
  });
});

describe('until when single answers are kept', () => {
  it('leaves thirty whole days from whenever it is decided, for all of which notice is given', () => {
    fc.assert(
      fc.property(anyMoment, fc.nat(400), (moment, later) => {
        const until = daysAfter(earliestKeptUntil(moment), later);
        const { removesAt, notice } = retentionAt(until, moment) ?? {};
        const msLeft = Date.parse(removesAt ?? '') - Date.parse(moment);
        expect(msLeft).toBeGreaterThan(NOTICE_DAYS * 24 * 60 * 60 * 1000);
        expect(notice).toBe(later === 0);
        const begins = noticeBegins(until);
        expect(retentionAt(until, begins)?.notice).toBe(true);
        const before = new Date(Date.parse(begins) - 1).toISOString();
        expect(retentionAt(until, before)?.notice).toBe(false);
      }),
    );
  });

  it.each([
    ['2026-11-27T15:59:59.999Z', '2026-12-27'],
    ['2026-11-27T16:00:00.000Z', '2026-12-28'],
    ['2027-01-30T00:00:00.000Z', '2027-03-01'],
    ['2028-01-30T00:00:00.000Z', '2028-02-29'],
  ])('is at the earliest, decided at %s, %s', (moment, day) => {
    expect(earliestKeptUntil(moment)).toBe(day);
  });

  it('is nothing to speak of where they are kept as long as the evaluation', () => {
    expect(retentionAt(null, '2026-11-28T00:00:00.000Z')).toBeNull();
  });
});
