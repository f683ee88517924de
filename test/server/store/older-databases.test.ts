import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findEvaluation, updateEvaluation } from '../../../server/store/evaluations.ts';
import { up as writeFeeds } from '../../../server/store/migrations/0005-feeds.ts';
import { openStore } from '../../../server/store/open.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey, type Survey } from '../../../server/store/surveys.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../support/engines.ts';
import { aResponse, aSurvey, type Fieldwork, startFieldwork } from '../../support/fieldwork.ts';

describe.each(ENGINES)('a database from before, on %s', (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase(engine);
  });
  afterEach(() => database.drop());

  /** Starts fieldwork, makes the database look as an older version left it, and opens it again. */
  async function reopened<T>(
    before: (store: Awaited<ReturnType<typeof openStore>>, fieldwork: Fieldwork) => Promise<T>,
  ) {
    const older = await openStore(database.options);
    const fieldwork = await startFieldwork(older);
    const made = await before(older, fieldwork);
    await older.close();
    const store = await openStore(database.options);
    return { store, made, ...fieldwork };
  }

  describe('in which nobody wrote down what feeds', () => {
    const feedsAfter = async (chosen: Record<string, string>, ...surveys: Partial<Survey>[]) => {
      const { store, evaluationId } = await reopened(async (older, { evaluationId: id }) => {
        await older.write.deleteFrom('surveys').execute();
        for (const each of surveys) await insertSurvey(older.write, aSurvey(id, each));
        await updateEvaluation(older.write, id, { feeds: chosen });
        await writeFeeds(older.write as unknown as Parameters<typeof writeFeeds>[0]);
      });
      const { feeds } = (await findEvaluation(store.read, evaluationId)) ?? {};
      await store.close();
      return feeds;
    };
    const a = { code: 'a' };
    const b = { code: 'b', state: 'closed' } as const;
    const draft = { code: 'draft', state: 'draft' } as const;
    const pilot = { code: 'pilot', phase: 'pilot' } as const;
    const staff = { code: 'staff', respondentGroup: 'management-object' } as const;

    it.each([
      ['the only formal survey goes on feeding', {}, [a, pilot], { public: 'a' }],
      ['so it does beside a draft that took its place', {}, [a, draft], { public: 'a' }],
      ['so does the one that was chosen', { public: 'b' }, [a, b], { public: 'b' }],
      ['a draft that was chosen does not', { public: 'draft' }, [draft, a], { public: 'a' }],
      ['of several none is picked', {}, [a, b], {}],
      ['each group has its own', {}, [a, staff], { public: 'a', 'management-object': 'staff' }],
    ])('%s', async (_, chosen, surveys, expected) => {
      expect(await feedsAfter(chosen, ...surveys)).toEqual(expected);
    });
  });

  it('whose counts were made another way is counted anew, once', async () => {
    const { store } = await reopened(async (older, { code }) => {
      const responses = Array.from({ length: 7 }, () => aResponse(code));
      await older.write.transaction().execute((trx) => storeBatch(trx, older.shard, responses));
      await older.write.deleteFrom('answer_counts').where('option', '=', 'composite').execute();
      await older.write.updateTable('day_counts').set({ n: 1 }).execute();
      await older.write.deleteFrom('settings').where('key', '=', 'counting').execute();
    });
    expect((await compareCounts(store.read)).differences).toEqual([]);

    await store.write.updateTable('day_counts').set({ n: 99 }).execute();
    await store.close();
    const again = await openStore(database.options);
    expect((await compareCounts(again.read)).differences).toHaveLength(1);
    await again.close();
  });
});
