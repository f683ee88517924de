import { describe, expect, it } from 'vitest';
import { seeded } from '../../analysis/seeded.ts';

const DRAWN = 20_000;

describe('how many of n trials succeed', () => {
  // Counted from success to success, by rejection, and both turned round.
  it.each([
    [30, 0.1],
    [1000, 0.004],
    [1000, 0.3],
    [50, 0.5],
    [40, 0.95],
    [1_000_000, 0.007],
    [1_000_000, 0.8],
  ])('has the mean and the spread of a binomial of %d trials with %d', (n, p) => {
    const chance = seeded(`${n} ${p}`);
    const drawn = Array.from({ length: DRAWN }, () => chance.binomial(n, p));
    const variance = n * p * (1 - p);
    const mean = drawn.reduce((sum, k) => sum + k, 0) / DRAWN;
    const spread = drawn.reduce((sum, k) => sum + (k - n * p) ** 2, 0) / DRAWN;
    // Four of their standard errors.
    expect(Math.abs(mean - n * p)).toBeLessThan(4 * Math.sqrt(variance / DRAWN));
    expect(Math.abs(spread / variance - 1)).toBeLessThan(4 * Math.sqrt((2 + 1 / variance) / DRAWN));
    expect(drawn.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
  });

  it('is all or none where each of them surely does or does not', () => {
    const chance = seeded('sure');
    expect([chance.binomial(7, 0), chance.binomial(7, 1), chance.binomial(0, 0.5)]).toEqual([
      0, 7, 0,
    ]);
  });
});
