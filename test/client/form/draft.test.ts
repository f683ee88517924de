import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DeviceStorage,
  draftStorage,
  fittingAnswers,
  type HistoryEntry,
  uuid,
} from '../../../client/form/draft.ts';
import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { anyAnswers, anyQuestionnaire } from '../../support/any-questionnaire.ts';
import { zhForm } from './sample.ts';

function deviceStorage(): DeviceStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
/** The page's entry in the history of its tab. */
const entry = (): HistoryEntry => ({
  state: null,
  replaceState(state) {
    Object.assign(this, { state });
  },
});
const storageOn = (place: DeviceStorage, page = entry(), code = 'K3F9') =>
  draftStorage(code, () => place, page);
const denied = () => {
  throw new DOMException('denied', 'SecurityError');
};
const draft = {
  answers: { gender: 'male', matters: ['permit'] },
  startedAt: '2026-11-21T06:05:00.000Z',
  sending: { id: '6a1f', body: '{}' },
};

describe('the draft on the device', () => {
  it('is the same after a reload, and gone once forgotten', () => {
    const place = deviceStorage();
    expect(storageOn(place).write(draft)).toBe(true);
    expect(storageOn(place).read()).toEqual(draft);
    storageOn(place).remove();
    expect(place.kept.size).toBe(0);
  });

  it('is kept for each survey by itself', () => {
    const place = deviceStorage();
    const page = entry();
    storageOn(place, page).write(draft);
    expect(storageOn(place, page, 'OTHER').read()).toBeUndefined();
  });

  it('outlives a reload, and only that, where the device keeps nothing', () => {
    const page = entry();
    const storage = draftStorage('K3F9', denied, page);
    expect(storage.write(draft)).toBe(false);
    expect(() => storage.remove()).not.toThrow();
    expect(draftStorage('K3F9', denied, page).read()).toEqual(draft);
    expect(draftStorage('K3F9', denied, entry()).read()).toBeUndefined();
  });

  it('is missing, without harm, where not even the page keeps it', () => {
    const storage = draftStorage('K3F9', denied, { state: null, replaceState: denied });
    expect(storage.write(draft)).toBe(false);
    expect(storage.read()).toBeUndefined();
  });

  it('leaves what else the page knows of its entry, and is the newest of what is kept', () => {
    const [place, page] = [deviceStorage(), entry()];
    page.replaceState({ item: 'air' }, '');
    storageOn(place, page).write(draft);
    expect(page.state).toEqual({ item: 'air' });
    // A device that is full keeps what it had.
    const newer = { ...draft, answers: { gender: 'female' } };
    expect(storageOn({ ...place, setItem: denied }, page).write(newer)).toBe(false);
    expect(storageOn(place, page).read()).toEqual(newer);
    expect(page.state).toMatchObject({ item: 'air' });
    storageOn(place, page).write(draft);
    expect(storageOn(place, page).read()).toEqual(draft);
  });

  it('gives the access code that an older page kept among the answers, once and by itself', () => {
    const place = deviceStorage();
    const { answers, startedAt } = draft;
    place.setItem(
      'manping:K3F9',
      JSON.stringify({ answers: { ...answers, _k: '7K3F' }, startedAt }),
    );
    const read = storageOn(place).read();
    expect(read).toEqual({ answers, accessCode: '7K3F', startedAt });
    storageOn(place).write({ ...draft, accessCode: '9QDA' });
    expect(storageOn(place).read()).toEqual({ ...draft, accessCode: '9QDA' });
    expect(place.kept.get('manping:K3F9')).not.toContain('_k');
    for (const _k of [7, ['7K3F'], {}, '']) {
      place.setItem('manping:K3F9', JSON.stringify({ answers: { ...answers, _k }, startedAt }));
      expect(storageOn(place).read()).toEqual({ answers, startedAt });
    }
  });

  it.each([
    '',
    'null',
    '[]',
    '7',
    '{',
    '{"answers":1,"startedAt":"x"}',
    '{"answers":{}}',
    '{"answers":null,"startedAt":"x"}',
  ])('is not taken from %j', (text) => {
    const place = deviceStorage();
    place.setItem('manping:K3F9', text);
    expect(storageOn(place).read()).toBeUndefined();
  });

  it('comes back whole where it fits the items', () => {
    const answered = anyQuestionnaire.chain((q) =>
      anyAnswers(q).map((answers) => ({ answers, form: fillQuestionnaire(q, {}, 'zh-CN') })),
    );
    fc.assert(
      fc.property(answered, ({ answers, form }) => {
        const given = Object.entries(answers).filter(([, answer]) => answer.length > 0);
        expect(fittingAnswers(form.items, answers)).toEqual(Object.fromEntries(given));
      }),
    );
  });

  it('loses what fits no item: other options, other kinds, other items, inherited names', () => {
    const kept = JSON.parse(
      '{"gender":"martian","matters":"permit","overall":["very"],"improve":["x"],"nowhere":"x","__proto__":{"outcome":"open"}}',
    );
    expect(fittingAnswers(zhForm.items, kept)).toEqual({ matters: ['permit'], overall: 'very' });
  });
});

describe('the id made on the device', () => {
  it('is a version 4 UUID of all the randomness given', () => {
    expect(uuid(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000');
    expect(uuid(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 16 + index);
    expect(uuid(bytes)).toBe('00112233-4455-4677-8899-aabbccddeeff');
  });

  it('is another one every time', () => {
    expect(new Set(Array.from({ length: 100 }, () => uuid())).size).toBe(100);
  });
});
