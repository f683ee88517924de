import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHOICES,
  decisionOf,
  KEY_OF,
  lastReasons,
  REASON_FIELD_KEY,
  REASON_KEYS,
} from '../../../client/workbench/judging/decisions.ts';
import { inPlaces } from '../../../client/workbench/judging/reason-places.ts';
import { MOST_CHOSEN, toggled } from '../../../client/workbench/judging/selection.ts';
import { withDecided } from '../../../client/workbench/judging/take-in.ts';
import { MOST_JUDGED } from '../../../server/fieldwork/judge.ts';

const said = (reason: string, at: string) => ({ judgement: { reason, at } });

describe('a decision by keys', () => {
  it('has a key of its own for every choice, reason and the field, and none that leads elsewhere', () => {
    const keys = [...CHOICES.map((choice) => KEY_OF[choice]), ...REASON_KEYS, REASON_FIELD_KEY];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => ['j', 'k', 'x', ' ', 'Enter', 'Escape'].includes(key))).toEqual([]);
  });

  it.each([
    ['invalid', '抽查不实', { disposition: 'invalid', reason: '抽查不实' }],
    ['back', '', { disposition: null }],
    ['back', '误判', { disposition: null, reason: '误判' }],
  ] as const)('of %s because of “%s” is sent as %o', (choice, reason, sent) => {
    expect(decisionOf(choice, reason)).toEqual(sent);
  });

  it('offers the reasons given last, the newest first, each once, and no more than there are keys', () => {
    const responses = [
      said('乙', '2026-03-01T08:00:02.000Z'),
      { judgement: null },
      said('甲', '2026-03-01T08:00:03.000Z'),
      said('乙', '2026-03-01T08:00:01.000Z'),
      said('', '2026-03-01T08:00:09.000Z'),
    ];
    expect(lastReasons(responses)).toEqual(['甲', '乙']);
    const many = Array.from({ length: 9 }, (_, n) => said(`${n}`, `2026-03-01T08:00:0${n}.000Z`));
    expect(lastReasons(many)).toEqual(['8', '7', '6', '5', '4']);
  });
});

describe('the keys of the reasons', () => {
  it.each([
    ['stay where they are when another is used again', ['甲', '乙'], ['乙', '甲'], ['甲', '乙']],
    ['go on with a new one', ['甲', '乙'], ['丙', '乙', '甲'], ['甲', '乙', '丙']],
    [
      'give a place to a new one that its reason has left',
      ['甲', '乙'],
      ['丙', '乙'],
      ['丙', '乙'],
    ],
    ['begin with the newest', [], ['乙', '甲'], ['乙', '甲']],
    ['close up where a reason is gone', ['甲', '乙'], ['乙'], ['乙']],
  ])('%s', (_, before, newest, after) => {
    expect(inPlaces(before, newest)).toEqual(after);
  });

  it('lead to the newest reasons and to no other', () => {
    const reasons = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(reasons, reasons, (before, newest) => {
        expect(inPlaces(before, newest).toSorted()).toEqual(newest.toSorted());
      }),
    );
  });
});

describe('what is chosen of a list', () => {
  const list = ['a', 'b', 'c', 'd', 'e'];
  const some = (...ids: string[]) => new Set(ids);

  it.each([
    ['one more', some('a'), 'c', undefined, ['a', 'c']],
    ['one less', some('a', 'c'), 'c', undefined, ['a']],
    ['a range downwards', some('b'), 'd', 'b', ['b', 'c', 'd']],
    ['a range upwards', some('d'), 'b', 'd', ['d', 'b', 'c']],
    ['a range given up', some('a', 'b', 'c', 'e'), 'c', 'a', ['e']],
    ['one, where the one before is gone from the list', some(), 'b', 'z', ['b']],
  ] as const)('is %s', (_, before, id, from, after) => {
    expect([...toggled(before, list, id, from)]).toEqual(after);
  });

  it('is never more than the server takes at once', () => {
    expect(MOST_CHOSEN).toBe(MOST_JUDGED);
    const long = Array.from({ length: MOST_CHOSEN + 20 }, (_, n) => `${n}`);
    expect(toggled(new Set(['0']), long, `${MOST_CHOSEN + 10}`, '0').size).toBe(MOST_CHOSEN);
  });

  it('is as before once the same is chosen and given up again', () => {
    fc.assert(
      fc.property(fc.subarray(list), fc.constantFrom(...list), (ids, id) => {
        const before = new Set(ids);
        const after = toggled(toggled(before, list, id), list, id);
        expect([...after].toSorted()).toEqual([...before].toSorted());
      }),
    );
  });
});

describe('a list once something of it was decided', () => {
  const listed = (id: string, ruled: 'valid' | null, disposition: 'valid' | 'invalid') =>
    ({ id, receipt: id, disposition, ruled, judgement: null }) as unknown as Parameters<
      typeof withDecided
    >[0]['items'][number];
  const page = {
    items: [listed('a', null, 'valid'), listed('b', 'valid', 'invalid')],
    next: null,
    total: 2,
  };
  const made = (disposition: 'on-hold' | null, id: string): Parameters<typeof withDecided>[1] => ({
    code: 's',
    decision: { disposition, reason: '再问' },
    author: 'colleague',
    judged: [{ id, receipt: id, before: 'valid', disposition: disposition ?? 'valid' }],
  });

  it('keeps every line in its place, and says of the one decided about who decided what, and what the rules had', () => {
    const after = withDecided(page, made('on-hold', 'a'));
    expect(after.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(after.items[0]).toMatchObject({
      disposition: 'on-hold',
      ruled: 'valid',
      judgement: { author: 'colleague', reason: '再问', disposition: 'on-hold' },
    });
    expect(after.items[1]).toBe(page.items[1]);
  });

  it('keeps what the rules had where it is overruled twice, and forgets it where it is given back', () => {
    expect(withDecided(page, made('on-hold', 'b')).items[1]?.ruled).toBe('valid');
    expect(withDecided(page, made(null, 'b')).items[1]).toMatchObject({
      disposition: 'valid',
      ruled: null,
    });
  });
});
