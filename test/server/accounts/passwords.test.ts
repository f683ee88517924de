import { randomBytes, scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, newPassword, verifyPassword } from '../../../server/accounts/passwords.ts';
import { Problem } from '../../../server/problem.ts';

describe('a password', () => {
  it('is verified against its own hash and no other', async () => {
    const [hash, again] = await Promise.all([hashPassword('满意 100'), hashPassword('满意 100')]);
    expect(hash).not.toBe(again);
    expect(hash).not.toContain('满意');
    await expect(verifyPassword('满意 100', hash)).resolves.toBe(true);
    await expect(verifyPassword('满意 101', hash)).resolves.toBe(false);
  });

  it('is the same however the keyboard composed its letters', async () => {
    const hash = await hashPassword('caf\u00e9');
    await expect(verifyPassword('cafe\u0301', hash)).resolves.toBe(true);
  });

  it('of a name that nobody has is wrong, and takes about as long', async () => {
    const hash = await hashPassword('right');
    const timed = async (stored: string | undefined) => {
      const times: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const started = performance.now();
        expect(await verifyPassword('wrong', stored)).toBe(false);
        times.push(performance.now() - started);
      }
      return Math.min(...times);
    };
    const known = await timed(hash);
    const unknown = await timed(undefined);
    expect(unknown).toBeGreaterThan(known / 4);
    expect(unknown).toBeLessThan(known * 4);
  });

  it('is hashed one after the other, and a flood is refused instead of piling up', async () => {
    // Cheap, as if it had been hashed long ago: what is tested is the queue.
    const salt = randomBytes(16);
    const key = scryptSync('right', salt, 32, { N: 1024, r: 8, p: 1 });
    const hash = `scrypt$1024$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
    const tries = Array.from({ length: 40 }, () => verifyPassword('wrong', hash));
    const ended = await Promise.allSettled(tries);
    const refused = ended.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(40 - 1 - 30);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(Problem);
      expect(reason.code).toBe('busy');
    }
    await expect(verifyPassword('right', hash)).resolves.toBe(true);
  });

  it('of somebody known goes ahead of a flood, however long it is', async () => {
    const order: string[] = [];
    const hash = await hashPassword('right');
    const flood = Array.from({ length: 5 }, () =>
      verifyPassword('wrong', hash).then(() => order.push('stranger')),
    );
    await verifyPassword('right', hash, true).then(() => order.push('known'));
    await Promise.all(flood);
    expect(order.indexOf('known')).toBe(1);
  });

  it('that is made up has no characters that look alike', () => {
    const passwords = Array.from({ length: 50 }, newPassword);
    for (const password of passwords) {
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$/);
    }
    expect(new Set(passwords).size).toBe(50);
  });
});
