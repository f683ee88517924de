import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { assertDurable, readDurability } from '../../../server/store/durability.ts';
import { openStore } from '../../../server/store/open.ts';
import { createTestDatabase, ENGINES, openTestStore } from '../../support/engines.ts';

const WANTED = {
  sqlite3: { journal_mode: 'wal', synchronous: '2' },
  node: { journal_mode: 'wal', synchronous: '2' },
  postgres: { synchronous_commit: 'on', fsync: 'on', full_page_writes: 'on' },
};

describe.each(ENGINES)('durability of %s', (engine) => {
  it('the engine itself says that a commit is on disk', async () => {
    const { store, close } = await openTestStore(engine);
    try {
      expect(await readDurability(store)).toEqual(WANTED[engine]);
    } finally {
      await close();
    }
  });

  it('a setting that would acknowledge too early stops the start', async () => {
    const { store, close } = await openTestStore(engine);
    try {
      await store.write.connection().execute(async (write) => {
        const weaker =
          engine === 'postgres' ? 'set synchronous_commit = off' : 'pragma synchronous = normal';
        await sql.raw(weaker).execute(write);
        await expect(assertDurable({ ...store, write })).rejects.toMatchObject({
          name: 'StartError',
          code: 'not-durable',
          message: expect.stringMatching(/synchronous(_commit)? = (off|1)/),
        });
      });
    } finally {
      await close();
    }
  });
});

const POSTGRES = ENGINES.filter((engine) => engine === 'postgres');
describe.each(POSTGRES)('%s with a weaker default', (engine) => {
  it('is overruled for every connection of ours', async () => {
    const database = await createTestDatabase(engine);
    const url = new URL(database.options.databaseUrl ?? '');
    const options = url.searchParams.get('options');
    url.searchParams.set('options', `${options} -csynchronous_commit=off`);
    try {
      const store = await openStore({ ...database.options, databaseUrl: url.href });
      const settings = await Promise.all(Array.from({ length: 8 }, () => readDurability(store)));
      await store.close();
      for (const each of settings) expect(each).toEqual(WANTED.postgres);
    } finally {
      await database.drop();
    }
  });
});
