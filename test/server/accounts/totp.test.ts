import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from '../../../server/accounts/totp.ts';
import { totpCode } from '../../support/totp-code.ts';

/** RFC 6238, appendix B: the key "12345678901234567890", SHA-1; eight digits there, of which an app shows the last six. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i s is that of RFC 6238: %s', (seconds, code) => {
    expect(totpStep(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
    expect(totpCode(SECRET, at(seconds))).toBe(code);
  });

  it('is taken a step early and a step late, as clocks differ, and no further', () => {
    const now = 1111111109;
    const step = Math.floor(now / 30);
    const taken = [-2, -1, 0, 1, 2].map((away) =>
      totpStep(SECRET, totpCode(SECRET, at(now + 30 * away)), at(now)),
    );
    expect(taken).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it.each(['081 804', '０８１８０４', ' 081-804 ', '08\u200b1804', '０８１　８０４'])(
    'is the same however it is typed: %j',
    (typed) => {
      expect(totpStep(SECRET, typed, at(1111111109))).toBe(37037036);
    },
  );

  it.each(['', '08180', '0818040', '08180a', '081804 081804', '٠٨١٨٠٤', '-----', '081804\0x'])(
    'is none: %j',
    (typed) => {
      expect(totpStep(SECRET, typed, at(1111111109))).toBeUndefined();
    },
  );

  it('is none whatever else is typed, and nothing fails at it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        const folded = typed.normalize('NFKC').replace(/\D/g, '');
        fc.pre(folded.length !== 6);
        return totpStep(SECRET, typed, at(1111111109)) === undefined;
      }),
    );
  });

  it('comes of a key with 160 random bits, which an app reads with who issued it and whose it is', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    const uri = new URL(totpUri(secret, '王 伟'));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.href)).toContain('totp/满评 Manping:王 伟?');
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret, issuer: '满评 Manping' });
  });
});
