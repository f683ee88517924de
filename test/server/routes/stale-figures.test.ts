import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey, type Survey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey } from '../../support/fieldwork.ts';
import { plannedSurvey } from '../../support/planned-surveys.ts';
import { account } from '../../support/signed-in-as.ts';

const PLEASED = { age: 'young', air: 'very-satisfied', overall: 'very-satisfied' };
const DISPLEASED = { age: 'young', air: 'dissatisfied', overall: 'dissatisfied' };

describe.each(ENGINES)('figures that were frozen (%s)', (engine) => {
  const t = withFieldwork(engine);
  const at = (path = '') => `/api/evaluations/${t.evaluationId}/figures${path}`;
  const come = async (code: string, ...all: Parameters<typeof aResponse>[1][]) => {
    const responses = all.map((changed) => aResponse(code, { id: randomUUID(), ...changed }));
    await t.store.write.transaction().execute((trx) => storeBatch(trx, 1, responses));
    return responses.map(({ id }) => id);
  };
  const feed = async (feeds: unknown) => {
    const answered = await said(t.admin('PATCH', `/api/evaluations/${t.evaluationId}`, { feeds }));
    expect(answered.status).toBe(200);
  };
  /** A survey of its own that feeds the group, with one answer that is pleased and one that is not. */
  const fed = async (changed: Partial<Survey> = {}) => {
    const survey = await plannedSurvey(t.store, t.evaluationId, changed);
    const ids = await come(survey.code, { answers: PLEASED }, { answers: DISPLEASED });
    await feed({ public: survey.code });
    const frozen = await said(t.admin('POST', at(), { groups: ['public'] }));
    expect(frozen.status).toBe(201);
    const now = async () => (await said(t.admin('GET', at(`/frozen/${frozen.body.id}`)))).body;
    return { ...survey, ids, frozen: frozen.body, now };
  };

  it('of an open survey say so, and are stale once one more comes in, with how many and where the number went', async () => {
    const { code, frozen, now } = await fed();
    expect(frozen.groups[0].surveys[0]).toMatchObject({ code, state: 'open' });
    expect(frozen.figures[0].value).toMatchObject({ exact: '50', display: '50.00' });
    await come(code, { answers: PLEASED }, { answers: PLEASED });
    expect(await now()).toMatchObject({
      stale: true,
      summary: [{ group: 'public', message: `${code} 定稿后又收到 2 份：50.00 → 75.00` }],
      figures: frozen.figures,
      hash: frozen.hash,
    });
  });

  it('say in the language that was asked for what has moved', async () => {
    const { code, ids, frozen } = await fed();
    const judged = { disposition: 'ineligible', reason: '不住在这里' };
    await t.admin('PATCH', `/api/responses/${ids[1]}`, judged);
    const english = { 'accept-language': 'en' };
    const { body } = await said(t.admin('GET', at(`/frozen/${frozen.id}`), undefined, english));
    expect(body.summary).toEqual([
      { group: 'public', message: '1 judged ineligible: 50.00 → 100.00' },
    ]);
    expect(body.changes).toMatchObject([
      { kind: 'judged', survey: code, n: 1, before: 'valid', after: 'ineligible' },
      { kind: 'value', quantity: 'composite', before: '50.00', after: '100.00' },
      { kind: 'value', item: 'air' },
      { kind: 'value', item: 'overall' },
    ]);
  });

  it('are not stale once an overruling was taken back', async () => {
    const { ids, now } = await fed();
    await t.admin('PATCH', `/api/responses/${ids[0]}`, { disposition: 'on-hold', reason: '待查' });
    expect((await now()).stale).toBe(true);
    await t.admin('PATCH', `/api/responses/${ids[0]}`, { disposition: null });
    expect(await now()).toMatchObject({ stale: false, changes: [], summary: [] });
  });

  it('are stale where two were judged the other way round, though every count is what it was', async () => {
    const { code } = await plannedSurvey(t.store, t.evaluationId);
    const [one, other] = await come(
      code,
      { answers: PLEASED },
      { answers: PLEASED, disposition: 'invalid', reasons: [{ code: 'repeat' }] },
      { answers: DISPLEASED },
    );
    await feed({ public: code });
    const { body } = await said(t.admin('POST', at(), {}));
    await t.admin('PATCH', `/api/responses/${one}`, { disposition: 'invalid', reason: '代答' });
    await t.admin('PATCH', `/api/responses/${other}`, { disposition: 'valid', reason: '本人' });
    const now = (await said(t.admin('GET', at(`/frozen/${body.id}`)))).body;
    expect(now.stale).toBe(true);
    expect(now.summary[0].message).toBe('1 份改判无效，1 份改判有效');
  });

  it('are stale once another survey feeds the group, or none', async () => {
    const { code, now } = await fed();
    const other = await plannedSurvey(t.store, t.evaluationId);
    await come(other.code, { answers: PLEASED });
    await feed({ public: other.code });
    expect((await now()).summary[0].message).toBe(
      `数据来源改为 ${other.code}（原为 ${code}）：50.00 → 100.00`,
    );
    await feed({});
    expect((await now()).summary[0].message).toBe(`数据来源改为 无（原为 ${code}）：50.00 → 无`);
  });

  it('are stale once it is known otherwise how many were handed out', async () => {
    const { code, now } = await fed();
    const handedOut = [{ channel: 'online', n: 40 }];
    const reason = '现场登记';
    expect((await t.admin('PATCH', `/api/surveys/${code}`, { handedOut, reason })).status).toBe(
      200,
    );
    const { summary, stale } = await now();
    expect(stale).toBe(false);
    expect(summary).toEqual([]);
    const paper = [{ channel: 'paper', n: 10 }];
    await t.admin('PATCH', `/api/surveys/${code}`, { handedOut: paper, reason });
    expect((await now()).summary[0].message).toBe(`${code} 实际发放数 无 → 50`);
  });

  it('of several surveys keep each with its weight', async () => {
    const [city, county] = [
      await plannedSurvey(t.store, t.evaluationId),
      await plannedSurvey(t.store, t.evaluationId),
    ];
    await come(city.code, { answers: PLEASED });
    await come(county.code, { answers: DISPLEASED });
    await feed({
      public: {
        combine: 'weighted',
        surveys: [
          { code: city.code, weight: '1/3' },
          { code: county.code, weight: '2/3' },
        ],
      },
    });
    const { body } = await said(t.admin('POST', at(), {}));
    expect(body.figures[0]).toMatchObject({
      survey: null,
      combine: 'weighted',
      surveys: [
        { code: city.code, weight: '1/3', value: { exact: '100' } },
        { code: county.code, weight: '2/3', value: { exact: '0' } },
      ],
      value: { exact: '100/3', display: '33.33' },
    });
    expect(body.groups[0].surveys.map(({ code }: Survey) => code)).toEqual([
      city.code,
      county.code,
    ]);
  });

  it('say of a survey whose answers were removed that they cannot be hashed', async () => {
    const survey = aSurvey(t.evaluationId, { state: 'closed' });
    await insertSurvey(t.store.write, survey);
    await come(survey.code, { answers: PLEASED });
    await feed({ public: survey.code });
    await t.store.write
      .updateTable('surveys')
      .set({ answers_removed_at: '2026-02-28T00:00:00.000Z' })
      .where('code', '=', survey.code)
      .execute();
    const { body } = await said(t.admin('POST', at(), {}));
    expect(body.groups[0].surveys[0].responses).toEqual({ none: 'answers-removed' });
    expect(body.figures[0].value.exact).toBe('100');
  });

  describe('are refused', () => {
    let before: number;
    const frozen = async () => (await said(t.admin('GET', at('/frozen')))).body.items.length;
    beforeAll(async () => {
      before = await frozen();
    });

    it('of a group that nothing feeds, with its place', async () => {
      const { status, body } = await said(
        t.admin('POST', at(), { groups: ['public', 'visitors'] }),
      );
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([{ path: '$.groups[1]', code: 'nothing-feeds' }]);
      await feed({});
      expect((await said(t.admin('POST', at(), {}))).body.errors).toMatchObject([
        { path: '$.groups', code: 'nothing-feeds' },
      ]);
      expect(await frozen()).toBe(before);
    });

    it('of a group without any valid answer, which is left out where no group is named', async () => {
      const empty = await plannedSurvey(t.store, t.evaluationId, {
        respondentGroup: 'management-object',
      });
      await feed({ 'management-object': empty.code });
      const named = await said(t.admin('POST', at(), { groups: ['management-object'] }));
      expect(named.body.errors).toMatchObject([{ path: '$.groups[0]', code: 'no-answers' }]);
      expect((await said(t.admin('POST', at(), {}))).body.errors).toMatchObject([
        { path: '$.groups', code: 'no-answers' },
      ]);
      const answered = await plannedSurvey(t.store, t.evaluationId);
      await come(answered.code, { answers: PLEASED });
      await feed({ 'management-object': empty.code, public: answered.code });
      const tried = await said(t.admin('POST', at('?dryRun=1'), {}));
      expect(tried.body.groups).toMatchObject([{ group: 'public' }]);
      expect(await frozen()).toBe(before);
    });

    it('where they are only tried: nothing is stored', async () => {
      await come(t.code, { answers: PLEASED });
      await feed({ public: t.code });
      expect((await said(t.admin('POST', at('?dryRun=1'), {}))).status).toBe(200);
      expect(await frozen()).toBe(before);
    });

    it('to whoever may only look', async () => {
      const { call } = await account(t, 'viewer');
      expect((await said(call('POST', at(), {}))).body.code).toBe('not-allowed');
      expect((await call('GET', at('/frozen'))).status).toBe(200);
    });

    it('of an archived evaluation', async () => {
      const archive = (archived_at: string | null) =>
        t.store.write
          .updateTable('evaluations')
          .set({ archived_at })
          .where('id', '=', t.evaluationId)
          .execute();
      await archive('2026-02-28T00:00:00.000Z');
      expect((await said(t.admin('POST', at(), {}))).body.code).toBe('evaluation-archived');
      await archive(null);
    });
  });
});
