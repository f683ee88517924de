import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accessCodeHash,
  newAccessCode,
  readAccessCode,
} from '../../../server/fieldwork/access-code.ts';

const CODE = '7K3F29QDABCDEFGHJKMNPQRSTV';

describe('an access code', () => {
  it('has 128 random bits in 26 characters that nobody mistakes for others', () => {
    const codes = Array.from({ length: 2000 }, newAccessCode);
    expect(new Set(codes).size).toBe(2000);
    // The first character holds three bits, every other one five.
    const seen = (at: number) => new Set(codes.map((code) => code.charAt(at)));
    expect(seen(0).size).toBe(8);
    for (let at = 1; at < 26; at += 1) expect(seen(at).size).toBe(32);
    expect(codes.join('')).not.toMatch(/[ILOU]/);
  });

  it('is read however somebody writes it down', () => {
    const slips: Record<string, string[]> = {
      '0': ['0', 'O', 'o'],
      '1': ['1', 'I', 'i', 'L', 'l'],
    };
    const written = fc.infiniteStream(
      fc.tuple(
        fc.nat(4),
        fc.boolean(),
        fc.constantFrom('', '-', ' ', '—', '－', '\u3000', '\u00a0', '\u200b', '\u00ad'),
      ),
    );
    fc.assert(
      fc.property(written, (stream) => {
        const code = newAccessCode();
        const text = [...code]
          .map((letter) => {
            const { value } = stream.next();
            const [slip, small, gap] = value ?? [0, false, ''];
            const as = slips[letter]?.[slip % (slips[letter]?.length ?? 1)] ?? letter;
            return (small ? as.toLowerCase() : as) + gap;
          })
          .join('');
        expect(readAccessCode(text)).toBe(code);
        const wide = text.replace(/[!-~]/g, (each) =>
          String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0),
        );
        expect(readAccessCode(wide)).toBe(code);
      }),
    );
  });

  it.each([
    '',
    CODE.slice(1),
    `${CODE}0`,
    CODE.replace('7', '8'),
    CODE.replace('A', 'U'),
    '，'.repeat(26),
  ])('is not what can be none: %j', (text) => {
    expect(readAccessCode(text)).toBeUndefined();
  });

  it('is kept as a hash that differs from survey to survey', () => {
    expect(accessCodeHash('a', CODE)).toMatch(/^[0-9a-f]{64}$/);
    expect(accessCodeHash('a', CODE)).not.toBe(accessCodeHash('b', CODE));
  });
});
