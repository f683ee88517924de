import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { display } from '../../../analysis/rounding.ts';
import { scoreEvaluation } from '../../../server/scoring/current.ts';
import { readCounts } from '../../../server/store/counts.ts';
import { listEvaluations } from '../../../server/store/evaluations.ts';
import { up } from '../../../server/store/migrations/0008-planning.ts';
import { openStore } from '../../../server/store/open.ts';
import { readPlanVersions } from '../../../server/store/plan-versions.ts';
import { findQuestionnaire } from '../../../server/store/questionnaires.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { findSurvey } from '../../../server/store/surveys.ts';
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

describe.each(ENGINES)('a database from before surveys could be planned, on %s', (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await olderDatabase('0008', engine);
  });
  afterEach(() => database.drop());

  async function asItIs() {
    const { store, prepare, prepared } = await openAsItIs(database);
    try {
      return { rows: await rowsOf(store), schema: await schemaOf(store, prepare) };
    } finally {
      await store.close();
      await prepared();
    }
  }

  it('keeps every row as it was, and has the tables and indexes of a new one', async () => {
    const before = await asItIs();
    const store = await openStore(database.options);
    const after = { rows: await rowsOf(store), schema: await schemaOf(store, store.write) };
    await store.close();
    expect(before.rows['responses']).toHaveLength(56 + 137 + 20 + 16 + 16);
    expect(columnsAsIn(before.rows, after.rows)).toEqual(asKept(before.rows));
    const other = await createTestDatabase(engine);
    const fresh = await openStore(other.options);
    expect(after.schema).toEqual(await schemaOf(fresh, fresh.write));
    await fresh.close();
    await other.drop();
  });

  it('says the same results and totals, and counts go on where they were', async () => {
    const store = await openStore(database.options);
    expect((await compareCounts(store.read)).differences).toEqual([]);
    const { items } = await listEvaluations(store.read, { limit: 10 });
    const totals = await Promise.all(
      items.map(async (evaluation) => {
        const { scored } = await scoreEvaluation(store.read, evaluation);
        const { total, grade } = scored;
        return [total && display(total, 2), grade && textIn(grade, 'zh-CN')];
      }),
    );
    expect(totals).toContainEqual(['80.50', '良']);
    expect(totals).toContainEqual(['1.80', null]);
    const base = async (point?: string) =>
      (await readCounts(store.read, 'closedby', { point })).get('')?.get('') ?? 0;
    expect([await base(), await base(''), await base('north')]).toEqual([8, 8, 0]);
    const survey = await findSurvey(store.read, 'closedby');
    const asked = survey && (await findQuestionnaire(store.read, survey.questionnaire.id, 1));
    if (!asked) throw new Error('the survey or its questionnaire is not there');
    const came = aResponse('closedby', { questionnaire: asked, point: 'north' });
    expect(await createResponseWriter(store).write(came)).toBe('new');
    expect([await base(), await base(''), await base('north')]).toEqual([9, 8, 1]);
    expect((await compareCounts(store.read)).differences).toEqual([]);
    await store.close();
  });

  it('has the plan of each survey as its first version, made when the survey was', async () => {
    const store = await openStore(database.options);
    const survey = await findSurvey(store.read, 'closedby');
    expect(await readPlanVersions(store.read, 'closedby')).toEqual([
      {
        version: 1,
        plan: { total: 100, byChannel: { online: 70, paper: 30 } },
        points: [],
        reason: null,
        author: '',
        at: survey?.createdAt,
      },
    ]);
    expect(survey).toMatchObject({ clockClosedAt: null, answersRemovedAt: null });
    await store.close();
  });

  it('is as it was where the change fails half way, and is brought up to date the next time', async () => {
    const before = await asItIs();
    const { store, prepare, prepared } = await openAsItIs(database);
    const error = await migrateToBefore('0008', store, prepare, {
      '0008-planning': {
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
});
