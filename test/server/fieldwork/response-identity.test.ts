import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, responseId } from '../../../server/fieldwork/response-identity.ts';
import { receiptOf } from '../../../server/store/receipt.ts';

describe('the content of a response', () => {
  it('is the same in whatever order its items come', () => {
    const answers = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())));
    fc.assert(
      fc.property(answers, fc.option(fc.string(), { nil: undefined }), (given, startedAt) => {
        const turned = Object.fromEntries(Object.entries(given).reverse());
        expect(contentHash({ answers: turned, startedAt })).toBe(
          contentHash({ answers: given, startedAt }),
        );
      }),
    );
  });

  it.each([
    ['another answer', { answers: { air: 'satisfied', water: 'neutral' } }],
    ['one answer less', { answers: { air: 'very-satisfied' } }],
    [
      'a list in place of its one option',
      { answers: { air: ['very-satisfied'], water: 'neutral' } },
    ],
    ['another start', { answers: { air: 'very-satisfied', water: 'neutral' }, startedAt: 'x' }],
  ])('is different with %s', (_, other) => {
    const hash = contentHash({ answers: { air: 'very-satisfied', water: 'neutral' } });
    expect(contentHash(other)).not.toBe(hash);
  });
});

describe('a receipt', () => {
  it('follows from the id, in characters that can be read out', () => {
    const id = '4f2b7d9c-1111-4222-8333-444455556666';
    expect(receiptOf(id)).toBe(receiptOf(id));
    fc.assert(
      fc.property(fc.uuid(), (any) => {
        expect(receiptOf(any)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });
});

describe('the id of a response', () => {
  it('is any UUID, in lower case', () => {
    expect(responseId('4F2B7D9C-1111-4222-8333-444455556666')).toBe(
      '4f2b7d9c-1111-4222-8333-444455556666',
    );
    expect(responseId('00000000-0000-0000-0000-000000000001')).toBeDefined();
  });

  it.each(['', 'x', '4f2b7d9c111142228333444455556666', '4f2b7d9c-1111-4222-8333-44445555666g'])(
    'is not %j',
    (text) => {
      expect(responseId(text)).toBeUndefined();
    },
  );
});
