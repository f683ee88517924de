import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { claimSetting, probeWrite, readSetting } from '../../../server/store/settings.ts';
import { ENGINES, openTestStore } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

describe.each(ENGINES)('transactions on %s', (engine) => {
  const store = withTestStore(engine);

  it('what is committed is read at once, over the other connections too', async () => {
    await store.write.transaction().execute(async (trx) => {
      expect(await claimSetting(trx, 'committed', 'yes')).toBe(true);
      expect(await readSetting(store.read, 'committed')).toBeUndefined();
    });
    const readers = Array.from({ length: 8 }, () => readSetting(store.read, 'committed'));
    expect(new Set(await Promise.all(readers))).toEqual(new Set(['yes']));
  });

  it('what fails is undone, and its own error is told', async () => {
    const failing = store.write.transaction().execute(async (trx) => {
      await claimSetting(trx, 'undone', 'yes');
      throw new Error('on second thoughts');
    });
    await expect(failing).rejects.toThrow('on second thoughts');
    expect(await readSetting(store.read, 'undone')).toBeUndefined();
    expect(await claimSetting(store.write, 'undone', 'no')).toBe(true);
  });

  it('a statement that fails undoes the whole transaction', async () => {
    const failing = store.write.transaction().execute(async (trx) => {
      await claimSetting(trx, 'half', 'yes');
      await trx.insertInto('settings').values({ key: 'half', value: 'again' }).execute();
    });
    await expect(failing).rejects.toThrow();
    expect(await readSetting(store.read, 'half')).toBeUndefined();
  });

  it('many at once all get their turn', async () => {
    await claimSetting(store.write, 'sum', '0');
    const add = () =>
      store.write
        .transaction()
        .execute((trx) =>
          trx
            .updateTable('settings')
            .set({ value: sql<string>`cast(cast(value as integer) + 1 as text)` })
            .where('key', '=', 'sum')
            .execute(),
        );
    await Promise.all(Array.from({ length: 50 }, add));
    expect(await readSetting(store.read, 'sum')).toBe('50');
  });

  it('counts and sums come back as numbers', async () => {
    const row = await store.read
      .selectFrom('settings')
      .select((eb) => [eb.fn.countAll().as('rows'), sql`sum(9007199254740991)`.as('sum')])
      .where('key', '=', 'sum')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ rows: 1, sum: Number.MAX_SAFE_INTEGER });
  });

  it('a key is claimed by exactly one of many', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => claimSetting(store.write, 'claimed', String(n))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await readSetting(store.read, 'claimed')).toBe(String(claims.indexOf(true)));
  });

  it('the health probe writes, each time anew', async () => {
    await probeWrite(store.write, NOW);
    expect(await readSetting(store.read, 'health')).toBe(NOW.toISOString());
    await probeWrite(store.write, new Date(NOW.getTime() + 1000));
    expect(await readSetting(store.read, 'health')).toBe('2026-03-01T08:00:01.000Z');
  });

  it('the health probe fails where nothing can be written', async () => {
    const readOnly = store.write.connection().execute(async (db) => {
      const [off, on] =
        engine === 'postgres'
          ? ['set default_transaction_read_only = off', 'set default_transaction_read_only = on']
          : ['pragma query_only = off', 'pragma query_only = on'];
      await sql.raw(on).execute(db);
      try {
        await probeWrite(db, NOW);
      } finally {
        await sql.raw(off).execute(db);
      }
    });
    await expect(readOnly).rejects.toThrow(/read.?only/i);
  });
});

const SQLITE = ENGINES.filter((engine) => engine !== 'postgres');
describe.each(SQLITE)('the connections that read, on %s', (engine) => {
  it('refuse to write', async () => {
    const { store, close } = await openTestStore(engine);
    try {
      await expect(probeWrite(store.read, NOW)).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
    } finally {
      await close();
    }
  });

  it('see one moment throughout a transaction', async () => {
    const { store, close } = await openTestStore(engine);
    try {
      await store.read.transaction().execute(async (trx) => {
        expect(await readSetting(trx, 'later')).toBeUndefined();
        await claimSetting(store.write, 'later', 'yes');
        expect(await readSetting(trx, 'later')).toBeUndefined();
      });
      expect(await readSetting(store.read, 'later')).toBe('yes');
    } finally {
      await close();
    }
  });
});
