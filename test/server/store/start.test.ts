import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../server/store/migrations/all.ts';
import { openStore } from '../../../server/store/open.ts';
import { claimSetting, readSetting } from '../../../server/store/settings.ts';
import type { Store } from '../../../server/store/store.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../support/engines.ts';
import { runScript } from '../../support/run-script.ts';

/** How often each migration was applied. */
async function applied(store: Store): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; n: number }>`
    select name, count(*) as n from kysely_migration group by name`.execute(store.read);
  return Object.fromEntries(rows.map((row) => [row.name, row.n]));
}
const ONCE = Object.fromEntries(Object.keys(MIGRATIONS).map((name) => [name, 1]));

describe.each(ENGINES)('starting on %s', (engine) => {
  let database: TestDatabase;
  const stores: Store[] = [];
  const open = async () => {
    const store = await openStore(database.options);
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    database = await createTestDatabase(engine);
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await database.drop();
  });

  it('an empty database is made ready, and a second start finds everything as it was', async () => {
    const first = await open();
    expect(first.engine).toBe(engine);
    await claimSetting(first.write, 'kept', 'yes');
    const second = await open();
    expect(await readSetting(second.read, 'kept')).toBe('yes');
    expect(await applied(second)).toEqual(ONCE);
  });

  it('four at once in one process all come up, and each migration is applied once', async () => {
    const [first] = await Promise.all([open(), open(), open(), open()]);
    expect(await applied(first)).toEqual(ONCE);
  });

  it('four processes at once all come up, and each migration is applied once', async () => {
    const results = await Promise.all(
      Array.from({ length: 4 }, () => runScript('test/support/open-and-say.ts', [], database.env)),
    );
    for (const { code, stdout, stderr } of results) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({ engine, settings: [{ key: 'counting' }] });
    }
    expect(await applied(await open())).toEqual(ONCE);
  });

  it('databases beside each other know nothing of each other', async () => {
    const first = await open();
    const own = database;
    database = await createTestDatabase(engine);
    try {
      const second = await open();
      await claimSetting(second.write, 'whose', 'second');
      expect(await readSetting(first.read, 'whose')).toBeUndefined();
      expect(await applied(second)).toEqual(ONCE);
      await stores.pop()?.close();
    } finally {
      await database.drop();
      database = own;
    }
  });

  it('a database that a newer version has migrated is refused, and left alone', async () => {
    const store = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2030')`.execute(
      store.write,
    );
    await expect(openStore(database.options)).rejects.toMatchObject({
      name: 'StartError',
      code: 'migration-failed',
      message: expect.stringContaining('9999-future'),
    });
    expect(await applied(store)).toEqual({ ...ONCE, '9999-future': 1 });
  });

  it('processes that share a database have count rows of their own where the engine lets them write at once', async () => {
    const shards = [await open(), await open(), await open()].map((store) => store.shard);
    expect(shards).toEqual(engine === 'postgres' ? [0, 1, 2] : [0, 0, 0]);
    await stores.shift()?.close();
    expect((await open()).shard).toBe(0);
  });
});

describe.each(ENGINES.filter((engine) => engine === 'postgres'))('%s that is not there', () => {
  it('stops the start with a line that names the variable and no password', async () => {
    const gone = openStore({ databaseUrl: 'postgres://me:secret@127.0.0.1:1/none', dataDir: '.' });
    const failure: unknown = await gone.catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'StartError', code: 'database-unreachable' });
    expect((failure as Error).message).toMatch(/^DATABASE_URL: /);
    expect((failure as Error).message).not.toContain('secret');
  });

  it('as a schema stops the start too', async () => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.searchParams.set('options', '-csearch_path=nowhere');
    await expect(openStore({ databaseUrl: url.href, dataDir: '.' })).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringContaining('no schema'),
    });
  });
});
