import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { display } from '../../../analysis/rounding.ts';
import { surveyResults } from '../../../analysis/satisfaction.ts';
import { scoreEvaluation } from '../../../server/scoring/current.ts';
import { readCounts } from '../../../server/store/counts.ts';
import { listEvaluations } from '../../../server/store/evaluations.ts';
import { listIndicatorSystems } from '../../../server/store/indicator-systems.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { up } from '../../../server/store/migrations/0007-ineligible.ts';
import { openStore } from '../../../server/store/open.ts';
import { findQuestionnaire, listQuestionnaires } from '../../../server/store/questionnaires.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { listResponses } from '../../../server/store/responses.ts';
import { listSurveys } from '../../../server/store/surveys.ts';
import { textIn } from '../../../survey-definitions/wording.ts';
import { migrateToBefore, schemaOf } from '../../support/at-older-version.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../support/engines.ts';
import { aResponse } from '../../support/fieldwork.ts';
import {
  asKept,
  columnsAsIn,
  olderDatabase,
  openAsItIs,
  rowsOf,
} from '../../support/older-database.ts';
import { runScript } from '../../support/run-script.ts';

/** The survey of an old questionnaire whose best grade is 90, and how many came back to it. */
const OLD_SURVEY = 'vnm92h9k';

describe.each(ENGINES)('a database that the version before 0007 left, on %s', (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await olderDatabase('0007', engine);
  });
  afterEach(() => database.drop());

  /** What is in it, read without changing it. */
  async function asItIs() {
    const { store, prepare, prepared } = await openAsItIs(database);
    try {
      return { rows: await rowsOf(store), schema: await schemaOf(store, prepare) };
    } finally {
      await store.close();
      await prepared();
    }
  }

  async function fresh(): Promise<string[]> {
    const other = await createTestDatabase(engine);
    const store = await openStore(other.options);
    const schema = await schemaOf(store, store.write);
    await store.close();
    await other.drop();
    return schema;
  }

  it('is brought up to date: every row is there as it was, and tables and indexes are those of a new one', async () => {
    const before = await asItIs();
    expect(before.rows['responses']).toHaveLength(56 + 137 + 20);
    const store = await openStore(database.options);
    const after = { rows: await rowsOf(store), schema: await schemaOf(store, store.write) };
    await store.close();
    expect(columnsAsIn(before.rows, after.rows)).toEqual(asKept(before.rows));
    expect(after.schema).not.toEqual(before.schema);
    expect(after.schema).toEqual(await fresh());
    const indexes = after.schema.filter((line) => /^create index/i.test(line)).join('\n');
    for (const name of ['by_time', 'by_channel', 'invalid', 'flagged', 'text', 'ineligible'])
      expect(indexes).toContain(`responses_${name}`);
  });

  it('says the same results, totals and counts', async () => {
    const store = await openStore(database.options);
    const questionnaire = await findQuestionnaire(store.read, 'old-visitors', 1);
    if (!questionnaire) throw new Error('the old questionnaire is not there');
    const results = surveyResults(questionnaire, await readCounts(store.read, OLD_SURVEY), 'exact');
    expect(results.base).toBe(18);
    expect(results.composite && display(results.composite, 10)).toBe('45.0000000000');
    expect((await compareCounts(store.read)).differences).toEqual([]);
    const { items } = await listEvaluations(store.read, { limit: 10 });
    const totals = await Promise.all(
      items.map(async (evaluation) => {
        const { scored } = await scoreEvaluation(store.read, evaluation);
        return [
          evaluation.department,
          scored.total && display(scored.total, 2),
          scored.grade && textIn(scored.grade, 'zh-CN'),
        ];
      }),
    );
    expect(totals.sort()).toEqual([
      ['旧局', '1.80', null],
      ['朔州市生态环境局', '80.50', '良'],
    ]);
    await store.close();
  });

  it('has definitions that load as they were published, and surveys and responses that can be read', async () => {
    const store = await openStore(database.options);
    const definitions = [
      ...(await listQuestionnaires(store.read)),
      ...(await listIndicatorSystems(store.read)),
    ];
    expect(definitions.map(({ id }) => id)).toContain('old-visitors');
    expect(definitions.length).toBeGreaterThan(4);
    for (const { id } of (await listEvaluations(store.read, { limit: 10 })).items)
      for (const { code } of await listSurveys(store.read, id))
        await listResponses(store.read, code, { limit: 200 });
    const invalid = await listResponses(store.read, OLD_SURVEY, {
      limit: 50,
      disposition: 'invalid',
    });
    expect(invalid.items).toHaveLength(2);
    await store.close();
  });

  it('takes an ineligible response afterwards, and not before; what is no disposition it never takes', async () => {
    const asked = async (store: Parameters<typeof findQuestionnaire>[0]) => {
      const questionnaire = await findQuestionnaire(store, 'old-visitors', 1);
      if (!questionnaire) throw new Error('the old questionnaire is not there');
      return questionnaire;
    };
    const write = async (
      store: Parameters<typeof createResponseWriter>[0] & { read: typeof older.store.read },
      disposition: string,
    ) =>
      createResponseWriter(store).write(
        aResponse(OLD_SURVEY, {
          questionnaire: await asked(store.read),
          answers: {},
          disposition: disposition as 'valid',
        }),
      );
    const older = await openAsItIs(database);
    await expect(write(older.store, 'ineligible')).rejects.toThrow();
    await older.store.close();
    await older.prepared();

    const store = await openStore(database.options);
    expect(await write(store, 'ineligible')).toBe('new');
    await expect(write(store, 'perhaps')).rejects.toThrow();
    const kept = await listResponses(store.read, OLD_SURVEY, {
      limit: 5,
      disposition: 'ineligible',
    });
    expect(kept.items).toHaveLength(1);
    expect((await compareCounts(store.read)).differences).toEqual([]);
    await store.close();
  });

  it('is the same after it is brought up to date again', async () => {
    await (await openStore(database.options)).close();
    const once = await asItIs();
    await (await openStore(database.options)).close();
    expect(await asItIs()).toEqual(once);
    const { store, prepare, prepared } = await openAsItIs(database);
    await prepare.transaction().execute((trx) => up(trx as unknown as Kysely<unknown>));
    await store.close();
    await prepared();
    expect(await asItIs()).toEqual(once);
  });

  it('is as it was where the change fails half way, and is brought up to date the next time', async () => {
    const before = await asItIs();
    const { store, prepare, prepared } = await openAsItIs(database);
    const error = await migrateToBefore('0007', store, prepare, {
      '0007-ineligible': {
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
    expect(columnsAsIn(before.rows, (await asItIs()).rows)).toEqual(asKept(before.rows));
  });

  // PostgreSQL undoes what a connection that is gone had begun; SQLite has to find it in its file.
  if (engine !== 'postgres')
    it('is as it was where the process is killed half way', async () => {
      const before = await asItIs();
      const { code } = await runScript(
        'test/support/cut-off-migration.ts',
        ['0007-ineligible'],
        database.env,
      );
      expect(code).toBeNull();
      expect(await asItIs()).toEqual(before);
      const { store, prepare, prepared } = await openAsItIs(database);
      await migrate(prepare);
      expect(columnsAsIn(before.rows, await rowsOf(store))).toEqual(asKept(before.rows));
      await store.close();
      await prepared();
    });
});
