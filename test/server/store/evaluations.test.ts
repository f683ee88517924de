import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listAudit, recordAudit } from '../../../server/store/audit.ts';
import { readCounts, readProgress } from '../../../server/store/counts.ts';
import { BadCursorError } from '../../../server/store/cursor.ts';
import { deleteEvaluation } from '../../../server/store/delete-evaluation.ts';
import {
  findEvaluation,
  insertEvaluation,
  listEvaluations,
  type NewEvaluation,
  updateEvaluation,
} from '../../../server/store/evaluations.ts';
import { openStore } from '../../../server/store/open.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { readEntries, writeEntry } from '../../../server/store/scoring-entries.ts';
import {
  findSurvey,
  insertSurvey,
  listSurveys,
  setSurveyState,
} from '../../../server/store/surveys.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW, SYSTEM, startFieldwork } from '../../support/fieldwork.ts';
import { withTestStore } from '../../support/store.ts';

const anEvaluation = (changed: Partial<NewEvaluation> = {}) => ({
  id: randomUUID(),
  department: '生态环境局',
  place: '朔州市',
  year: 2019,
  indicatorSystem: { id: SYSTEM.id, version: SYSTEM.version },
  feeds: {},
  example: false,
  particulars: {},
  answersKeptUntil: null,
  createdAt: NOW.toISOString(),
  ...changed,
});

const NOTHING = {
  surveys: 0,
  responses: 0,
  accessCodes: 0,
  points: 0,
  planVersions: 0,
  frozenFigures: 0,
  scores: 0,
  cells: 0,
};

