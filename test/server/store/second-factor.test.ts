import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../server/store/open.ts';
import {
  confirmTotp,
  countRecoveryCodes,
  removeSecondFactor,
  replaceRecoveryCodes,
  setPendingTotp,
  takeRecoveryCode,
  takeTotpStep,
} from '../../../server/store/second-factor.ts';
import type { Store } from '../../../server/store/store.ts';
import { findUserById, insertUser } from '../../../server/store/users.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

describe.each(ENGINES)('a second factor on %s', (engine) => {
  const store = withTestStore(engine);
  let second: Store;
  beforeAll(async () => {
    second = await openStore(store.database.options);
  });
  afterAll(() => second.close());

  async function withFactor(): Promise<string> {
    const id = randomUUID();
    const user = { id, username: id, passwordHash: 'none', admin: false };
    await insertUser(store.write, { ...user, createdAt: NOW.toISOString() });
    await setPendingTotp(store.write, id, 'KEY');
    await confirmTotp(store.write, id, { secret: 'KEY', step: 100 });
    await replaceRecoveryCodes(store.write, id, ['a', 'b', 'c']);
    return id;
  }
  /** The same asked of two servers, several times each, all at once. */
  const atOnce = (ask: (db: Store['write']) => Promise<boolean>) =>
    Promise.all([store, second, store, second, store, second].map(({ write }) => ask(write)));

  it('has no code taken twice, also of two servers at once', async () => {
    const id = await withFactor();
    const take = (step: number) => atOnce((db) => takeTotpStep(db, id, { secret: 'KEY', step }));
    expect((await take(101)).filter(Boolean)).toHaveLength(1);
    expect(await take(101)).not.toContain(true);
    expect((await take(102)).filter(Boolean)).toHaveLength(1);
  });

  it('takes no code of an earlier step than was taken, nor the one it was confirmed by', async () => {
    const id = await withFactor();
    expect(await takeTotpStep(store.write, id, { secret: 'KEY', step: 100 })).toBe(false);
    expect(await takeTotpStep(store.write, id, { secret: 'KEY', step: 105 })).toBe(true);
    expect(await takeTotpStep(store.write, id, { secret: 'KEY', step: 104 })).toBe(false);
  });

  it('takes no code of a key that is not in force any more', async () => {
    const id = await withFactor();
    expect(await takeTotpStep(store.write, id, { secret: 'OLD', step: 200 })).toBe(false);
  });

  it('has each recovery code used once, also by two servers at once', async () => {
    const id = await withFactor();
    const use = () => atOnce((db) => takeRecoveryCode(db, id, 'b', NOW));
    expect((await use()).filter(Boolean)).toHaveLength(1);
    expect(await use()).not.toContain(true);
    expect(await countRecoveryCodes(store.read, id)).toBe(2);
    expect(await takeRecoveryCode(store.write, randomUUID(), 'a', NOW)).toBe(false);
  });

  it('is put in force by the newest key alone, once', async () => {
    const id = await withFactor();
    await setPendingTotp(store.write, id, 'NEW');
    expect(await findUserById(store.read, id)).toMatchObject({
      totpSecret: 'KEY',
      totpPending: 'NEW',
    });
    expect(await confirmTotp(store.write, id, { secret: 'OTHER', step: 1 })).toBe(false);
    const confirmed = await atOnce((db) => confirmTotp(db, id, { secret: 'NEW', step: 300 }));
    expect(confirmed.filter(Boolean)).toHaveLength(1);
    expect(await findUserById(store.read, id)).toMatchObject({
      totpSecret: 'NEW',
      totpPending: null,
      totpLastStep: 300,
    });
  });

  it('is taken away with its recovery codes', async () => {
    const id = await withFactor();
    expect(await removeSecondFactor(store.write, id)).toBe(true);
    expect(await countRecoveryCodes(store.read, id)).toBe(0);
    expect(await takeTotpStep(store.write, id, { secret: 'KEY', step: 500 })).toBe(false);
    expect(await removeSecondFactor(store.write, id)).toBe(false);
  });
});
