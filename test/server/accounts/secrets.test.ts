import { describe, expect, it } from 'vitest';
import { randomText } from '../../../server/accounts/secrets.ts';

describe('picking from an alphabet', () => {
  it('gives every character its share', () => {
    const counts = new Map<string, number>();
    for (const character of randomText('abcdefghijklmnopqrstuvwxyz23456', 31_000)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(31);
    // 1000 expected each; seven standard deviations.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(220);
  });
});