describe.each(ENGINES)('evaluations and surveys on %s', (engine) => {
  const store = withTestStore(engine);
  beforeAll(async () => {
    await startFieldwork(store);
  });

  it('an evaluation comes back as it was stored', async () => {
    const evaluation = anEvaluation({
      example: true,
      feeds: { public: 'abc' },
      particulars: { commissioner: '朔州市财政局', baseDate: '2020-12-31' },
      answersKeptUntil: '2027-12-31',
    });
    await insertEvaluation(store.write, evaluation);
    expect(await findEvaluation(store.read, evaluation.id)).toEqual({
      ...evaluation,
      archivedAt: null,
      answersRemovedAt: null,
      revision: 1,
    });
    expect(await findEvaluation(store.read, 'none')).toBeUndefined();
  });

  it('an evaluation by an indicator system that does not exist is refused', async () => {
    const evaluation = anEvaluation({ indicatorSystem: { id: SYSTEM.id, version: 99 } });
    await expect(insertEvaluation(store.write, evaluation)).rejects.toThrow();
    expect(await findEvaluation(store.read, evaluation.id)).toBeUndefined();
  });

  it('a change touches what it names and nothing else', async () => {
    const evaluation = anEvaluation();
    await insertEvaluation(store.write, evaluation);
    const changed = { ...evaluation, place: '大同市', feeds: { public: 'xyz' } };
    const { place, feeds } = changed;
    const revised = { ...changed, archivedAt: null, answersRemovedAt: null, revision: 2 };
    expect(await updateEvaluation(store.write, evaluation.id, { place, feeds })).toEqual(revised);
    expect(await findEvaluation(store.read, evaluation.id)).toEqual(revised);
    expect(await updateEvaluation(store.write, evaluation.id, {})).toMatchObject(changed);
    expect(await updateEvaluation(store.write, 'none', { place })).toBeUndefined();
  });

  it('the list shows each evaluation once, newest first, also those made in the same moment', async () => {
    const made = Array.from({ length: 7 }, (_, n) =>
      anEvaluation({ createdAt: `2031-01-0${1 + (n % 2)}T00:00:00.000Z` }),
    );
    for (const evaluation of made) await insertEvaluation(store.write, evaluation);
    const seen: string[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 3; pages += 1) {
      const page = await listEvaluations(store.read, { after, limit: 3 });
      seen.push(...page.items.map((each) => each.id));
      after = page.next ?? undefined;
    }
    const newestFirst = made
      .toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? 1 : -1))
      .map((each) => each.id);
    expect(seen.slice(0, 7)).toEqual(newestFirst);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each(['', 'x', 'bnVsbA', '\0', Buffer.from('["a","\\u0000"]').toString('base64url')])(
    'a place in the list that is none is refused: %j',
    async (after) => {
      await expect(listEvaluations(store.read, { after, limit: 3 })).rejects.toThrow(
        BadCursorError,
      );
    },
  );

  it('a survey comes back as it was stored, and its code is its own', async () => {
    const { evaluationId } = await startFieldwork(store);
    const survey = aSurvey(evaluationId, {
      population: 1234,
      sampling: 'census',
      opensAt: '2026-03-01T00:00:00.000Z',
      closesAt: '2026-04-01T00:00:00.000Z',
      phase: 'pilot',
      access: 'code',
      provenance: 'reconstructed',
    });
    expect(await insertSurvey(store.write, survey)).toBe(true);
    expect(await findSurvey(store.read, survey.code)).toEqual(survey);
    expect(await insertSurvey(store.write, { ...survey, phase: 'formal' })).toBe(false);
    expect(await findSurvey(store.read, survey.code)).toEqual(survey);
    expect((await listSurveys(store.read, evaluationId)).map((each) => each.code)).toContain(
      survey.code,
    );
  });

  it('a survey of nothing that exists is refused', async () => {
    await expect(insertSurvey(store.write, aSurvey('none'))).rejects.toThrow();
  });

  it('a survey is opened and closed', async () => {
    const { code, survey } = await startFieldwork(store);
    expect(await setSurveyState(store.write, code, 'closed')).toEqual({
      ...survey,
      state: 'closed',
    });
    expect((await findSurvey(store.read, code))?.state).toBe('closed');
    expect(await setSurveyState(store.write, 'none', 'open')).toBeUndefined();
  });

  it('deleting takes an evaluation with all that is in it, and nothing of another', async () => {
    const kept = await startFieldwork(store);
    const gone = await startFieldwork(store);
    await insertSurvey(store.write, aSurvey(gone.evaluationId));
    const writer = createResponseWriter(store);
    const [staying, ...leaving] = [kept.code, gone.code, gone.code].map((code) => aResponse(code));
    await Promise.all([staying, ...leaving].map((each) => each && writer.write(each)));
    for (const { evaluationId } of [kept, gone]) {
      await writeEntry(store.write, evaluationId, 'A101', { inputs: { score: 1 } }, 'me', NOW);
      await recordAudit(store.write, {
        at: NOW.toISOString(),
        actor: 'me',
        action: 'evaluation.create',
        evaluationId,
        subject: evaluationId,
        detail: {},
      });
    }

    expect(await deleteEvaluation(store.write, gone.evaluationId)).toEqual({
      ...NOTHING,
      surveys: 2,
      responses: 2,
      scores: 1,
    });
    expect(await findEvaluation(store.read, gone.evaluationId)).toBeUndefined();
    expect(await listSurveys(store.read, gone.evaluationId)).toEqual([]);
    expect(await findResponse(store.read, leaving[0]?.id ?? '')).toBeUndefined();
    expect((await readCounts(store.read, gone.code)).size).toBe(0);
    expect((await readProgress(store.read, gone.code)).byDay).toEqual([]);
    expect(await readEntries(store.read, gone.evaluationId)).toEqual({});
    expect(
      (await listAudit(store.read, { evaluationId: gone.evaluationId }, { limit: 9 })).items,
    ).toHaveLength(1);

    expect(await findResponse(store.read, staying?.id ?? '')).toBeDefined();
    expect((await readCounts(store.read, kept.code)).get('')?.get('')).toBe(1);
    expect(Object.keys(await readEntries(store.read, kept.evaluationId))).toEqual(['A101']);
    expect(await deleteEvaluation(store.write, gone.evaluationId)).toEqual(NOTHING);
  });

  it('deleting while another server still writes leaves nothing behind', async () => {
    const { evaluationId, code } = await startFieldwork(store);
    const second = await openStore(store.database.options);
    try {
      const writer = createResponseWriter(second, { maxBatch: 4, maxWaitMs: 0 });
      const writes = Promise.allSettled(
        Array.from({ length: 200 }, () => writer.write(aResponse(code))),
      );
      await new Promise((resolve) => setTimeout(resolve, 5));
      const deleted = await deleteEvaluation(store.write, evaluationId);
      const stored = (await writes).filter((result) => result.status === 'fulfilled');
      expect(deleted).toEqual({ ...NOTHING, surveys: 1, responses: stored.length });
      for (const table of ['responses', 'answer_counts', 'day_counts'] as const)
        expect(
          await store.read
            .selectFrom(table)
            .select('survey_code')
            .where('survey_code', '=', code)
            .execute(),
        ).toEqual([]);
    } finally {
      await second.close();
    }
  });
});
