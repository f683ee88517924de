import { describe, expect, it } from 'vitest';
import { createRateLimit, LIMIT, WINDOW_MS } from '../../../server/fieldwork/rate-limit.ts';

/** A rate by a clock that only the test moves. */
function rateAt(networks?: number) {
  const clock = { ms: 0 };
  return { clock, rate: createRateLimit(() => clock.ms, networks) };
}

describe('the rate of new responses', () => {
  it('lets a village answer one a second for ten minutes', () => {
    expect(LIMIT / (WINDOW_MS / 1000)).toBe(1);
    const { clock, rate } = rateAt();
    for (let n = 0; n < LIMIT; n += 1) expect(rate.take('a')).toBeUndefined();
    expect(rate.take('a')).toBe(600);
    expect(rate.take('b')).toBeUndefined();
    clock.ms = 599_001;
    expect(rate.take('a')).toBe(1);
    clock.ms = WINDOW_MS;
    expect(rate.take('a')).toBeUndefined();
  });

  it('counts only what was stored', () => {
    const { clock, rate } = rateAt();
    for (let n = 0; n < 3 * LIMIT; n += 1) {
      expect(rate.take('a')).toBeUndefined();
      rate.giveBack('a');
    }
    for (let n = 0; n < LIMIT; n += 1) rate.take('a');
    expect(rate.take('a')).toBe(600);
    // A window that is over is not the one that was counted in.
    clock.ms = WINDOW_MS;
    rate.giveBack('a');
    rate.giveBack('nobody');
    clock.ms = 0;
    expect(rate.take('a')).toBe(600);
  });

  it('remembers no more networks than it may, the newest of them', () => {
    const { clock, rate } = rateAt(100);
    for (let n = 0; n < 1000; n += 1) {
      clock.ms = n;
      rate.take(`net-${n}`);
      expect(rate.size()).toBeLessThanOrEqual(100);
    }
    clock.ms = 1000;
    for (let n = 0; n < LIMIT - 1; n += 1) rate.take('net-999');
    expect(rate.take('net-999')).toBeGreaterThan(0);
  });

  it('forgets a network once its window is over', () => {
    const { clock, rate } = rateAt();
    for (let n = 0; n < 50; n += 1) rate.take(`net-${n}`);
    clock.ms = WINDOW_MS;
    rate.take('another');
    expect(rate.size()).toBe(1);
  });
});
