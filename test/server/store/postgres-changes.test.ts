import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '../../../server/store/changes.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../support/engines.ts';
import { withTestStore } from '../../support/store.ts';

const POSTGRES = ENGINES.filter((engine) => engine === 'postgres');

describe.each(ENGINES)('what is committed, on %s', (engine) => {
  const store = withTestStore(engine);

  it('is told to whoever listens in this process, at once, until he stops', () => {
    const heard: Topic[][] = [];
    const stop = store.changes.listen((topics) => heard.push([...topics]));
    store.changes.tell(['survey:abc', 'survey:abc', 'people']);
    store.changes.tell([]);
    stop();
    store.changes.tell(['survey:def']);
    expect(heard).toEqual([['survey:abc', 'people']]);
  });
});

describe.each(POSTGRES)('what one server process commits, on %s', (engine) => {
  let database: TestDatabase;
  let one: Store;
  let other: Store;
  let heard: Topic[][];
  const hears = (store: Store) =>
    vi.waitFor(() => expect(store.changes.hearsOthers()).toBe(true), { timeout: 10_000 });

  beforeEach(async () => {
    database = await createTestDatabase(engine);
    one = await openStore(database.options);
    other = await openStore(database.options);
    await Promise.all([hears(one), hears(other)]);
    heard = [];
    other.changes.listen((topics) => heard.push([...topics]));
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await database.drop();
  });

  it('another hears, each thing once, and what it says itself it is not told again', async () => {
    const own: Topic[][] = [];
    one.changes.listen((topics) => own.push([...topics]));
    one.changes.tell(['survey:abc', 'people']);
    expect(own).toEqual([['survey:abc', 'people']]);
    await vi.waitFor(() => expect(heard).toEqual([['survey:abc', 'people']]));
    other.changes.tell(['survey:def']);
    await vi.waitFor(() => expect(own.at(-1)).toEqual(['survey:def']));
    expect(own).toHaveLength(2);
  });

  it('is told twice a second at the most, however much it is', async () => {
    const from = performance.now();
    while (performance.now() - from < 1_600) {
      one.changes.tell([`survey:${heard.length % 2 === 0 ? 'a' : 'b'}`, 'survey:c']);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await vi.waitFor(() => expect(heard.flat()).toContain('survey:c'));
    expect(heard.length).toBeGreaterThanOrEqual(3);
    expect(heard.length).toBeLessThanOrEqual(5);
  });

  it('is everything where it is too much to be said', async () => {
    one.changes.tell(Array.from({ length: 1_000 }, (_, n) => `survey:code${n}` as const));
    await vi.waitFor(() => expect(heard).toEqual([['everything']]));
  });

  it('another schema of the database does not hear', async () => {
    const elsewhere = await createTestDatabase(engine);
    const foreign = await openStore(elsewhere.options);
    await hears(foreign);
    const there: Topic[][] = [];
    foreign.changes.listen((topics) => there.push([...topics]));
    one.changes.tell(['people']);
    await vi.waitFor(() => expect(heard).toEqual([['people']]));
    expect(there).toEqual([]);
    await foreign.close();
    await elsewhere.drop();
  });

  it('is heard though it stops in the same moment', async () => {
    const third = await openStore(database.options);
    await hears(third);
    third.changes.tell(['survey:first']);
    await vi.waitFor(() => expect(heard.flat()).toContain('survey:first'));
    // Within the half second in which it says nothing.
    third.changes.tell(['survey:last']);
    await third.close();
    await vi.waitFor(() => expect(heard.flat()).toContain('survey:last'), { timeout: 400 });
  });

  it('is heard though its line was cut in the same moment', async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'manping changes' and query ilike '%' || 'manping_' || md5(current_schema()) || '%'
      order by backend_start limit 1`.execute(one.write);
    one.changes.tell(['survey:meanwhile']);
    await vi.waitFor(() => expect(heard.flat()).toContain('survey:meanwhile'), { timeout: 2_000 });
    expect(other.changes.hearsOthers()).toBe(true);
  });

  it('is heard again after the line was cut, and what was missed is everything', async () => {
    const cut = async () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'manping changes' and query ilike '%' || 'manping_' || md5(current_schema()) || '%'`.execute(
        one.write,
      );
    await cut();
    await vi.waitFor(() => expect(other.changes.hearsOthers()).toBe(false), { timeout: 5_000 });
    await Promise.all([hears(one), hears(other)]);
    expect(heard.flat()).toContain('everything');
    one.changes.tell(['survey:later']);
    await vi.waitFor(() => expect(heard.flat()).toContain('survey:later'));
  });
});
