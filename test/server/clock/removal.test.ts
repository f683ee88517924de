import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAccessCodes } from '../../../server/store/access-codes.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { findEvaluation, insertEvaluation } from '../../../server/store/evaluations.ts';
import { openStore } from '../../../server/store/open.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { recountIfOutdated } from '../../../server/store/recount.ts';
import type { Store } from '../../../server/store/store.ts';
import { findSurvey, insertSurvey } from '../../../server/store/surveys.ts';
import { ENGINES, openTestStore } from '../../support/engines.ts';
import {
  ANSWERED,
  answered,
  EXPIRED,
  KEPT_UNTIL,
  keepUntil,
  LAST_MOMENT,
  METHODS,
  rowsLeft,
  TEXTS,
} from '../../support/expiring.ts';
import { aSurvey, startFieldwork } from '../../support/fieldwork.ts';
import { runScript } from '../../support/run-script.ts';
import { withTestStore } from '../../support/store.ts';
import { dyingAfter, tickAt } from '../../support/ticking.ts';

describe.each(ENGINES)('the end of the time that answers are kept, %s', (engine) => {
  const store = withTestStore(engine);
  let second: Store;
  let evaluationId: string;
  beforeAll(async () => {
    second = await openStore(store.database.options);
  });
  afterAll(() => second.close());

  const sorted = (rows: { n: number }[]) => rows.map((row) => JSON.stringify(row)).sort();
  const counts = async () => ({
    answers: sorted(await store.read.selectFrom('answer_counts').selectAll().execute()),
    days: sorted(await store.read.selectFrom('day_counts').selectAll().execute()),
  });
  const events = async (action: string) =>
    (await listAudit(store.read, { evaluationId }, { limit: 50 })).items.filter(
      (event) => event.action === action,
    );
  async function begin(changed = {}) {
    evaluationId = (await startFieldwork(store)).evaluationId;
    const survey = await answered(store, evaluationId, METHODS['persons'], changed);
    await keepUntil(store, evaluationId);
    return survey;
  }
  const addCodes = (code: string, n: number) =>
    insertAccessCodes(
      store.write,
      code,
      Array.from({ length: n }, () => randomUUID()),
    );

  it('comes after the last moment of that day in China, and removes what is single, once', async () => {
    const { code } = await begin({ access: 'code' });
    await addCodes(code, 7);
    const draft = aSurvey(evaluationId, { state: 'draft' });
    await insertSurvey(store.write, draft);
    const before = await counts();
    await tickAt(store, LAST_MOMENT);
    expect(await rowsLeft(store, evaluationId)).toBe(ANSWERED + 7);
    expect((await findSurvey(store.read, code))?.state).toBe('open');

    expect(await Promise.all([tickAt(store, EXPIRED), tickAt(second, EXPIRED)])).toEqual([[], []]);
    expect(await rowsLeft(store, evaluationId)).toBe(0);
    expect(await counts()).toEqual(before);
    expect(await findSurvey(store.read, code)).toMatchObject({
      state: 'closed',
      answersRemovedAt: EXPIRED,
    });
    expect(await findSurvey(store.read, draft.code)).toMatchObject({
      state: 'draft',
      answersRemovedAt: EXPIRED,
    });
    expect((await findEvaluation(store.read, evaluationId))?.answersRemovedAt).toBe(EXPIRED);
    await tickAt(store, '2028-02-01T00:00:00.000Z');

    const some = { responses: ANSWERED, texts: TEXTS, codes: 7 };
    const removed = await events('evaluation.answers-removed');
    expect(removed).toEqual([
      expect.objectContaining({
        actor: 'server:clock',
        subject: evaluationId,
        detail: { keptUntil: KEPT_UNTIL, ...some, surveys: expect.any(Array) },
      }),
    ]);
    expect(removed[0]?.detail['surveys']).toContainEqual({ survey: code, ...some });
    expect(JSON.stringify(removed)).not.toContain('原话');
    // The survey of the fieldwork was open too.
    expect(await events('survey.close')).toHaveLength(2);
  });

  it('leaves alone whose answers are kept longer, or as long as the evaluation', async () => {
    await begin();
    await keepUntil(store, evaluationId, '2028-01-01');
    await tickAt(store, EXPIRED);
    await keepUntil(store, evaluationId, null);
    await tickAt(store, '2100-01-01T00:00:00.000Z');
    expect(await rowsLeft(store, evaluationId)).toBe(ANSWERED);
    expect(await events('evaluation.answers-removed')).toEqual([]);
  });

  it('where there is nothing to remove is said all the same', async () => {
    const begun = await startFieldwork(store);
    evaluationId = randomUUID();
    const before = await findEvaluation(store.read, begun.evaluationId);
    if (!before) throw new Error('it is there');
    await insertEvaluation(store.write, {
      ...before,
      id: evaluationId,
      answersKeptUntil: KEPT_UNTIL,
    });
    await tickAt(store, EXPIRED);
    const none = { responses: 0, texts: 0, codes: 0, surveys: [] };
    expect(await events('evaluation.answers-removed')).toMatchObject([{ detail: none }]);
  });

  it.each([1, 2, 3, 4])(
    'goes on where a server died after %i steps: from the first on nothing single is to be had, and all that went is said',
    async (steps) => {
      const { code } = await begin({ access: 'code' });
      await addCodes(code, 3);
      const before = await counts();
      const lines = await tickAt(dyingAfter(store, steps), EXPIRED);
      expect(lines.join()).toContain('removeExpiredAnswers');
      expect((await findSurvey(store.read, code))?.answersRemovedAt).toBe(EXPIRED);
      expect((await findEvaluation(store.read, evaluationId))?.answersRemovedAt).toBeNull();
      expect((await compareCounts(store.read)).differences).toEqual([]);
      const later = '2028-01-02T00:00:00.000Z';
      await Promise.all([tickAt(second, later), tickAt(store, later)]);
      expect(await rowsLeft(store, evaluationId)).toBe(0);
      expect(await counts()).toEqual(before);
      expect(await events('evaluation.answers-removed')).toMatchObject([
        { at: later, detail: { responses: ANSWERED, texts: TEXTS, codes: 3 } },
      ]);
      expect(await events('survey.close')).toHaveLength(2);
    },
  );

  it('keeps counts through another way of counting, and counts the others anew', async () => {
    await begin();
    await tickAt(store, EXPIRED);
    const left = await answered(store, (await startFieldwork(store)).evaluationId);
    const before = await counts();
    await store.write
      .updateTable('answer_counts')
      .set({ n: 999 })
      .where('survey_code', '=', left.code)
      .execute();
    await recountIfOutdated(store.write, `another-${randomUUID()}`);
    expect(await counts()).toEqual(before);
    expect((await compareCounts(store.read)).differences).toEqual([]);
  });
});

