import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, outOf, wholePercent } from '../../../client/workbench/format.ts';

describe('numbers on the screens', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('count %i is read as %s', (n, text) => {
    expect(count(n)).toBe(text);
  });

  it('a count with its thousands set apart is still the same count', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (n) => {
        expect(Number(count(n).replaceAll(',', ''))).toBe(n);
        expect(count(n)).toMatch(/^\d{1,3}(,\d{3})*$/);
      }),
    );
  });

  it('more received than planned is so many of so many, never a rate', () => {
    expect(outOf(137, 100)).toBe('137\u00a0/\u00a0100');
  });

  it('a share that describes has no decimals and is rounded half up', () => {
    expect(wholePercent(128, 137)).toBe('93');
    expect(wholePercent(1, 200)).toBe('1');
    expect(wholePercent(0, 137)).toBe('0');
  });

  it('a share of nobody is no number', () => {
    expect(wholePercent(0, 0)).toBeNull();
  });
});
