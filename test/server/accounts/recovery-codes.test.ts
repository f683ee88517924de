import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, recoveryCodeHash } from '../../../server/accounts/recovery-codes.ts';

describe('recovery codes', () => {
  const codes = newRecoveryCodes();

  it('are ten, all different, in groups that people can type', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('are kept as what they cannot be had back from, differently for each account', () => {
    const [code = ''] = codes;
    const hash = recoveryCodeHash('a', code);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(recoveryCodeHash('b', code)).not.toBe(hash);
  });

  it('are the same in small letters, without dashes, with spaces, in full width, with O for 0 and l for 1', () => {
    const meant = recoveryCodeHash('a', '0123-4567-89AB-CDEF');
    for (const typed of [
      '0123456789abcdef',
      ' 0123 4567 89ab cdef ',
      '０１２３－４５６７－８９ＡＢ－ＣＤＥＦ',
      'Ol23-4567-89ab-cdef',
      'oI23—4567—89AB—CDEF',
    ]) {
      expect(recoveryCodeHash('a', typed)).toBe(meant);
    }
  });

  it.each(['', '0123', '0123-4567-89AB-CDE', '0123-4567-89AB-CDEF-0'])('are none: %j', (typed) => {
    expect(recoveryCodeHash('a', typed)).toBeUndefined();
  });
});
