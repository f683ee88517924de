import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { uncertaintyOf } from '../../../analysis/uncertainty.ts';
import { resultsNow } from '../../../server/figures/current.ts';
import { uncertaintyFrom } from '../../../server/figures/uncertainty.ts';
import { judgeResponses } from '../../../server/store/judgements.ts';
import { MOST_OWN_MEANS, readOwnMeans } from '../../../server/store/own-mean-counts.ts';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { recountIfOutdated } from '../../../server/store/recount.ts';
import { beginRemoval } from '../../../server/store/removed-answers.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW } from '../../support/fieldwork.ts';
import { sampleOf } from '../../support/own-sample.ts';
import { item, questionnaire, section } from '../../support/questionnaires.ts';

const GRADES = ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied'];
const ITEMS = Array.from({ length: 8 }, (_, at) => `q${at}`);
/** Weights of which hardly two sums are the same: thousands of own means differ. */
const MANY = questionnaire(
  [
    section(
      'all',
      'satisfaction',
      ITEMS.map((id) => item(id, 'satisfaction')),
    ),
  ],
  {
    id: 'many',
    composite: {
      method: 'items',
      weights: Object.fromEntries(
        ITEMS.map((id, at) => [
          id,
          ['0.0131', '0.0279', '0.0593', '0.1019', '0.1373', '0.1741', '0.2111', '0.2753'][at] ??
            '0',
        ]),
      ),
    },
  },
);
const answersAt = (nth: number) => {
  const n = (nth * 7919) % 4 ** ITEMS.length;
  return Object.fromEntries(ITEMS.map((id, at) => [id, GRADES[Math.floor(n / 4 ** at) % 4] ?? '']));
};

describe.each(ENGINES)('own means that are kept (%s)', (engine) => {
  const t = withFieldwork(engine);
  const survey = async () => {
    await insertQuestionnaire(t.store.write, MANY, NOW).catch(() => undefined);
    const made = aSurvey(t.evaluationId, { questionnaire: { id: MANY.id, version: MANY.version } });
    await insertSurvey(t.store.write, made);
    return made;
  };
  const come = async (code: string, from: number, to: number, shard = 1) => {
    const batch = Array.from({ length: to - from }, (_, at) =>
      aResponse(code, { id: randomUUID(), answers: answersAt(from + at), questionnaire: MANY }),
    );
    await t.store.write.transaction().execute((trx) => storeBatch(trx, shard, batch));
    return batch;
  };

  it('give the uncertainty that the answers themselves give, also after some were overruled', async () => {
    const made = await survey();
    const came = await come(made.code, 0, 90);
    const out = came.slice(0, 20).map(({ id }) => id);
    await t.store.write
      .transaction()
      .execute((trx) =>
        judgeResponses(
          trx,
          7,
          { code: made.code, questionnaire: MANY },
          out,
          { disposition: 'invalid', reason: '代答' },
          { author: 'admin', at: NOW.toISOString() },
        ),
      );
    const now = (await resultsNow(t.store.read, [made])).get(made.code);
    if (now === undefined) throw new Error('no results');
    const { of } = uncertaintyFrom(await readOwnMeans(t.store.read, made.code), now, false);
    const sample = sampleOf(
      MANY,
      came.slice(20).map(({ answers }) => answers as Record<string, string>),
      { seed: made.code },
    );
    const expected = uncertaintyOf(sample);
    expect(of).toMatchObject({
      standardError: 'standardError' in expected ? expected.standardError : null,
      degreesOfFreedom: 69,
    });
    expect((await compareCounts(t.store.read, made.code)).differences).toEqual([]);
  });

  it('go with the single answers at the end of their time, and the standard error stays', async () => {
    const made = await survey();
    await come(made.code, 0, 60);
    const uncertainty = async () => {
      const now = (await resultsNow(t.store.read, [made])).get(made.code);
      if (now === undefined) throw new Error('no results');
      return uncertaintyFrom(await readOwnMeans(t.store.read, made.code), now, false).of;
    };
    const before = await uncertainty();
    if ('none' in before) throw new Error(before.none);
    await t.store.write.transaction().execute((trx) => beginRemoval(trx, t.evaluationId, NOW));
    expect(await uncertainty()).toEqual({
      ...before,
      bootstrap: null,
      noBootstrap: 'answers-removed',
    });
    await t.store.write
      .updateTable('surveys')
      .set({ answers_removed_at: null, state: 'open' })
      .where('evaluation_id', '=', t.evaluationId)
      .execute();
    await t.store.write.deleteFrom('removed_answers').execute();
  });

  it('are given up beyond two thousand different ones, for good, and the standard error stays', async () => {
    const made = await survey();
    await come(made.code, 0, MOST_OWN_MEANS - 100);
    expect((await readOwnMeans(t.store.read, made.code)).owns).not.toBeNull();
    await come(made.code, MOST_OWN_MEANS - 100, MOST_OWN_MEANS + 200, 2);
    const { owns, sums } = await readOwnMeans(t.store.read, made.code);
    expect(owns).toBeNull();
    expect(sums.size).toBeGreaterThan(4);
    const kept = () =>
      t.store.read
        .selectFrom('own_mean_counts')
        .select('own')
        .where('survey_code', '=', made.code)
        .execute();
    expect(await kept()).toEqual([{ own: '' }]);
    await come(made.code, 0, 5);
    expect(await kept()).toEqual([{ own: '' }]);
    expect((await compareCounts(t.store.read, made.code)).differences).toEqual([]);
    const now = (await resultsNow(t.store.read, [made])).get(made.code);
    if (now === undefined) throw new Error('no results');
    const { of } = uncertaintyFrom({ owns, sums }, now, false);
    expect(of).toMatchObject({ bootstrap: null, noBootstrap: 'too-many-values' });
    await recountIfOutdated(t.store.write, 'anew');
    expect(await kept()).toEqual([{ own: '' }]);
  }, 60_000);
});
