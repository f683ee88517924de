import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { display } from '../../../analysis/rounding.ts';
import { scoreEvaluation } from '../../../server/scoring/current.ts';
import { listEvaluations } from '../../../server/store/evaluations.ts';
import { up } from '../../../server/store/migrations/0012-judging.ts';
import { openStore } from '../../../server/store/open.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { totalOf } from '../../../server/store/response-totals.ts';
import { migrateToBefore, schemaOf } from '../../support/at-older-version.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../support/engines.ts';
import { columnsAsIn, olderDatabase, openAsItIs, rowsOf } from '../../support/older-database.ts';
import { runScript } from '../../support/run-script.ts';

/** A survey of the version before with 24 responses, some flagged, some invalid, one ineligible. */
const SURVEY = 's7ba7ec9b';

describe.each(ENGINES)('a database from before responses were judged, on %s', (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await olderDatabase('0012', engine);
  });
  afterEach(() => database.drop());

  async function asItIs() {
    const { store, prepare, prepared } = await openAsItIs(database);
    try {
      return { rows: await rowsOf(store, '0012'), schema: await schemaOf(store, prepare) };
    } finally {
      await store.close();
      await prepared();
    }
  }

  it('keeps every row as it was, and has the tables and indexes of a new one', async () => {
    const before = await asItIs();
    expect(before.rows['responses']).toHaveLength(193 + 24);
    const store = await openStore(database.options);
    const after = { rows: await rowsOf(store, '0012'), schema: await schemaOf(store, store.write) };
    await store.close();
    const columns = columnsAsIn(before.rows, after.rows);
    expect(columns).toEqual(columnsAsIn(before.rows, before.rows));
    const other = await createTestDatabase(engine);
    const fresh = await openStore(other.options);
    expect(after.schema).toEqual(await schemaOf(fresh, fresh.write));
    await fresh.close();
    await other.drop();
  });

  it('has nothing overruled, and counts as its answers say', async () => {
    const store = await openStore(database.options);
    const judged = await store.read.selectFrom('judgements').selectAll().execute();
    const overruled = await store.read
      .selectFrom('responses')
      .select('id')
      .where('ruled', 'is not', null)
      .execute();
    expect([judged, overruled]).toEqual([[], []]);
    expect((await compareCounts(store.read)).differences).toEqual([]);
    expect(await totalOf(store.read, SURVEY, {})).toBe(24);
    expect(await totalOf(store.read, SURVEY, { overruled: true })).toBe(0);
    const { items } = await listEvaluations(store.read, { limit: 10 });
    const totals = await Promise.all(
      items.map(async (each) => {
        const { total } = (await scoreEvaluation(store.read, each)).scored;
        return total && display(total, 2);
      }),
    );
    expect(totals).toContain('80.50');
    await store.close();
  });

  it('is as it was where the change fails half way, and is brought up to date the next time', async () => {
    const before = await asItIs();
    const { store, prepare, prepared } = await openAsItIs(database);
    const error = await migrateToBefore('0012', store, prepare, {
      '0012-judging': {
        async up(db) {
          await up(db);
          throw new Error('the disk is full');
        },
      },
    });
    expect(error).toMatchObject({ message: 'the disk is full' });
    await store.close();
    await prepared();
    expect(await asItIs()).toEqual(before);
    await (await openStore(database.options)).close();
    expect(columnsAsIn(before.rows, (await asItIs()).rows)).toEqual(
      columnsAsIn(before.rows, before.rows),
    );
  });

  // PostgreSQL undoes what a connection that is gone had begun; SQLite has to find it in its file.
  if (engine !== 'postgres')
    it('is as it was where the process is killed half way', async () => {
      const before = await asItIs();
      const { code } = await runScript(
        'test/support/cut-off-migration.ts',
        ['0012-judging'],
        database.env,
      );
      expect(code).toBeNull();
      expect(await asItIs()).toEqual(before);
    });
});