describe.each(ENGINES)('after answers were removed, on %s', (engine) => {
  it('check-counts names what it cannot check, checks the others, and nothing of a text is left on disk', async () => {
    const { store, database, close } = await openTestStore(engine);
    try {
      const { evaluationId, code: empty } = await startFieldwork(store);
      const gone = await answered(store, evaluationId);
      await keepUntil(store, evaluationId);
      const other = (await startFieldwork(store)).evaluationId;
      const there = await answered(store, other);
      await tickAt(store, EXPIRED);
      if (engine !== 'postgres') {
        const bytes = async (name: string) =>
          (await readFile(join(database.options.dataDir, `manping.sqlite${name}`))).toString();
        const said = (await bytes('')).split('原话').length - 1;
        expect(said).toBeGreaterThanOrEqual(TEXTS);
        expect(said).toBeLessThan(2 * TEXTS);
        expect(await bytes('-wal')).not.toContain('原话');
      }
      const check = () => runScript('server/check-counts.ts', [], database.env);
      const first = await check();
      expect(first).toMatchObject({ code: 0, stderr: '' });
      for (const line of [
        `${gone.code}: answers were removed on 2028-01-01: not checked\n`,
        `${empty}: answers were removed on 2028-01-01: not checked\n`,
        `${there.code}: ${ANSWERED} responses, counts agree\n`,
      ])
        expect(first.stdout).toContain(line);
      await store.write
        .updateTable('day_counts')
        .set({ n: 3 })
        .where('survey_code', 'in', [gone.code, there.code])
        .execute();
      const wrong = await check();
      expect(wrong.code).toBe(1);
      expect(wrong.stdout).toContain(`${gone.code}: answers were removed`);
      expect(wrong.stdout).toMatch(new RegExp(`${there.code}: .* differ`));
    } finally {
      await close();
    }
  });
});
