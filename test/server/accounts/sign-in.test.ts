import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAttempts } from '../../../server/accounts/attempts.ts';
import { markDevice } from '../../../server/accounts/known-device.ts';
import { createPasswordCheck, type Tried } from '../../../server/accounts/password-check.ts';
import { hashPassword, verifyPassword } from '../../../server/accounts/passwords.ts';
import { createSignIn, mustStillSignIn } from '../../../server/accounts/sign-in.ts';
import { createSigner } from '../../../server/accounts/signing-key.ts';
import { Problem } from '../../../server/problem.ts';
import {
  findUserById,
  insertFirstUser,
  insertUser,
  setPasswordHash,
} from '../../../server/store/users.ts';
import { cheapHash } from '../../support/cheap-password.ts';
import { countingStatements } from '../../support/counting-statements.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

const log = pino({ level: 'silent' });
const wrong = { username: 'scorer', password: 'wrong', network: undefined, device: undefined };
const right = { ...wrong, password: 'right' };

describe.each(ENGINES)('who may try to sign in (%s)', (engine) => {
  const store = withTestStore(engine);
  beforeAll(async () => {
    const passwordHash = cheapHash('right');
    const user = { id: randomUUID(), username: 'scorer', passwordHash, admin: true };
    await insertFirstUser(store.write, { ...user, createdAt: NOW.toISOString() });
  });

  function open({ lateMs = 0 } = {}) {
    const sign = createSigner(store);
    const clock = { ms: 0 };
    const { store: counted, statements } = countingStatements(store);
    const check = createPasswordCheck({ log, sign, lateMs, elapsed: () => clock.ms });
    const signIn = createSignIn({ store: counted, log, now: () => NOW, check });
    const outcome = async (tried: Tried) => {
      try {
        await signIn(tried);
        return 'in';
      } catch (error) {
        return error instanceof Problem ? error.code : String(error);
      }
    };
    return { sign, clock, statements, outcome };
  }

  it.each(['203.0.113.5', 'loopback'])(
    'is limited for the whole network %s, whatever names it tries',
    async (network) => {
      const { outcome, sign, clock } = open();
      // Its own people's successes do not use it up.
      for (let n = 0; n < 40; n += 1) expect(await outcome({ ...right, network })).toBe('in');
      for (let n = 0; n < 30; n += 1) {
        // One account's name, so that no name costs a whole hash; it is due again after five minutes.
        expect(await outcome({ ...wrong, network })).toBe('wrong-credentials');
        clock.ms += 300_000;
      }
      clock.ms -= 300_000 - 500;
      expect(await outcome({ ...right, username: 'another', network })).toBe('too-many-attempts');
      expect(await outcome({ ...right, username: 'another', network: '198.51.100.7' })).toBe(
        'wrong-credentials',
      );
      const device = await markDevice(sign, undefined, 'scorer');
      expect(await outcome({ ...right, network, device })).toBe('in');
    },
  );

  it('is nobody whose account is disabled, as if the password were wrong', async () => {
    const { outcome } = open();
    const disable = (disabled_at: string | null) =>
      store.write.updateTable('users').set({ disabled_at }).execute();
    await disable(NOW.toISOString());
    expect(await outcome(right)).toBe('wrong-credentials');
    await disable(null);
    expect(await outcome(right)).toBe('in');
  });

  it('is answered late where it is refused, for whatever reason, and at once where it is right', async () => {
    const { outcome } = open({ lateMs: 300 });
    const timed = async (tried: Tried) => {
      const began = performance.now();
      return { outcome: await outcome(tried), ms: performance.now() - began };
    };
    expect((await timed(right)).ms).toBeLessThan(300);
    for (let n = 0; n < 3; n += 1) {
      const { ms } = await timed(wrong);
      expect(ms).toBeGreaterThanOrEqual(295);
    }
    const waiting = await timed(wrong);
    expect(waiting.outcome).toBe('too-many-attempts');
    expect(waiting.ms).toBeGreaterThanOrEqual(295);
  });

  it('takes about as long for a wrong password, a disabled account, and a name that nobody has', async () => {
    const passwordHash = await hashPassword('right');
    const add = async (username: string, disabledAt: string | null) => {
      const user = { id: randomUUID(), username, passwordHash, admin: false };
      await insertUser(store.write, { ...user, createdAt: NOW.toISOString() });
      await store.write
        .updateTable('users')
        .set({ disabled_at: disabledAt })
        .where('id', '=', user.id)
        .execute();
    };
    await add('in-use', null);
    await add('disabled', NOW.toISOString());
    const least = new Map<string, number>();
    for (let round = 0; round < 3; round += 1) {
      const { outcome } = open();
      for (const [username, password] of [
        ['in-use', 'wrong'],
        ['disabled', 'right'],
        ['nobody', 'right'],
      ] as const) {
        const began = performance.now();
        expect(await outcome({ ...wrong, username, password })).toBe('wrong-credentials');
        const took = performance.now() - began;
        least.set(username, Math.min(took, least.get(username) ?? took));
      }
    }
    const times = [...least.values()];
    expect(Math.max(...times)).toBeLessThan(3 * Math.min(...times));
  });

  it('asks the database for the name alone, and for nothing while it must wait', async () => {
    const { outcome, statements } = open();
    for (let n = 0; n < 3; n += 1) {
      await outcome(wrong);
      expect(statements()).toBe(1);
    }
    expect(await outcome(wrong)).toBe('too-many-attempts');
    expect(statements()).toBe(0);
  });

  it('begins nothing where the password was changed, or the account disabled, after it was looked at', async () => {
    const id = randomUUID();
    const user = { id, username: id, passwordHash: cheapHash('right'), admin: false };
    await insertUser(store.write, { ...user, createdAt: NOW.toISOString() });
    const looked = await findUserById(store.read, id);
    if (looked === undefined) throw new Error('there is no such account');
    const begins = () =>
      store.write
        .transaction()
        .execute((trx) => mustStillSignIn(trx, looked))
        .then(() => 'begins')
        .catch((error: unknown) => (error instanceof Problem ? error.code : error));
    expect(await begins()).toBe('begins');
    const at = NOW.toISOString();
    await setPasswordHash(store.write, id, { passwordHash: cheapHash('next'), at });
    expect(await begins()).toBe('wrong-credentials');
    await setPasswordHash(store.write, id, { passwordHash: looked.passwordHash, at });
    await store.write.updateTable('users').set({ disabled_at: at }).where('id', '=', id).execute();
    expect(await begins()).toBe('wrong-credentials');
  });

  it('loses nothing by a server that was too busy to look', async () => {
    const { outcome } = open();
    const slow = cheapHash('other', 2 ** 14);
    const quick = cheapHash('other');
    // Thirty strangers stay in line for as long as those ahead of them take.
    const flood = [
      ...Array.from({ length: 30 }, () => verifyPassword('wrong', slow, true)),
      ...Array.from({ length: 30 }, () => verifyPassword('wrong', quick)),
    ];
    for (let n = 0; n < 5; n += 1) expect(await outcome(wrong)).toBe('busy');
    await Promise.all(flood);
    for (let n = 0; n < 3; n += 1) expect(await outcome(wrong)).toBe('wrong-credentials');
    expect(await outcome(wrong)).toBe('too-many-attempts');
  });
});

describe('failures that are remembered', () => {
  function attemptsAt(free: number, most?: number) {
    const clock = { ms: 0 };
    return { clock, attempts: createAttempts(() => clock.ms, free, most) };
  }

  it('cost five minutes at most, and nothing after a quiet hour', () => {
    const { clock, attempts } = attemptsAt(1);
    for (let n = 0; n < 100; n += 1) {
      attempts.take('a');
      clock.ms += 300_000;
    }
    attempts.take('a');
    expect(attempts.take('a')).toEqual({ wait: 300_000 });
    clock.ms += 3_600_000;
    attempts.take('b');
    expect(attempts.size()).toBe(1);
  });

  it('are no more than may be, whatever names are made up', () => {
    const { attempts } = attemptsAt(3, 100);
    for (let n = 0; n < 1000; n += 1) attempts.take(`name-${n}`);
    expect(attempts.size()).toBeLessThanOrEqual(101);
  });

  it('are as before where a try is taken back', () => {
    const { clock, attempts } = attemptsAt(1);
    attempts.take('a');
    clock.ms = 1000;
    const tried = attempts.take('a');
    if ('wait' in tried) throw new Error('it was due');
    tried.takeBack();
    expect(attempts.take('a')).not.toHaveProperty('wait');
  });
});
