import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { display } from '../../../analysis/rounding.ts';
import { scoreEvaluation } from '../../../server/scoring/current.ts';
import { listEvaluations } from '../../../server/store/evaluations.ts';
import * as migration from '../../../server/store/migrations/0012-judging.ts';
import { openStore } from '../../../server/store/open.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { totalOf } from '../../../server/store/response-totals.ts';
import { schemaOf } from '../../support/at-older-version.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../support/engines.ts';
import { asItIs, isWholeOrNotAtAll } from '../../support/half-way.ts';
import { columnsAsIn, olderDatabase, rowsOf } from '../../support/older-database.ts';

/** A survey of the version before with 24 responses, some flagged, some invalid, one ineligible. */
const SURVEY = 's7ba7ec9b';

describe.each(ENGINES)('a database from before responses were judged, on %s', (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await olderDatabase('0012', engine);
  });
  afterEach(() => database.drop());

  it('keeps every row as it was, and has the tables and indexes of a new one', async () => {
    const before = await asItIs(database, '0012');
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

  isWholeOrNotAtAll(engine, '0012', '0012-judging', migration, () => database);
});
