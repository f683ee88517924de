import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { updateEvaluation } from '../../../server/store/evaluations.ts';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import type { Composite } from '../../../survey-definitions/composite.ts';
import { said, type TestApp, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, type Fieldwork, NOW } from '../../support/fieldwork.ts';
import { asked, GIVEN } from '../../support/rated-questionnaire.ts';

/** A survey of the rated questionnaire, answered online by the five of the case. */
async function rated(t: TestApp & Fieldwork, id: string, composite?: Composite): Promise<string> {
  const form = asked(composite, id);
  await insertQuestionnaire(t.store.write, form, NOW);
  const survey = aSurvey(t.evaluationId, { questionnaire: { id, version: 1 } });
  await insertSurvey(t.store.write, survey);
  for (const answers of GIVEN) {
    const path = `/api/surveys/${survey.code}/responses/${randomUUID()}`;
    expect((await t.anyone('PUT', path, { answers })).status).toBe(201);
  }
  return survey.code;
}

describe.each(ENGINES)('a survey with unscored options and screening (%s)', (engine) => {
  const t = withFieldwork(engine);
  let code: string;
  beforeAll(async () => {
    code = await rated(t, 'rated-mean');
  });
  const get = async (path: string) => (await said(t.admin('GET', path))).body;
  const results = (query = '', of = code) => get(`/api/surveys/${of}/results${query}`);

  it('shows each item with the base of its satisfaction and with all who answered', async () => {
    const body = await results();
    expect(body).toMatchObject({ base: 4, compositeBase: 3, composite: { display: '61.67' } });
    const water = body.items.find(({ id }: { id: string }) => id === 'water');
    expect(water).toMatchObject({
      base: 2,
      answered: 4,
      scale: { id: 'five', outOf: '5' },
      satisfaction: { display: '60.00' },
    });
    const cells = water.options.map(
      (option: {
        id: string;
        count: number;
        scored: boolean;
        percent: { display: string };
        weightWritten?: string;
        weighted?: { display: string };
      }) => [
        option.id,
        option.count,
        option.scored,
        option.percent.display,
        option.weightWritten,
        option.weighted?.display,
      ],
    );
    expect(cells).toEqual([
      ['o5', 0, true, '0.00', '5', '0.00'],
      ['o4', 1, true, '50.00', '4', '40.00'],
      ['o3', 0, true, '0.00', '3', '0.00'],
      ['o2', 1, true, '50.00', '2', '20.00'],
      ['o1', 0, true, '0.00', '1', '0.00'],
      ['dk', 2, false, '50.00', undefined, undefined],
    ]);
  });

  it('receives whoever is not of the group, and counts him in no base', async () => {
    const sums = { received: 5, valid: 4, invalid: 0, ineligible: 1 };
    expect(await get(`/api/surveys/${code}`)).toMatchObject(sums);
    const progress = await get(`/api/surveys/${code}/progress`);
    expect(progress).toMatchObject(sums);
    expect(progress.byChannel).toMatchObject([
      { channel: 'online', ...sums },
      { channel: 'paper', received: 0, ineligible: 0 },
    ]);
    expect(progress.byDay).toMatchObject([{ channel: 'online', ...sums }]);
    const residence = (await results()).items[0];
    expect(residence).toMatchObject({ base: 4, options: [{ count: 4 }, { id: 'away', count: 0 }] });
    expect((await compareCounts(t.store.read, code)).differences).toEqual([]);
  });

  it('lists him by his disposition, with the reason and no later answer', async () => {
    const { items } = await get(`/api/surveys/${code}/responses?disposition=ineligible`);
    expect(items).toMatchObject([
      {
        disposition: 'ineligible',
        reasons: [{ code: 'screened-out', item: 'residence' }],
        flags: [],
        answers: { residence: 'away' },
      },
    ]);
    // Behind a count stand the valid ones alone.
    expect(
      (await get(`/api/surveys/${code}/responses?item=residence&option=away&disposition=valid`))
        .items,
    ).toEqual([]);
    expect(
      (await get(`/api/surveys/${code}/responses?item=water&option=dk&disposition=valid`)).items,
    ).toHaveLength(2);
  });

  it('shows no words of whoever is not of the group', async () => {
    const writer = createResponseWriter(t.store);
    const survey = aSurvey(t.evaluationId, { questionnaire: { id: 'rated-mean', version: 1 } });
    await insertSurvey(t.store.write, survey);
    for (const disposition of ['valid', 'ineligible', 'invalid'] as const)
      await writer.write(
        aResponse(survey.code, {
          questionnaire: asked(undefined, 'rated-mean'),
          answers: { residence: 'here', say: disposition },
          disposition,
        }),
      );
    expect(await get(`/api/surveys/${survey.code}/texts?item=say`)).toMatchObject({
      items: [{ text: 'valid' }],
      next: null,
    });
  });

  it.each<[string, Composite, string, string, number]>([
    ['items', { method: 'items', weights: { air: 1 } }, '73.33', '“空气”的满意度 ≈ 73.33。', 3],
    [
      'overall',
      { method: 'overall', item: 'water' },
      '60.00',
      '总体题“水质”的满意度（2 个计分回答） = 60.00。',
      2,
    ],
    [
      'persons',
      { method: 'persons', threshold: 80 },
      '66.67',
      '有计分回答的 3 人中，2 人本人各题平均达到满分的 80%；2 ÷ 3 ≈ 66.67%。',
      3,
    ],
    [
      'pooled',
      { method: 'pooled' },
      '64.00',
      '四题的全部 10 个计分回答合并，按权重平均 = 64.00。',
      3,
    ],
  ])(
    'by the method %s has a number whose base is its own, wherever it stands',
    async (...given) => {
      const [id, composite, display, inWords, base] = given;
      const own = await rated(t, id, composite);
      await updateEvaluation(t.store.write, t.evaluationId, { feeds: { public: own } });
      const number = { composite: { display }, compositeBase: base };
      expect(await results('', own)).toMatchObject({
        ...number,
        compositeMethod: id,
        compositeInWords: inWords,
      });
      expect(await get(`/api/surveys/${own}`)).toMatchObject(number);
      const { items } = await get(`/api/evaluations/${t.evaluationId}/figures`);
      expect(
        items.find((each: { survey: string; item: null }) => each.survey === own && !each.item),
      ).toMatchObject({ base, value: { display } });
      const csv = await t.admin('GET', `/api/evaluations/${t.evaluationId}/figures.csv`);
      expect(await csv.text()).toContain(`${own},${id},1,composite,,综合满意度,${base},exact,`);
    },
  );

  it('by its overall item has the base of that item, through every filter', async () => {
    const own = await rated(t, 'overall-filtered', { method: 'overall', item: 'water' });
    const writer = createResponseWriter(t.store);
    const form = asked({ method: 'overall', item: 'water' }, 'overall-filtered');
    for (const answers of GIVEN.slice(0, 3))
      await writer.write(
        aResponse(own, { channel: 'paper', questionnaire: form, answers, disposition: 'valid' }),
      );
    const bases = { '': 4, '?channel=online': 2, '?channel=paper': 2, '?channel=import': 0 };
    for (const [query, base] of Object.entries(bases)) {
      const body = await results(query, own);
      const water = body.items.find(({ id }: { id: string }) => id === 'water');
      expect([query, body.compositeBase, water.base]).toEqual([query, base, base]);
      expect(body.composite).toEqual(water.satisfaction);
    }
  });

  it('says it in the language asked for', async () => {
    const answer = await t.admin('GET', `/api/surveys/${code}/results`, undefined, {
      'accept-language': 'en',
    });
    expect((await said(Promise.resolve(answer))).body.compositeInWords).toBe(
      'Mean of 4 items = (73.33 + 60 + 40 + 73.33) ÷ 4 ≈ 61.67.',
    );
  });
});
