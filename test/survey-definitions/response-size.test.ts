import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { LARGEST_RESPONSE } from '../../survey-definitions/response.ts';
import { type Json, sampleQuestionnaire } from './samples.ts';

function withTexts(lengths: readonly number[]): Json {
  const q = sampleQuestionnaire();
  q.sections[2].items = lengths.map((maxLength, n) => ({
    id: `${'t'.repeat(36)}-${n}`,
    type: 'text',
    topic: '意见',
    text: `意见 ${n}？`,
    required: false,
    maxLength,
  }));
  return q;
}

/** Every item answered as fully as it allows, beside all else that a response carries. */
function fullest(q: Questionnaire, character: string) {
  const answers = itemsOf(q).map((item): [string, string | string[]] => {
    if (item.type === 'text') return [item.id, character.repeat(item.maxLength)];
    const ids = optionsOf(q, item).map(({ id }) => id);
    return [
      item.id,
      item.type === 'multiple' ? ids : (ids.toSorted((a, b) => b.length - a.length)[0] ?? ''),
    ];
  });
  return {
    answers: Object.fromEntries(answers),
    startedAt: '2026-11-27T17:00:00.000+08:00',
    accessCode: '码'.repeat(200),
    proof: 'p'.repeat(4096),
  };
}

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('the answers to a questionnaire', () => {
  it.each([
    [[5000, 4000], true],
    [[5000, 5000], false],
    [Array(18).fill(500), true],
    [Array(100).fill(80), true],
    [Array(5).fill(5000), false],
  ])('of texts of at most %j characters fit into a response or are refused', (lengths, fits) => {
    expect(checkQuestionnaire(withTexts(lengths)).ok).toBe(fits);
  });

  it('fit whatever is written, where the questionnaire is taken', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 });
    const character = fc.constantFrom('满', '𠀀', '😀', '"', '\\', '\n', '\u0001', 'a');
    fc.assert(
      fc.property(lengths, character, (given, written) => {
        const checked = checkQuestionnaire(withTexts(given));
        fc.pre(checked.ok);
        if (checked.ok)
          expect(bytes(fullest(checked.value, written))).toBeLessThanOrEqual(LARGEST_RESPONSE);
      }),
      { numRuns: 60 },
    );
  });

  it('are counted with the options, of which there may be very many', () => {
    const q = sampleQuestionnaire();
    const options = Array.from({ length: 50 }, (_, o) => ({
      id: `${'o'.repeat(37)}-${o}`,
      label: `选项 ${o}`,
      ...(o === 0 ? { other: true } : {}),
    }));
    q.sections[2].items = Array.from({ length: 38 }, (_, n) => ({
      id: `many-${n}`,
      type: 'multiple',
      topic: '多选',
      text: `多选 ${n}？`,
      options,
    }));
    const checked = checkQuestionnaire(q, 'en');
    expect(checked).toMatchObject({
      ok: false,
      faults: [{ code: 'answers-too-large', path: '$.sections[2].items[26]' }],
    });
  });
});
