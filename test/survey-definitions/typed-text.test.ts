import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCaseless, foldNumber, foldTyped } from '../../survey-definitions/typed-text.ts';

describe('a name or code as it was typed', () => {
  it.each([
    ['full width', 'ＡＢｃ１２', 'ABc12'],
    ['spaces of every kind', '\u3000A B\u00a0C\u2009D\t', 'ABCD'],
    ['dashes of every kind', 'A-B‐C‑D–E—F−G﹣H－I⁻J', 'A-B-C-D-E-F-G-H-I-J'],
    ['characters nobody sees', '\ufeffA\u200bB\u00adC\u2060D\ufe0f', 'ABCD'],
    ['an accent that was kept apart', 'e\u200d\u0301', 'é'],
    ['Chinese as it is', '王 小明', '王小明'],
    ['nothing at all', ' \u200b', ''],
  ])('%s', (_, typed, meant) => {
    expect(foldTyped(typed)).toBe(meant);
  });

  it.each([
    ['ＡＤＭＩＮ', 'admin'],
    ['Pub Eca 67', 'pubeca67'],
    ['ÉCOLE', 'école'],
    ['İ', 'i̇'],
  ])('has no capitals where a code has none: %s', (typed, meant) => {
    expect(foldCaseless(typed)).toBe(meant);
  });

  it('is its own folding', () => {
    const any = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(any, (typed) => {
        expect(foldTyped(foldTyped(typed))).toBe(foldTyped(typed));
        expect(foldCaseless(foldCaseless(typed))).toBe(foldCaseless(typed));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a number as it was typed', () => {
  it.each([
    ['18.6', '18.6'],
    ['１８．６', '18.6'],
    ['18。6', '18.6'],
    ['18｡6', '18.6'],
    [' 18.6\u200b', '18.6'],
    ['−5', '-5'],
    ['－ 5', '-5'],
    ['—5', '-5'],
    ['+5', '5'],
    ['＋５', '5'],
    ['1,234,567.80', '1234567.80'],
    ['１，２３４', '1234'],
    ['1 234 567', '1234567'],
    ['1\u00a0234', '1234'],
    ['1 / 3', '1/3'],
    ['１／３', '1/3'],
    ['1⁄3', '1/3'],
  ])('%s is %s', (typed, meant) => {
    expect(foldNumber(typed)).toBe(meant);
  });

  it.each([
    ['1,5', '1,5'],
    ['0,250', '0,250'],
    ['1,23', '1,23'],
    ['12,34,567', '12,34,567'],
    ['1,234 567', '1,234 567'],
    ['3 4', '3 4'],
    ['1½', '1½'],
    ['10²', '10²'],
    ['①', '①'],
    ['5万', '5万'],
    ['89.3%', '89.3%'],
    ['1.234.567', '1.234.567'],
    ['5-10', '5-10'],
  ])('%s is left to be refused, for nobody knows what it means', (typed, kept) => {
    expect(foldNumber(typed)).toBe(kept);
  });

  it('in percent may say so', () => {
    expect(['89.3%', '89.3 ％', '８９．３％'].map((typed) => foldNumber(typed, '%'))).toEqual(
      Array(3).fill('89.3'),
    );
    expect(foldNumber('89.3%%', '%')).toBe('89.3%%');
    expect(foldNumber('89.3‰', '%')).toBe('89.3‰');
  });

  it('is its own folding, and never another number than it was', () => {
    const sign = fc.constantFrom(...'0123456789.,+-/% 。，％＋－／０９\u200b½²①', '，', '1', '000');
    const typed = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(typed, fc.constantFrom('%', null), (text, unit) => {
        const once = foldNumber(text, unit);
        expect(foldNumber(once, unit)).toBe(once);
        if (/^\d+(\.\d+)?$/.test(text)) expect(once).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});
