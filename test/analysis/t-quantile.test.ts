import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tQuantile } from '../../analysis/t-quantile.ts';

/** p, degrees of freedom and t to 30 digits, calculated with mpmath at 45. */
const TABLE = readFileSync(new URL('t-quantiles.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string, string]);

describe('a quantile of t', () => {
  it.each(TABLE)('of %s with %s degrees of freedom is %s, to 1e-12 of it', (p, df, t) => {
    const relative = tQuantile(Number(p), Number(df)) / Number(t) - 1;
    expect(Math.abs(relative)).toBeLessThan(1e-12);
  });

  it('of a half is 0, and of what is no share or no degrees of freedom there is none', () => {
    expect(tQuantile(0.5, 7)).toBeCloseTo(0, 12);
    for (const [p, df] of [
      [1, 5],
      [0.4, 5],
      [0.9, 0],
      [Number.NaN, 5],
    ] as const)
      expect(() => tQuantile(p, df)).toThrow(RangeError);
  });
});
