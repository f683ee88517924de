import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldworkFacts, PointFacts } from '../../analysis/notices/facts.ts';
import { linkNotice } from '../../analysis/notices/link.ts';
import { NOTICE_CODES, needsSomebody, staysAside } from '../../analysis/notices/notice.ts';
import { noticesOf } from '../../analysis/notices/notices.ts';
import { exact } from '../../survey-definitions/fraction.ts';
import { PROVENANCES, SURVEY_STATES } from '../../survey-definitions/survey.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** A Wednesday, 10:00 in China. */
const NOW = new Date('2026-11-25T02:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

/** A survey of a month, half-way, that goes as it was planned. */
const going: FieldworkFacts = {
  now: NOW,
  state: 'open',
  provenance: 'collected',
  phase: 'formal',
  planned: 100,
  population: null,
  sampling: null,
  closesAt: inDays(14),
  openedAt: inDays(-14),
  received: 50,
  valid: 48,
  receivedOnline: 50,
  lastDays: [4, 4, 4],
  sameDevice: 0,
  minutes: [],
  points: [],
  elsewhereAt: inHours(-2),
  quotas: [],
};
const of = (facts: Partial<FieldworkFacts>) => noticesOf({ ...going, ...facts });
const codes = (facts: Partial<FieldworkFacts>) => of(facts).map(({ code }) => code);

const closed = { state: 'closed', closesAt: inDays(-1), received: 95, valid: 90 } as const;
const nearEnd = { closesAt: inDays(2) } as const;
const hall: PointFacts = {
  id: 'hall',
  name: '大厅',
  planned: 40,
  closed: false,
  received: 12,
  lastAt: inHours(-72),
};
const quota = (valid: number, wanted = 50, id = 'young') => ({
  id,
  wanted,
  valid,
  missing: Math.max(0, wanted - valid),
  over: Math.max(0, valid - wanted),
});
const ofAge = { item: 'age', options: [{ id: 'young', n: 50 }] };

describe('nothing is pointed out', () => {
  it.each<[string, Partial<FieldworkFacts>]>([
    ['where all goes as planned', {}],
    ['right after opening', { openedAt: NOW, received: 0, valid: 0, lastDays: [] }],
    [
      'in the morning of a survey of one day',
      { openedAt: inHours(-2), closesAt: inHours(8), received: 9, valid: 9, lastDays: [] },
    ],
    ['of few valid while there is time', { received: 20, valid: 20 }],
    ['where no end is set', { closesAt: null, received: 3, valid: 3, lastDays: [0, 0, 0] }],
    ['of a closed survey that has what it wanted', closed],
    ['of a draft', { state: 'draft', received: 0, valid: 0, closesAt: inHours(1) }],
    ['before its period', { state: 'not-yet', received: 0, valid: 0, closesAt: inHours(1) }],
    [
      'of what was rebuilt from published counts',
      { ...closed, provenance: 'reconstructed', received: 12, valid: 12 },
    ],
    ['where nothing was planned', { ...nearEnd, planned: 0, received: 30, valid: 30 }],
  ])('%s', (_, facts) => {
    expect(of(facts)).toEqual([]);
  });
});

describe('low returns with a closing date in sight', () => {
  const low = { closesAt: inDays(7), received: 40, lastDays: [4, 4, 4] };
  it('are said a week ahead, with what will have come by then and the pace that is needed', () => {
    expect(of(low)).toMatchObject([
      {
        id: 'low-returns:2026-12-02',
        code: 'low-returns',
        values: {
          received: 40,
          planned: 100,
          expected: exact(68),
          share: 80,
          closesAt: '2026-12-02T02:00:00.000Z',
          hoursLeft: exact(168),
          perDayNeeded: exact(9),
        },
      },
    ]);
  });
  it.each<[string, Partial<FieldworkFacts>, boolean]>([
    [
      'a minute more than a week ahead',
      { closesAt: new Date(inDays(7).getTime() + 60_000) },
      false,
    ],
    ['79 of 100 at this pace', { received: 51 }, true],
    ['80 of 100 at this pace', { received: 52 }, false],
    ['after one full day there is no pace', { lastDays: [4] }, false],
    ['after two there is one', { lastDays: [4, 4] }, true],
    ['nothing at all in two days', { received: 0, lastDays: [], openedAt: inDays(-2) }, true],
    ['nothing yet of today', { received: 0, lastDays: [], openedAt: inHours(-9) }, false],
    ['nobody knows since when', { received: 0, lastDays: [], openedAt: null }, false],
    ['some today, after many days', { received: 3, lastDays: [] }, false],
    ['near the end it is what was received that counts', nearEnd, false],
  ])('%s', (_, facts, said) => {
    expect(codes({ ...low, valid: 40, ...facts }).includes('low-returns')).toBe(said);
  });
  it('are another matter where the end was put off', () => {
    const [before] = of({ ...low, closesAt: inDays(5) });
    const [after] = of({ ...low, closesAt: inDays(6) });
    expect([before?.id, after?.id]).toEqual(['low-returns:2026-11-30', 'low-returns:2026-12-01']);
  });
});

describe('below 80 % of the plan near the end', () => {
  it.each<[string, Partial<FieldworkFacts>, boolean]>([
    ['79 of 100 two days before', { ...nearEnd, received: 79 }, true],
    ['80 of 100', { ...nearEnd, received: 80 }, false],
    ['a minute more than two days', { closesAt: new Date(inDays(2).getTime() + 60_000) }, false],
    ['799 of 1,000', { ...nearEnd, planned: 1000, received: 799 }, true],
    ['closed with 79', { ...closed, received: 79 }, true],
    ['closed with 80', { ...closed, received: 80 }, false],
    ['closed, of an import', { ...closed, provenance: 'imported', received: 79 }, true],
    [
      'the afternoon of a survey of one day',
      { openedAt: inHours(-6), closesAt: inHours(5), received: 40, lastDays: [] },
      true,
    ],
    ['a day ahead, since nobody knows when', { closesAt: inDays(1), openedAt: null }, true],
  ])('%s', (_, facts, said) => {
    expect(codes({ valid: 60, lastDays: [40, 40, 40], ...facts }).includes('below-plan')).toBe(
      said,
    );
  });
  it('stays the same when the survey closes', () => {
    const before = of({ ...nearEnd, received: 60 })[0];
    const after = of({ ...nearEnd, state: 'closed', now: inDays(3), received: 61 })[0];
    expect([before?.code, after?.id]).toEqual(['below-plan', before?.id]);
  });
});

describe('fewer than 30 valid', () => {
  it.each<[string, Partial<FieldworkFacts>, boolean]>([
    ['29, closed', { valid: 29 }, true],
    ['30, closed', { valid: 30 }, false],
    ['29, two days ahead', { ...nearEnd, state: 'open', valid: 29 }, true],
    ['29, a week ahead', { state: 'open', closesAt: inDays(7), valid: 29 }, false],
    ['29, of a pilot', { phase: 'pilot', valid: 29 }, false],
    ['18 of all 18', { sampling: 'census', population: 18, valid: 18 }, false],
    ['18 of all 300', { sampling: 'census', population: 300, valid: 18 }, true],
    ['18 of 18, chosen', { sampling: 'probability', population: 18, valid: 18 }, true],
  ])('%s', (_, facts, said) => {
    expect(codes({ ...closed, ...facts }).includes('few-valid')).toBe(said);
  });
});

describe('many from one device', () => {
  it.each<[string, Partial<FieldworkFacts>, boolean]>([
    ['4 of 10', { sameDevice: 4, receivedOnline: 10 }, false],
    ['5 of 10', { sameDevice: 5, receivedOnline: 10 }, true],
    ['5 of 50', { sameDevice: 5, receivedOnline: 50 }, true],
    ['5 of 51', { sameDevice: 5, receivedOnline: 51 }, false],
    ['100 of 1,000, closed', { ...closed, sameDevice: 100, receivedOnline: 1000 }, true],
    ['of an import nobody knows the device', { provenance: 'imported', sameDevice: 9 }, false],
  ])('%s', (_, facts, said) => {
    expect(codes(facts).includes('same-device')).toBe(said);
  });
});

describe('many within a minute', () => {
  const at = (minute: string, n: number) => ({ minute: `2026-11-${minute}`, n });
  it.each<[string, Partial<FieldworkFacts>, boolean]>([
    ['9', { minutes: [at('25 09:30', 9)] }, false],
    ['10', { minutes: [at('25 09:30', 10)] }, true],
    ['19 of 1,000 planned', { planned: 1000, minutes: [at('25 09:30', 19)] }, false],
    ['20 of 1,000 planned', { planned: 1000, minutes: [at('25 09:30', 20)] }, true],
    ['20 of 1,001 planned', { planned: 1001, minutes: [at('25 09:30', 20)] }, false],
    ['10, closed', { ...closed, minutes: [at('23 09:30', 10)] }, true],
    ['10, imported', { provenance: 'imported', minutes: [at('25 09:30', 10)] }, false],
  ])('%s', (_, facts, said) => {
    expect(codes(facts).includes('burst')).toBe(said);
  });
  it('are one matter a day, the newest first, by its busiest minute', () => {
    const minutes = [
      at('24 16:00', 11),
      at('25 09:31', 14),
      at('25 09:30', 14),
      at('25 09:29', 10),
      at('25 09:28', 3),
    ];
    expect(of({ minutes })).toEqual([
      {
        id: 'burst:2026-11-25',
        code: 'burst',
        values: { n: 14, minute: '2026-11-25 09:30', minutes: 3 },
      },
      {
        id: 'burst:2026-11-24',
        code: 'burst',
        values: { n: 11, minute: '2026-11-24 16:00', minutes: 1 },
      },
    ]);
  });
});

describe('a point that has gone quiet', () => {
  const quiet = (point: Partial<PointFacts>, facts: Partial<FieldworkFacts> = {}) =>
    codes({ points: [{ ...hall, ...point }], ...facts }).includes('point-quiet');
  it.each<[string, Partial<PointFacts>, Partial<FieldworkFacts>, boolean]>([
    // What came at 10:59 was counted for 10:00.
    ['48 hours, the others going on', { lastAt: inHours(-48) }, {}, false],
    ['49 hours, the others going on', { lastAt: inHours(-49) }, {}, true],
    ['over a weekend, all quiet', { lastAt: inHours(-65) }, { elsewhereAt: null }, false],
    ['for three days, all quiet', { lastAt: inHours(-73) }, { elsewhereAt: null }, true],
    ['its plan reached', { received: 40 }, {}, false],
    ['no plan of its own', { planned: null }, {}, true],
    ['closed', { closed: true }, {}, false],
    ['the survey closed', {}, { state: 'closed', received: 90 }, false],
    ['never anything, time enough', { received: 0, lastAt: null }, {}, false],
    ['never anything, a week ahead', { received: 0, lastAt: null }, { closesAt: inDays(7) }, true],
    [
      'never anything, opened yesterday',
      { received: 0, lastAt: null },
      { closesAt: inDays(7), openedAt: inDays(-1), lastDays: [] },
      false,
    ],
  ])('%s', (_, point, facts, said) => {
    expect(quiet(point, facts)).toBe(said);
  });
  it('is another matter once something came and it is quiet again', () => {
    const ids = [inHours(-100), inHours(-60)].map((lastAt) =>
      of({ points: [{ ...hall, lastAt }] }),
    );
    expect(ids.flat().map(({ id }) => id)).toEqual([
      'point-quiet:hall:2026-11-21T06',
      'point-quiet:hall:2026-11-22T22',
    ]);
  });
  it('is said by name up to three, and beyond that once for all', () => {
    const points = ['甲', '乙', '丙', '丁'].map((name, n) => ({ ...hall, id: `p${n}`, name }));
    expect(of({ points: points.slice(0, 3) }).map(({ values }) => values['name'])).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
    expect(of({ points })).toEqual([
      {
        id: 'point-quiet',
        code: 'point-quiet',
        values: { n: 4, points: 4, names: '甲、乙、丙、丁' },
      },
    ]);
  });
});

describe('a quota', () => {
  const age = (...options: ReturnType<typeof quota>[]) => ({
    quotas: [{ quota: ofAge, options }],
  });
  it.each<[string, Partial<FieldworkFacts>, readonly string[]]>([
    ['not full', age(quota(49), quota(3, 50, 'old')), []],
    ['full', age(quota(50), quota(3, 50, 'old')), ['quota-full:age:young:50']],
    ['raised and full', age(quota(60, 60), quota(3, 50, 'old')), ['quota-full:age:young:60']],
    ['overfilled', age(quota(51), quota(3, 50, 'old')), ['quota-over:age:young:50']],
    ['full in every option', age(quota(50), quota(40, 40, 'old')), ['quota-full:age:all:90']],
    [
      'full in every option and over in one',
      age(quota(51), quota(40, 40, 'old')),
      ['quota-over:age:young:50', 'quota-full:age:all:90'],
    ],
    ['of one option, full', age(quota(50)), ['quota-full:age:young:50']],
    ['full, closed', { ...closed, ...age(quota(50)) }, []],
    ['overfilled, closed', { ...closed, ...age(quota(55)) }, ['quota-over:age:young:50']],
  ])('%s', (_, facts, ids) => {
    expect(of(facts).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a link that a telephone cannot open', () => {
  const link = {
    state: 'open',
    provenance: 'collected',
    plannedOnline: 80,
    receivedOnline: 0,
    reach: 'this-machine',
  } as const;
  it.each<[string, Partial<Parameters<typeof linkNotice>[0]>, string[]]>([
    ['leads to the server itself', {}, ['link-unreachable:this-machine']],
    ['though something came in', { receivedOnline: 3 }, ['link-unreachable:this-machine']],
    ['of a draft', { state: 'draft' }, ['link-unreachable:this-machine']],
    ['of a closed survey', { state: 'closed' }, []],
    ['of what was not collected here', { provenance: 'imported' }, []],
    ['where nothing is to come online', { plannedOnline: 0 }, []],
    ['where the plan does not say', { plannedOnline: null }, ['link-unreachable:this-machine']],
    ['leads into the network', { reach: 'same-network' }, ['link-unreachable:same-network']],
    ['which somebody opened', { reach: 'same-network', receivedOnline: 1 }, []],
    ['leads anywhere', { reach: 'anywhere' }, []],
  ])('%s', (_, facts, ids) => {
    expect(linkNotice({ ...link, ...facts }).map(({ id }) => id)).toEqual(ids);
  });
  it('needs somebody now where nobody but the server can open it', () => {
    const [here] = linkNotice(link);
    const [near] = linkNotice({ ...link, reach: 'same-network' });
    expect([here, near].map((notice) => notice && needsSomebody(notice))).toEqual([true, false]);
  });
});

describe('what was put aside', () => {
  it.each<[string, number, number | null, boolean]>([
    ['stays while it is the same', 6, 6, true],
    ['stays at one more', 7, 6, true],
    ['stays at twice as many that are few', 4, 2, true],
    ['stays just below twice as many', 11, 6, true],
    ['comes back at twice as many', 12, 6, false],
    ['stays where it was about no number', 99, null, true],
  ])('%s', (_, n, at, stays) => {
    expect(staysAside({ values: { n } }, at)).toBe(stays);
  });
  it('stays where what it is about cannot grow', () => {
    expect(staysAside({ values: { received: 3 } }, 1)).toBe(true);
  });
});

describe('whatever the fieldwork is like', () => {
  const count = fc.nat(300);
  const when = fc.integer({ min: -400, max: 400 }).map(inHours);
  const facts: fc.Arbitrary<FieldworkFacts> = fc
    .record({
      now: fc.constant(NOW),
      state: fc.constantFrom(...SURVEY_STATES),
      provenance: fc.constantFrom(...PROVENANCES),
      phase: fc.constantFrom('pilot' as const, 'formal' as const),
      planned: count,
      population: fc.option(count),
      sampling: fc.constantFrom(null, 'census' as const, 'opt-in' as const),
      closesAt: fc.option(when),
      openedAt: fc.option(when),
      received: count,
      valid: count,
      receivedOnline: count,
      lastDays: fc.array(count, { maxLength: 3 }),
      sameDevice: count,
      minutes: fc.uniqueArray(
        fc.record({
          minute: fc.nat(99).map((n) => `2026-11-${10 + (n % 7)} 09:${10 + (n % 50)}`),
          n: count,
        }),
        { selector: ({ minute }) => minute },
      ),
      points: fc.uniqueArray(
        fc.record({
          id: fc.stringMatching(/^[a-z]{1,3}$/),
          name: fc.constant('点'),
          planned: fc.option(count),
          closed: fc.boolean(),
          received: count,
          lastAt: fc.option(when),
        }),
        { selector: ({ id }) => id, maxLength: 6 },
      ),
      elsewhereAt: fc.option(when),
      quotas: fc.uniqueArray(
        fc.record({
          item: fc.stringMatching(/^[a-z]{1,2}$/),
          options: fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]$/), count, count), {
            selector: ([id]) => id,
            minLength: 1,
          }),
        }),
        { selector: ({ item }) => item, maxLength: 3 },
      ),
    })
    .map(({ quotas, ...rest }) => ({
      ...rest,
      quotas: quotas.map(({ item, options }) => ({
        quota: { item, options: options.map(([id, n]) => ({ id, n: n + 1 })) },
        options: options.map(([id, wanted, valid]) => quota(valid, wanted + 1, id)),
      })),
    }));

  it('each notice has an id of its own, and they come in the order of their urgency', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const said = noticesOf(given);
        expect(new Set(said.map(({ id }) => id)).size).toBe(said.length);
        const order = said.map(({ code }) => NOTICE_CODES.indexOf(code));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
  it('says the same of the same, in whatever order minutes and points were read', () => {
    const ids = (given: FieldworkFacts) => noticesOf(given).map(({ id }) => id);
    fc.assert(
      fc.property(facts, (given) => {
        const turned = { ...given, minutes: [...given.minutes].reverse() };
        expect(noticesOf(turned)).toEqual(noticesOf(given));
        const points = [...given.points].reverse();
        expect(ids({ ...given, points }).sort()).toEqual(ids(given).sort());
      }),
    );
  });
});
