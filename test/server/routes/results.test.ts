import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { updateEvaluation } from '../../../server/store/evaluations.ts';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withExample, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW } from '../../support/fieldwork.ts';
import { item as anItem, questionnaire, section } from '../../support/questionnaires.ts';

const answers = (air: string, more: object = {}) => ({ age: 'young', air, ...more });

const UNKNOWN_RATE = {
  value: null,
  because: '实际发放数不全，无从计算回收率',
  code: 'handed-out-unknown',
};

describe.each(ENGINES)('results and progress (%s)', (engine) => {
  const t = withFieldwork(engine);
  let empty: string;

  beforeAll(async () => {
    const other = aSurvey(t.evaluationId, { phase: 'pilot', plan: { total: 10 } });
    empty = other.code;
    await insertSurvey(t.store.write, other);
    const writer = createResponseWriter(t.store);
    await Promise.all(
      [
        aResponse(t.code, { answers: answers('very-satisfied', { wishes: ['clean', 'quick'] }) }),
        aResponse(t.code, { answers: answers('satisfied', { overall: 'dissatisfied' }) }),
        aResponse(t.code, {
          answers: { age: 'old', air: 'neutral', say: '路灯太暗' },
          channel: 'paper',
          receivedAt: '2026-03-02T01:00:00.000Z',
        }),
        aResponse(t.code, {
          answers: answers('dissatisfied'),
          channel: 'paper',
          disposition: 'invalid',
          reasons: [{ code: 'repeat' }],
          flags: [{ code: 'straight-line', section: 'satisfaction' }],
        }),
      ].map((response) => writer.write(response)),
    );
    await writer.drain();
  });

  it.each([
    ['channel=post', '只能是 online、paper、import 之一'],
    ['phase=trial', '只能是 pilot、formal 之一'],
  ])(
    'says which splits there are where %s is none, and takes an empty one for none',
    async (query, message) => {
      const path = `/api/surveys/${t.code}/results`;
      const { status, body } = await said(t.admin('GET', `${path}?${query}`));
      expect([status, body.errors]).toMatchObject([422, [{ code: 'not-one-of', message }]]);
      expect((await t.admin('GET', `${path}?channel=&phase=`)).status).toBe(200);
    },
  );

  /** A survey of two optional items; of five valid responses three answer one of them at least. */
  async function startOptional(): Promise<string> {
    const form = questionnaire(
      [
        section('you', 'profile', [anItem('age', 'single', { options: ['young', 'old'] })]),
        section('satisfaction', 'satisfaction', [
          anItem('calm', 'satisfaction', { required: false }),
          anItem('clean', 'satisfaction', { required: false }),
        ]),
      ],
      { id: 'optional' },
    );
    await insertQuestionnaire(t.store.write, form, NOW);
    const survey = aSurvey(t.evaluationId, { questionnaire: { id: 'optional', version: 1 } });
    await insertSurvey(t.store.write, survey);
    await updateEvaluation(t.store.write, t.evaluationId, { feeds: { public: survey.code } });
    const writer = createResponseWriter(t.store);
    const given: Record<string, string>[] = [
      { calm: 'very-satisfied', clean: 'satisfied' },
      { calm: 'satisfied' },
      { clean: 'very-satisfied' },
      {},
      {},
    ];
    await Promise.all(
      given.map((more, index) =>
        writer.write({
          ...aResponse(survey.code, { answers: { age: 'young', ...more } }),
          channel: index === 4 ? 'paper' : 'online',
          questionnaire: form,
        }),
      ),
    );
    await writer.drain();
    return survey.code;
  }

  const results = async (query = '', of = t.code) =>
    (await said(t.admin('GET', `/api/surveys/${of}/results${query}`))).body;
  const item = (body: { items: { id: string }[] }, id: string) =>
    body.items.find((each) => each.id === id);

  it('are of the valid responses, exact inside and rounded where they are shown', async () => {
    const body = await results();
    expect(body).toMatchObject({
      code: t.code,
      rounding: 'exact',
      provenance: 'collected',
      base: 3,
      compositeBase: 3,
      compositeMethod: 'mean',
      compositeInWords: '两题平均 = (80 + 0) ÷ 2 = 40.00。',
      compositeItems: ['air', 'overall'],
    });
    expect(item(body, 'air')).toEqual({
      id: 'air',
      topic: 'air',
      type: 'satisfaction',
      section: 'satisfaction',
      base: 3,
      answered: 3,
      scale: { id: 'satisfaction', outOf: '100' },
      options: [
        ['very-satisfied', '非常满意', 1, '33.33', 100, '33.33'],
        ['satisfied', '满意', 1, '33.33', 80, '26.67'],
        ['neutral', '一般', 1, '33.33', 60, '20.00'],
        ['dissatisfied', '不满意', 0, '0.00', 0, '0.00'],
      ].map(([id, label, count, percent, weight, weighted]) => ({
        id,
        label,
        count,
        scored: true,
        percent: { value: expect.any(Number), display: percent },
        weight,
        weightWritten: String(weight),
        weighted: { value: expect.any(Number), display: weighted },
      })),
      satisfaction: { value: 80, display: '80.00' },
    });
    expect(body.composite).toEqual({ value: 40, display: '40.00' });
    expect(body.comparators.overallItem).toEqual({ value: 0, display: '0.00' });
    expect(body.comparators.topTwoBox.display).toBe('33.33');
    expect(body.uncertainty).toEqual({ none: 'incomplete' });
    expect(body).not.toHaveProperty('texts');
    expect(JSON.stringify(body)).not.toContain('路灯');
  });

  it('say of each flag how many valid responses carry it, and how many of all', async () => {
    const { code } = aSurvey(t.evaluationId);
    await insertSurvey(t.store.write, aSurvey(t.evaluationId, { code }));
    const writer = createResponseWriter(t.store);
    const fast = { code: 'too-fast', seconds: 3 } as const;
    const straight = { code: 'straight-line', section: 'satisfaction' } as const;
    await Promise.all(
      [
        aResponse(code, { flags: [fast] }),
        aResponse(code, { flags: [fast, straight], channel: 'paper' }),
        aResponse(code, { flags: [straight], disposition: 'on-hold' }),
        aResponse(code),
      ].map((response) => writer.write(response)),
    );
    await writer.drain();
    expect((await results('', code)).flags).toEqual([
      { code: 'too-fast', valid: 2, received: 2 },
      { code: 'straight-line', valid: 1, received: 2 },
    ]);
    expect((await results('?channel=paper', code)).flags).toEqual([
      { code: 'too-fast', valid: 1, received: 1 },
      { code: 'straight-line', valid: 1, received: 1 },
    ]);
    expect((await results('?phase=pilot', code)).flags).toEqual([]);
  });

  it('by the published rounding take percentages of two decimals', async () => {
    const body = await results('?rounding=published');
    // 33.33 % × (100 + 80 + 60)
    expect(item(body, 'air')).toMatchObject({ satisfaction: { value: 79.992, display: '79.99' } });
  });

  it('give the composite of optional items the base of those who answered one of them', async () => {
    const optional = await startOptional();
    expect(await results('', optional)).toMatchObject({
      base: 5,
      composite: { display: '90.00' },
      compositeBase: 3,
      compositeItems: ['calm', 'clean'],
    });
    expect(await results('?channel=paper', optional)).toMatchObject({
      base: 1,
      composite: null,
      compositeBase: 0,
      comparatorGaps: {
        topTwoBox: 'no-answers',
        evenWeights: 'no-answers',
        overallItem: 'no-overall-item',
      },
    });
    const summary = await said(t.admin('GET', `/api/surveys/${optional}`));
    expect(summary.body).toMatchObject({ valid: 5, compositeBase: 3 });
    const figures = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/figures`));
    const own = figures.body.items.filter((each: { survey: string }) => each.survey === optional);
    expect(
      own.map(({ item, base }: { item: string | null; base: number }) => [item, base]),
    ).toEqual([
      [null, 3],
      ['calm', 2],
      ['clean', 2],
    ]);
    const csv = await t.admin('GET', `/api/evaluations/${t.evaluationId}/figures.csv`);
    expect(await csv.text()).toContain(
      `${optional},optional,1,composite,,综合满意度,3,exact,90,90.00`,
    );
    const { body } = await said(
      t.admin('GET', `/api/audit?action=figures.export&evaluation=${t.evaluationId}`),
    );
    expect(body.items).toMatchObject([{ actor: 'admin', detail: { format: 'csv' } }]);
  });

  it('say why there is no comparator: nobody answered, or it does not fit', async () => {
    expect((await results('?channel=import')).comparatorGaps).toEqual({
      topTwoBox: 'no-answers',
      evenWeights: 'no-answers',
      overallItem: 'no-answers',
      itemMean: 'the-composite',
      pooled: 'no-answers',
    });
    expect((await results()).comparatorGaps).toEqual({
      topTwoBox: null,
      evenWeights: null,
      overallItem: null,
      itemMean: 'the-composite',
      pooled: null,
    });
  });

  it('of one channel have a base of their own', async () => {
    const paper = await results('?channel=paper');
    expect(paper).toMatchObject({ base: 1, composite: { display: '60.00' } });
    expect(await results('?channel=&phase=')).toEqual(await results());
  });

  it('of the other phase are empty, and an empty base is no number', async () => {
    for (const body of [await results('?phase=pilot'), await results('', empty)]) {
      expect(body).toMatchObject({ base: 0, composite: null });
      expect(Object.values(body.comparators)).toEqual([null, null, null, null, null]);
      for (const each of body.items) {
        expect(each).toMatchObject({ base: 0, satisfaction: null });
        for (const option of each.options)
          expect(option).toMatchObject({ count: 0, percent: null });
      }
    }
  });

  it.each(['rounding=up', 'channel=fax', 'phase=final'])(
    'asked for as %s are refused',
    async (query) => {
      const answer = await said(t.admin('GET', `/api/surveys/${t.code}/results?${query}`));
      expect(answer).toMatchObject({ status: 422, body: { code: 'not-acceptable' } });
    },
  );

  it('progress says what was planned and what came, by channel and by day', async () => {
    expect(await said(t.admin('GET', `/api/surveys/${t.code}/progress`))).toMatchObject({
      status: 200,
      body: {
        code: t.code,
        state: 'open',
        at: NOW.toISOString(),
        begun: 0,
        steps: [
          { step: 'opened', n: 0 },
          { step: 'first-answer', n: 0 },
          { step: 'sent', n: 0 },
        ],
        quotas: [],
        shares: [],
        plan: { total: 100, byChannel: { online: 70, paper: 30 } },
        received: 4,
        valid: 3,
        invalid: 1,
        ineligible: 0,
        onHold: 0,
        flagged: 1,
        handedOut: null,
        responseRate: UNKNOWN_RATE,
        byPoint: [],
        byChannel: [
          {
            channel: 'online',
            planned: 70,
            handedOut: null,
            responseRate: UNKNOWN_RATE,
            received: 2,
            valid: 2,
            invalid: 0,
            ineligible: 0,
            onHold: 0,
            flagged: 0,
          },
          {
            channel: 'paper',
            planned: 30,
            handedOut: null,
            responseRate: UNKNOWN_RATE,
            received: 2,
            valid: 1,
            invalid: 1,
            ineligible: 0,
            onHold: 0,
            flagged: 1,
          },
        ],
        byDay: [
          {
            day: '2026-03-01',
            channel: 'online',
            received: 2,
            valid: 2,
            invalid: 0,
            ineligible: 0,
            onHold: 0,
            flagged: 0,
          },
          {
            day: '2026-03-01',
            channel: 'paper',
            received: 1,
            valid: 0,
            invalid: 1,
            ineligible: 0,
            onHold: 0,
            flagged: 1,
          },
          {
            day: '2026-03-02',
            channel: 'paper',
            received: 1,
            valid: 1,
            invalid: 0,
            ineligible: 0,
            onHold: 0,
            flagged: 0,
          },
        ],
      },
    });
    expect((await said(t.admin('GET', `/api/surveys/${empty}/progress`))).body).toMatchObject({
      plan: { total: 10 },
      received: 0,
      byChannel: [],
      byDay: [],
    });
  });

  describe('open answers', () => {
    const list = (query: string) => said(t.admin('GET', `/api/surveys/${t.code}/texts${query}`));

    it('are those to one item, each with the response it stands in', async () => {
      expect(await list('?item=say')).toEqual({
        status: 200,
        body: {
          items: [
            {
              response: expect.any(String),
              item: 'say',
              text: '路灯太暗',
              receivedAt: '2026-03-02T01:00:00.000Z',
              channel: 'paper',
              point: null,
            },
          ],
          next: null,
          total: 1,
        },
      });
      for (const none of ['?item=say&channel=online', '?item=air', '?item=nothing'])
        expect((await list(none)).body).toEqual({ items: [], next: null, total: 0 });
      expect((await list('?item=say&channel=paper')).body.items).toHaveLength(1);
    });

    it('come a page at a time, the newest first', async () => {
      const writer = createResponseWriter(t.store);
      const survey = aSurvey(t.evaluationId);
      await insertSurvey(t.store.write, survey);
      for (const minute of [1, 2, 3])
        await writer.write(
          aResponse(survey.code, {
            answers: { age: 'old', air: 'neutral', say: `第 ${minute} 条` },
            receivedAt: `2026-03-01T08:0${minute}:00.000Z`,
          }),
        );
      const seen: string[] = [];
      for (let after = ''; ; ) {
        const { body } = await said(
          t.admin('GET', `/api/surveys/${survey.code}/texts?item=say&limit=1${after}`),
        );
        seen.push(...body.items.map(({ text }: { text: string }) => text));
        if (body.next === null) break;
        after = `&after=${encodeURIComponent(body.next)}`;
      }
      expect(seen).toEqual(['第 3 条', '第 2 条', '第 1 条']);
    });

    it('are those to every text item where none is named, and can be looked through', async () => {
      expect((await list('')).body).toMatchObject({ items: [{ item: 'say' }], total: 1 });
      expect((await list(`?q=${encodeURIComponent(' 路 灯')}`)).body.total).toBe(1);
      expect((await list(`?q=${encodeURIComponent('噪声')}`)).body).toMatchObject({ total: 0 });
    });

    it.each(['?item=', '?item=say&limit=0', '?item=say&after=x', '?item=say&channel=fax'])(
      'asked for as %j are refused',
      async (query) => {
        expect((await list(query)).status).toBe(422);
      },
    );

    it('are audited when they are read, without their words', async () => {
      await list('?item=say&channel=paper');
      const events = await t.store.read
        .selectFrom('audit_events')
        .select(['actor', 'evaluation_id as evaluation', 'detail'])
        .where('subject', '=', t.code)
        .where('action', '=', 'texts.read')
        .execute();
      expect(
        events.map(({ detail, ...event }) => ({ ...event, detail: JSON.parse(detail) })),
      ).toContainEqual({
        actor: 'admin',
        evaluation: t.evaluationId,
        detail: { item: 'say', channel: 'paper', rows: 1 },
      });
      expect(JSON.stringify(events)).not.toContain('路灯');
    });
  });

  describe('the list of responses', () => {
    const list = async (query = '') =>
      (await said(t.admin('GET', `/api/surveys/${t.code}/responses${query}`))).body;

    it('has each with its answers, disposition, reasons and flags, the newest first', async () => {
      const { items, next } = await list();
      expect(next).toBeNull();
      expect(items).toHaveLength(4);
      expect(items[0]).toEqual({
        id: expect.any(String),
        receipt: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
        serial: null,
        durationSeconds: null,
        channel: 'paper',
        point: null,
        receivedAt: '2026-03-02T01:00:00.000Z',
        startedAt: null,
        disposition: 'valid',
        ruled: null,
        judgement: null,
        reasons: [],
        flags: [],
        answers: { age: 'old', air: 'neutral', say: '路灯太暗' },
      });
    });

    it('says every time in UTC, also of a device elsewhere and of a row from before', async () => {
      const survey = aSurvey(t.evaluationId);
      await insertSurvey(t.store.write, survey);
      const id = randomUUID();
      const startedAt = '2026-03-01T15:58:00+08:00';
      await said(
        t.anyone('PUT', `/api/surveys/${survey.code}/responses/${id}`, {
          answers: { age: 'young', air: 'satisfied' },
          startedAt,
        }),
      );
      const writer = createResponseWriter(t.store);
      await writer.write(aResponse(survey.code, { startedAt, receivedAt: NOW.toISOString() }));
      const { items } = (await said(t.admin('GET', `/api/surveys/${survey.code}/responses`))).body;
      expect(items.map((each: { startedAt: string }) => each.startedAt)).toEqual([
        '2026-03-01T07:58:00.000Z',
        '2026-03-01T07:58:00.000Z',
      ]);
      expect((await findResponse(t.store.read, id))?.startedAt).toBe('2026-03-01T07:58:00.000Z');
    });

    it.each([
      ['channel=paper', 2],
      ['disposition=invalid', 1],
      ['flagged=1', 1],
      ['flagged=false', 3],
      ['channel=paper&disposition=valid', 1],
      ['item=air', 4],
      ['item=air&option=satisfied', 1],
      ['item=wishes&option=quick', 1],
      ['item=overall', 1],
      ['item=air&option=neutral&disposition=invalid', 0],
      ['item=nothing', 0],
    ])('filtered by %s has %i', async (query, count) => {
      expect((await list(`?${query}`)).items).toHaveLength(count);
    });

    it.each(['', '&item=air'])('comes by pages that follow one another%s', async (filter) => {
      const seen: string[] = [];
      let after = '';
      for (;;) {
        const page = await list(`?limit=1${filter}${after}`);
        expect(page.items).toHaveLength(1);
        seen.push(page.items[0].id);
        if (page.next === null) break;
        after = `&after=${encodeURIComponent(page.next)}`;
      }
      expect(seen).toEqual((await list()).items.map((each: { id: string }) => each.id));
    });

    it('is audited when it is read, without anybody’s answers', async () => {
      await list('?item=say');
      const events = await t.store.read
        .selectFrom('audit_events')
        .select(['actor', 'detail'])
        .where('subject', '=', t.code)
        .where('action', '=', 'responses.read')
        .execute();
      expect(events.map(({ detail }) => JSON.parse(detail))).toContainEqual({
        item: 'say',
        rows: 1,
      });
      expect(JSON.stringify(events)).not.toContain('路灯');
    });

    it('has nothing of a response that was never stored', async () => {
      const answer = await said(
        t.anyone('PUT', `/api/surveys/${t.code}/responses/${randomUUID()}`, { answers: {} }),
      );
      expect(answer.status).toBe(422);
      expect((await list()).items).toHaveLength(4);
    });
  });
});

describe.each(ENGINES)('a survey that was rebuilt from published counts (%s)', (engine) => {
  const t = withExample(engine);
  const get = (path: string) => said(t.admin('GET', `/api/surveys/pubeca34${path}`));

  it('says what was published', async () => {
    expect((await get('/results')).body).toMatchObject({
      composite: { display: '89.34' },
      compositeBase: 137,
    });
    expect((await get('/responses?item=air&option=dissatisfied')).body.items).toHaveLength(2);
    expect((await get('/progress')).body.byChannel).toMatchObject([
      { channel: 'online', received: 107 },
      { channel: 'paper', received: 30 },
    ]);
  });

  it.each([
    '/results?channel=paper',
    '/results?channel=online&rounding=published',
    '/responses?item=air&option=dissatisfied&channel=paper',
    '/responses?item=air&flagged=1',
    '/texts?item=suggestions&channel=paper',
  ])('refuses every split of it: %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 409, body: { code: 'not-derivable' } });
  });

  it('has no days: they are made up', async () => {
    expect((await get('/progress')).body.byDay).toEqual([]);
  });
});
