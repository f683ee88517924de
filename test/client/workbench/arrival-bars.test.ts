import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayProgress, HourProgress } from '../../../client/workbench/api/surveys.ts';
import {
  type Arrived,
  dayBars,
  hourBars,
  linesOf,
  sumOf,
} from '../../../client/workbench/arrivals/arrival-bars.ts';
import { labelledBars, lineOf, tickLabels } from '../../../client/workbench/arrivals/bar-labels.ts';
import { daysAfter, hoursAfter } from '../../../survey-definitions/china-time.ts';

const came = (received: number, invalid = 0): Arrived & { flagged: number } => ({
  received,
  valid: received - invalid,
  invalid,
  ineligible: 0,
  onHold: 0,
  flagged: 0,
});
const day = (at: string, received: number, more: Partial<DayProgress> = {}): DayProgress => ({
  day: at,
  channel: 'online',
  ...came(received),
  ...more,
});
const hour = (at: string, received: number): HourProgress => ({
  hour: at,
  channel: 'online',
  ...came(received),
});
const shownOf = (bars: readonly { at: string; received: number }[]) =>
  bars.map(({ at, received }) => [at, received]);

describe('what came in, as bars', () => {
  it('adds up channels, and shows a day without any as one', () => {
    const { span, bars } = dayBars([
      day('2026-02-27', 3),
      day('2026-02-27', 2, { channel: 'paper' }),
      day('2026-03-01', 4),
    ]);
    expect(span).toBe('day');
    expect(shownOf(bars)).toEqual([
      ['2026-02-27', 5],
      ['2026-02-28', 0],
      ['2026-03-01', 4],
    ]);
  });

  it('reaches to today, which is not over, while more may come in, and ends with the last day where none may', () => {
    const days = [day('2026-03-01', 4)];
    // 01:30 of the third day in China is still the second in Greenwich.
    const open = dayBars(days, '2026-03-02T17:30:00.000Z');
    expect(shownOf(open.bars).at(-1)).toEqual(['2026-03-03', 0]);
    expect(open.isGoingOn).toBe(true);
    const closed = dayBars(days);
    expect(shownOf(closed.bars)).toEqual([['2026-03-01', 4]]);
    expect(closed.isGoingOn).toBe(false);
  });

  it('reaches to this hour within the week that hours are told of, and not over weeks of nothing', () => {
    const hours = [hour('2026-03-01T22', 1), hour('2026-03-02T01', 2)];
    const soon = hourBars(hours, '2026-03-01T18:59:00.000Z');
    expect(shownOf(soon.bars)).toEqual([
      ['2026-03-01T22', 1],
      ['2026-03-01T23', 0],
      ['2026-03-02T00', 0],
      ['2026-03-02T01', 2],
      ['2026-03-02T02', 0],
    ]);
    expect(soon.isGoingOn).toBe(true);
    const late = hourBars(hours, '2026-03-20T00:00:00.000Z');
    expect(late.bars).toHaveLength(4);
    expect(late.isGoingOn).toBe(false);
  });

  it('goes by weeks where days would be too thin to see', () => {
    const first = '2026-01-01';
    expect(dayBars([day(first, 1), day(daysAfter(first, 119), 1)]).span).toBe('day');
    const weeks = dayBars([
      day(first, 1),
      day(daysAfter(first, 8), 2),
      day(daysAfter(first, 120), 4),
    ]);
    expect(weeks.span).toBe('week');
    expect(shownOf(weeks.bars).filter(([, n]) => n !== 0)).toEqual([
      [first, 1],
      [daysAfter(first, 7), 2],
      [daysAfter(first, 119), 4],
    ]);
  });

  it('has none where nothing came in', () => {
    expect(dayBars([], '2026-03-01T00:00:00.000Z').bars).toEqual([]);
    expect(hourBars([], '2026-03-01T00:00:00.000Z').bars).toEqual([]);
  });

  const anyHours = fc.uniqueArray(
    fc.record({ at: fc.nat(167), n: fc.integer({ min: 1, max: 50 }) }),
    {
      selector: ({ at }) => at,
      minLength: 1,
    },
  );

  it('loses nothing, and its table tells each bar once', () => {
    fc.assert(
      fc.property(anyHours, (given) => {
        const lines = given.map(({ at, n }) => hour(hoursAfter('2026-03-01T00', at), n));
        const { bars } = hourBars(lines);
        expect(sumOf(bars)).toEqual(sumOf(lines));
        const told = linesOf(bars).flatMap(({ at, until = at, received }) =>
          bars
            .filter((bar) => bar.at >= at && bar.at <= until)
            .map((bar) => {
              expect(bar.received).toBe(received);
              return bar.at;
            }),
        );
        expect(told.toSorted()).toEqual(bars.map(({ at }) => at));
      }),
    );
  });
});

describe('the table of what came in', () => {
  it('has the newest first, and a night in one line', () => {
    const { bars } = hourBars([
      hour('2026-03-01T20', 1),
      hour('2026-03-02T07', 2),
      hour('2026-03-02T10', 3),
    ]);
    expect(linesOf(bars).map(({ at, until, received }) => [at, until, received])).toEqual([
      ['2026-03-02T10', undefined, 3],
      ['2026-03-02T09', undefined, 0],
      ['2026-03-02T08', undefined, 0],
      ['2026-03-02T07', undefined, 2],
      ['2026-03-01T21', '2026-03-02T06', 0],
      ['2026-03-01T20', undefined, 1],
    ]);
  });
});

describe('the labels of the bars', () => {
  const ninety = dayBars(
    [day('2026-01-01', 2), day('2026-02-01', 9), day('2026-03-31', 1)],
    '2026-03-31T04:00:00.000Z',
  );

  it('find room below ninety days on a phone, and say which is today', () => {
    const labels = tickLabels(ninety, 7, '今天');
    expect(labels).toHaveLength(90);
    expect(labels.at(-1)).toBe('今天');
    const places = labels.flatMap((label, index) => (label === '' ? [] : [index]));
    expect(places.length).toBeLessThanOrEqual(7);
    const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(90 / 7);
  });

  it('name the midnights of a week by their day, the hours of a day by the hour', () => {
    const week = hourBars([hour('2026-03-01T10', 1), hour('2026-03-04T10', 1)]);
    expect(tickLabels(week, 7, '现在').filter(Boolean)).toEqual(['03-02', '03-03', '03-04']);
    const oneDay = hourBars([hour('2026-03-01T10', 1), hour('2026-03-02T07', 1)]);
    expect(tickLabels(oneDay, 7, '现在').filter(Boolean)).toEqual([
      '12:00',
      '18:00',
      '03-02',
      '06:00',
    ]);
  });

  it('let an hour that stands too near give way to now', () => {
    const now = hourBars([hour('2026-03-01T10', 1)], '2026-03-03T17:00:00.000Z');
    expect(tickLabels(now, 7, '现在').filter(Boolean)).toEqual(['03-02', '03-03', '现在']);
  });

  it('stand above each bar where they find room, else above the highest', () => {
    expect([...labelledBars(ninety.bars, true)]).toEqual([0, 31, 89]);
    expect([...labelledBars(ninety.bars, false)]).toEqual([31]);
  });

  it.each([
    ['near the bars', 20, 20],
    ['so high that it would flatten them', 28, undefined],
    ['none that is needed', 0, undefined],
    ['none that is known', null, undefined],
  ])('draw the pace that is needed across the days: %s', (_, needed, line) => {
    expect(lineOf(ninety, needed)).toBe(line);
  });
});
