import { describe, expect, it } from 'vitest';
import { paceOf } from '../../analysis/pace.ts';
import { asWritten, type Fraction } from '../../survey-definitions/fraction.ts';

const now = new Date('2026-03-10T04:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);
const written = (number: Fraction | null) => number && asWritten(number);

describe('the pace of the fieldwork', () => {
  it.each([
    ['what is missing over the days that are left', 76, 72, '72', '8'],
    ['rounded up, since a part of a response is none', 75, 72, '72', '9'],
    ['all of it within the last day', 76, 5.5, '5', '24'],
    ['nothing where the plan is reached', 100, 72, '72', '0'],
    ['nothing where more came than was planned', 137, 72, '72', '0'],
  ])('needs %s', (_, received, hours, hoursLeft, needed) => {
    const pace = paceOf({ planned: 100, received, closesAt: inHours(hours), now, lastDays: [] });
    expect(written(pace.hoursLeft)).toBe(hoursLeft);
    expect(written(pace.perDayNeeded)).toBe(needed);
    expect(pace.missing).toBe(received > 100 ? 0 : 100 - received);
  });

  it('is none where no end is set, and none after the end', () => {
    const open = paceOf({ planned: 100, received: 0, closesAt: null, now, lastDays: [] });
    expect(open).toEqual({ missing: 100, hoursLeft: null, perDayNeeded: null, perDayLately: null });
    const over = paceOf({ planned: 100, received: 0, closesAt: inHours(-1), now, lastDays: [] });
    expect([written(over.hoursLeft), over.perDayNeeded]).toEqual(['0', null]);
  });

  it('is lately what came on the last full days, those without any among them', () => {
    const lately = (lastDays: number[]) =>
      written(paceOf({ planned: 9, received: 9, closesAt: null, now, lastDays }).perDayLately);
    expect([lately([]), lately([0]), lately([4, 0, 7]), lately([1, 0])]).toEqual([
      null,
      '0',
      '4',
      '1',
    ]);
  });
});
