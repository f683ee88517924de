import { describe, expect, it, vi } from 'vitest';
import { draftKey, evaluationDrafts, openDrafts } from '../../../client/workbench/data/drafts.ts';

/** A browser's storage, as far as drafts need one; `Object.keys` names what is in it. */
function device(full = false): Storage {
  const methods = {
    getItem: (name: string) => Reflect.get(storage, name) ?? null,
    setItem: (name: string, text: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      Reflect.set(storage, name, text);
    },
    removeItem: (name: string) => Reflect.deleteProperty(storage, name),
  };
  const storage = Object.create(methods);
  return storage;
}
const typed = (text: string) => ({ values: { reason: [text] }, base: 'null' });
const KEY = draftKey('scoring', 'e1', 'C301', 'override');
const DAY = 24 * 60 * 60_000;

describe('drafts on a device', () => {
  it('are there again for whoever typed them, and for nobody else', () => {
    const storage = device();
    openDrafts(() => storage).keep('王评价', KEY, typed('现场核实'));
    const later = openDrafts(() => storage);
    expect(later.read('王评价', KEY)).toMatchObject(typed('现场核实'));
    expect(later.read('王评', KEY)).toBeUndefined();
    expect(later.count('王评')).toBe(0);
  });

  it('are counted by what their names begin with', () => {
    const drafts = openDrafts(() => device());
    const storage = device();
    const kept = openDrafts(() => storage);
    kept.keep('a', KEY, typed('1'));
    kept.keep('a', draftKey('scoring', 'e1', 'C301', 'note'), typed('2'));
    kept.keep('a', draftKey('details', 'e1'), typed('3'));
    expect(kept.count('a')).toBe(3);
    expect(kept.count('a', `${draftKey('scoring', 'e1', 'C301')}/`)).toBe(2);
    expect(kept.count('a', `${draftKey('scoring', 'e1', 'C30')}/`)).toBe(0);
    expect(drafts.count('a')).toBe(0);
  });

  it('of an evaluation go with it, and those of others stay', () => {
    const storage = device();
    const drafts = openDrafts(() => storage);
    const [gone, other] = ['e1', 'e10'].map((id) => evaluationDrafts(id) + draftKey('details'));
    drafts.keep('a', gone ?? '', typed('1'));
    drafts.keep('a', other ?? '', typed('2'));
    drafts.dropAll('a', evaluationDrafts('e1'));
    expect(drafts.read('a', gone ?? '')).toBeUndefined();
    expect(drafts.read('a', other ?? '')).toMatchObject(typed('2'));
  });

  it('are not removed by a tab that saved something older', () => {
    const storage = device();
    let now = Date.parse('2026-11-21T06:00:00Z');
    const [one, other] = [1, 2].map(() =>
      openDrafts(
        () => storage,
        () => now,
      ),
    );
    const older = one?.keep('a', KEY, typed('先'));
    now += 1000;
    other?.keep('a', KEY, typed('后'));
    if (older) one?.drop('a', KEY, older);
    expect(one?.read('a', KEY)).toMatchObject(typed('后'));
  });

  it('go with the account that signs out, and stay for others', () => {
    const storage = device();
    const drafts = openDrafts(() => storage);
    drafts.keep('a', KEY, typed('1'));
    drafts.keep('b', KEY, typed('2'));
    drafts.dropAll('a');
    expect([drafts.count('a'), drafts.count('b')]).toEqual([0, 1]);
    expect(Object.keys(storage)).toHaveLength(1);
  });

  it('are gone after thirty days, and leave nothing on the device', () => {
    const storage = device();
    let now = Date.parse('2026-11-21T06:00:00Z');
    const drafts = openDrafts(
      () => storage,
      () => now,
    );
    drafts.keep('a', KEY, typed('1'));
    now += 29 * DAY;
    drafts.dropOld();
    expect(drafts.read('a', KEY)).toBeDefined();
    now += 2 * DAY;
    expect(drafts.read('a', KEY)).toBeUndefined();
    drafts.dropOld();
    expect(Object.keys(storage)).toEqual([]);
  });

  it.each([
    ['is full', () => device(true)],
    [
      'is not to be had',
      () => {
        throw new DOMException('no', 'SecurityError');
      },
    ],
  ])('live in the page where the storage %s', (_, storage) => {
    const drafts = openDrafts(storage);
    drafts.keep('a', KEY, typed('现场核实'));
    expect(drafts.read('a', KEY)).toMatchObject(typed('现场核实'));
    expect(drafts.count('a')).toBe(1);
    drafts.dropAll('a');
    expect(drafts.count('a')).toBe(0);
  });

  it('that cannot be read are none', () => {
    const storage = device();
    const drafts = openDrafts(() => storage);
    drafts.keep('a', KEY, typed('1'));
    storage.setItem(Object.keys(storage)[0] ?? '', '{"values":');
    expect(drafts.read('a', KEY)).toBeUndefined();
  });

  it('tell whoever watches of every change until he leaves', () => {
    const drafts = openDrafts(() => device());
    const told = vi.fn();
    const leave = drafts.watch(told);
    const draft = drafts.keep('a', KEY, typed('1'));
    drafts.drop('a', KEY, draft);
    leave();
    drafts.keep('a', KEY, typed('2'));
    expect(told).toHaveBeenCalledTimes(2);
  });
});
