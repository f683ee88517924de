import { describe, expect, it } from 'vitest';
import { createRateLimit, LIMIT, WINDOW_MS } from '../../../server/fieldwork/rate-limit.ts';
import { NOW } from '../../support/fieldwork.ts';

const later = (ms: number) => new Date(NOW.getTime() + ms);

describe('the rate of new responses', () => {
  it('lets a village answer one a second for ten minutes', () => {
    expect(LIMIT / (WINDOW_MS / 1000)).toBe(1);
    const rate = createRateLimit();
    for (let n = 0; n < LIMIT; n += 1) expect(rate.take('a', NOW)).toBeUndefined();
    expect(rate.take('a', NOW)).toBe(600);
    expect(rate.take('a', later(599_001))).toBe(1);
    expect(rate.take('b', NOW)).toBeUndefined();
    expect(rate.take('a', later(WINDOW_MS))).toBeUndefined();
  });

  it('counts only what was stored', () => {
    const rate = createRateLimit();
    for (let n = 0; n < 3 * LIMIT; n += 1) {
      expect(rate.take('a', NOW)).toBeUndefined();
      rate.giveBack('a', NOW);
    }
    for (let n = 0; n < LIMIT; n += 1) rate.take('a', NOW);
    expect(rate.take('a', NOW)).toBe(600);
    // A window that is over is not the one that was counted in.
    rate.giveBack('a', later(WINDOW_MS));
    rate.giveBack('nobody', NOW);
    expect(rate.take('a', NOW)).toBe(600);
  });

  it('remembers no more networks than it may, the newest of them', () => {
    const rate = createRateLimit(100);
    for (let n = 0; n < 1000; n += 1) {
      rate.take(`net-${n}`, later(n));
      expect(rate.size()).toBeLessThanOrEqual(100);
    }
    for (let n = 0; n < LIMIT - 1; n += 1) rate.take('net-999', later(1000));
    expect(rate.take('net-999', later(1000))).toBeGreaterThan(0);
  });

  it('forgets a network once its window is over', () => {
    const rate = createRateLimit();
    for (let n = 0; n < 50; n += 1) rate.take(`net-${n}`, NOW);
    rate.take('another', later(WINDOW_MS));
    expect(rate.size()).toBe(1);
  });
});
