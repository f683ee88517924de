import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftKeeper, fittingAnswers, type Shelf } from '../../../client/form/draft.ts';
import { uuid } from '../../../client/form/uuid.ts';
import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { anyAnswers, anyQuestionnaire } from '../../support/any-questionnaire.ts';
import { zhForm } from './sample.ts';

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
const draft = {
  answers: { gender: 'male', matters: ['permit'] },
  startedAt: '2026-11-21T06:05:00.000Z',
  sending: { id: '6a1f', body: '{}' },
};

describe('the draft on the device', () => {
  it('is the same after a reload, and gone once forgotten', () => {
    const place = shelf();
    expect(draftKeeper('K3F9', () => place).write(draft)).toBe(true);
    expect(draftKeeper('K3F9', () => place).read()).toEqual(draft);
    draftKeeper('K3F9', () => place).forget();
    expect(place.kept.size).toBe(0);
  });

  it('is kept for each survey by itself', () => {
    const place = shelf();
    draftKeeper('K3F9', () => place).write(draft);
    expect(draftKeeper('OTHER', () => place).read()).toBeUndefined();
  });

  it('is missing, without harm, where the device keeps nothing', () => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const keeper = draftKeeper('K3F9', denied);
    expect(keeper.write(draft)).toBe(false);
    expect(keeper.read()).toBeUndefined();
    expect(() => keeper.forget()).not.toThrow();
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
    const place = shelf();
    place.setItem('manping:K3F9', text);
    expect(draftKeeper('K3F9', () => place).read()).toBeUndefined();
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
