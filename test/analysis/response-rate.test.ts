import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayNoResponseRate, sayResponseRate } from '../../analysis/explain-response-rate.ts';
import {
  type Came,
  type Entry,
  placesOfChannel,
  placesOfPoint,
} from '../../analysis/handed-out.ts';
import { handedOutInAll, type Returned, responseRate } from '../../analysis/response-rate.ts';
import { compare, fraction, ONE, ZERO } from '../../survey-definitions/fraction.ts';

const place = (handedOut: number | null, valid: number, ineligible = 0, invalid = 0): Returned => ({
  handedOut,
  valid,
  invalid,
  ineligible,
});
const rateOf = (...places: Returned[]) => {
  const rate = responseRate(places);
  return rate.value === null ? rate.because : rate.value;
};

describe('the response rate (AAPOR RR1)', () => {
  it.each([
    ['of 120 handed out, 80 valid', [place(120, 80)], fraction(2, 3)],
    ['those who do not belong to the group are in no base', [place(122, 80, 2)], fraction(2, 3)],
    ['nobody answered', [place(120, 0)], ZERO],
    ['everybody did', [place(80, 78, 2)], ONE],
    [
      'two channels together, never the mean of their rates',
      [place(100, 90), place(20, 2)],
      fraction(23, 30),
    ],
    ['nothing was handed out in one of them', [place(100, 50), place(0, 0)], fraction(1, 2)],
    ['nobody knows', [place(null, 80)], 'handed-out-unknown'],
    ['one of them does not know', [place(100, 50), place(null, 0)], 'handed-out-unknown'],
    ['there is no place at all', [], 'handed-out-unknown'],
    ['none was handed out', [place(0, 0)], 'nothing-handed-out'],
    ['none of whom it was handed to belongs to the group', [place(3, 0, 3)], 'nothing-handed-out'],
    ['more came back', [place(10, 11)], 'more-than-handed-out'],
    ['more came back with those who do not belong', [place(10, 9, 2)], 'more-than-handed-out'],
    ['more came back with what is invalid', [place(10, 8, 1, 2)], 'more-than-handed-out'],
    ['what is invalid came back all the same', [place(10, 8, 0, 2)], fraction(4, 5)],
    [
      'what one has too many does not hide behind another',
      [place(10, 12), place(100, 5)],
      'more-than-handed-out',
    ],
  ] as const)('%s', (_, places, expected) => {
    expect(rateOf(...places)).toEqual(expected);
  });

  const places = fc.array(
    fc.record({
      handedOut: fc.option(fc.nat(50)),
      valid: fc.nat(60),
      invalid: fc.nat(10),
      ineligible: fc.nat(10),
    }),
    { maxLength: 5 },
  );

  it('lies from 0 to 1, and is there only where each place knows', () => {
    fc.assert(
      fc.property(places, (some) => {
        const { value } = responseRate(some);
        if (value === null) return;
        expect(compare(value, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(value, ONE)).toBeLessThanOrEqual(0);
        expect(some.every(({ handedOut }) => handedOut !== null)).toBe(true);
        expect(handedOutInAll(some)).not.toBeNull();
      }),
    );
  });

  it('is not lowered by one more who turns out not to belong, nor raised by one more handed out', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(10), (handedOut, valid, ineligible) => {
        const { value } = responseRate([place(handedOut, valid, ineligible)]);
        if (value === null) return;
        const without = responseRate([place(handedOut, valid, ineligible + 1)]).value;
        if (without !== null) expect(compare(without, value)).toBeGreaterThanOrEqual(0);
        const more = responseRate([place(handedOut + 1, valid, ineligible)]).value;
        expect(more === null ? 1 : compare(more, value)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('does not depend on the order of the places', () => {
    fc.assert(
      fc.property(places, (some) => {
        expect(responseRate(some.toReversed())).toEqual(responseRate(some));
      }),
    );
  });

  it('names its terms, or says why there is none, in both languages', () => {
    const terms = { valid: 80, handedOut: 122, ineligible: 2 };
    expect(sayResponseRate(terms, 'zh-CN')).toBe(
      '回收率（AAPOR RR1）= 有效答卷 ÷（实际发放数 − 不符合调查条件）= 80 ÷（122 − 2）',
    );
    expect(sayResponseRate(terms, 'en')).toBe(
      'Response rate (AAPOR RR1) = valid ÷ (handed out − ineligible) = 80 ÷ (122 − 2)',
    );
    expect(sayNoResponseRate('handed-out-unknown', 'zh-CN')).toContain('实际发放数');
    expect(sayNoResponseRate('more-than-handed-out', 'en')).toContain('handed out');
  });
});

describe('what was handed out', () => {
  const entry = (point: string | null, n: number, channel = 'paper'): Entry => ({
    channel,
    point,
    n,
  });
  const came = (point: string | null, valid = 1, channel = 'paper'): Came => ({
    channel,
    point,
    valid,
    invalid: 0,
    ineligible: 0,
  });

  it.each([
    ['nobody entered anything', [], [], null],
    ['for the channel as a whole', [entry(null, 60)], [], 60],
    [
      'for the channel as a whole, whatever its points brought',
      [entry(null, 60)],
      [came('a'), came(null)],
      60,
    ],
    ['at each point that brought anything', [entry('a', 20), entry('b', 40)], [came('a')], 60],
    ['not at a point that brought something', [entry('a', 20)], [came('a'), came('b')], null],
    ['not for what came from no point', [entry('a', 20)], [came('a'), came(null)], null],
    ['at points and for none', [entry('a', 20), entry(null, 5)], [came('a'), came(null)], 25],
    [
      'at a point and for none, while another brought something',
      [entry('a', 20), entry(null, 5)],
      [came('b')],
      null,
    ],
  ] as const)('in a channel: %s', (_, entries, brought, expected) => {
    expect(handedOutInAll(placesOfChannel(entries, brought))).toBe(expected);
  });

  it.each([
    ['nothing entered there', 'a', [], [came('a')], null],
    ['in its only channel', 'a', [entry('a', 20)], [came('a')], 20],
    ['in both channels', 'a', [entry('a', 20), entry('a', 9, 'online')], [came('a')], 29],
    [
      'not in a channel that brought something',
      'a',
      [entry('a', 20)],
      [came('a', 1, 'online')],
      null,
    ],
    [
      'a number for the whole channel is nobody’s in particular',
      'a',
      [entry(null, 60)],
      [came('a')],
      null,
    ],
    ['of none, beside numbers of points', null, [entry('a', 20), entry(null, 5)], [came(null)], 5],
    [
      'of none, where the number is of the whole channel',
      null,
      [entry(null, 60)],
      [came(null)],
      null,
    ],
  ] as const)('at a point: %s', (_, point, entries, brought, expected) => {
    expect(handedOutInAll(placesOfPoint(point, entries, brought))).toBe(expected);
  });

  it('is never guessed: where it is known in a channel, every valid response of it is in the rate', () => {
    const point = fc.constantFrom(null, 'a', 'b', 'c');
    const entries = fc.uniqueArray(fc.tuple(point, fc.nat(50)), { selector: ([at]) => at });
    const brought = fc.uniqueArray(fc.tuple(point, fc.nat(20)), { selector: ([at]) => at });
    fc.assert(
      fc.property(entries, brought, (entered, back) => {
        const lines = back.map(([at, valid]) => came(at, valid));
        const rate = responseRate(
          placesOfChannel(
            entered.map(([at, n]) => entry(at, n)),
            lines,
          ),
        );
        if (rate.value === null) return;
        expect(rate.terms.valid).toBe(back.reduce((sum, [, valid]) => sum + valid, 0));
        expect(rate.terms.handedOut).toBe(entered.reduce((sum, [, n]) => sum + n, 0));
      }),
    );
  });
});
