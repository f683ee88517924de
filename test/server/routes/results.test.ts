import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey } from '../../support/fieldwork.ts';

const answers = (air: string, more: object = {}) => ({ age: 'young', air, ...more });

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
    });
    expect(item(body, 'air')).toEqual({
      id: 'air',
      topic: 'air',
      type: 'satisfaction',
      section: 'satisfaction',
      base: 3,
      options: [
        ['very-satisfied', '非常满意', 1, '33.33', 100, '33.33'],
        ['satisfied', '满意', 1, '33.33', 80, '26.67'],
        ['neutral', '一般', 1, '33.33', 60, '20.00'],
        ['dissatisfied', '不满意', 0, '0.00', 0, '0.00'],
      ].map(([id, label, count, percent, weight, weighted]) => ({
        id,
        label,
        count,
        percent: { value: expect.any(Number), display: percent },
        weight,
        weighted: { value: expect.any(Number), display: weighted },
      })),
      satisfaction: { value: 80, display: '80.00' },
    });
    expect(body.composite).toEqual({ value: 40, display: '40.00' });
    expect(body.comparators.overallItem).toEqual({ value: 0, display: '0.00' });
    expect(body.comparators.topTwoBox.display).toBe('33.33');
    expect(body.uncertainty).toBeNull();
    expect(body.texts).toEqual([{ item: 'say', answers: ['路灯太暗'] }]);
  });

  it('by the published rounding take percentages of two decimals', async () => {
    const body = await results('?rounding=published');
    // 33.33 % × (100 + 80 + 60)
    expect(item(body, 'air')).toMatchObject({ satisfaction: { value: 79.992, display: '79.99' } });
  });

  it('of one channel have a base of their own', async () => {
    const paper = await results('?channel=paper');
    expect(paper).toMatchObject({ base: 1, composite: { display: '60.00' } });
    expect(paper.texts).toEqual([{ item: 'say', answers: ['路灯太暗'] }]);
    const online = await results('?channel=online');
    expect(online.texts).toEqual([{ item: 'say', answers: [] }]);
    expect(await results('?channel=&phase=')).toEqual(await results());
  });

  it('of the other phase are empty, and an empty base is no number', async () => {
    for (const body of [await results('?phase=pilot'), await results('', empty)]) {
      expect(body).toMatchObject({ base: 0, composite: null });
      expect(body.comparators).toEqual({ topTwoBox: null, evenWeights: null, overallItem: null });
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
    expect(await said(t.admin('GET', `/api/surveys/${t.code}/progress`))).toEqual({
      status: 200,
      body: {
        plan: { total: 100, byChannel: { online: 70, paper: 30 } },
        received: 4,
        valid: 3,
        invalid: 1,
        flagged: 1,
        byChannel: [
          { channel: 'online', planned: 70, received: 2, valid: 2, invalid: 0, flagged: 0 },
          { channel: 'paper', planned: 30, received: 2, valid: 1, invalid: 1, flagged: 1 },
        ],
        byDay: [
          { day: '2026-03-01', channel: 'online', received: 2, valid: 2, invalid: 0, flagged: 0 },
          { day: '2026-03-01', channel: 'paper', received: 1, valid: 0, invalid: 1, flagged: 1 },
          { day: '2026-03-02', channel: 'paper', received: 1, valid: 1, invalid: 0, flagged: 0 },
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

  describe('the list of responses', () => {
    const list = async (query = '') =>
      (await said(t.admin('GET', `/api/surveys/${t.code}/responses${query}`))).body;

    it('has each with its answers, disposition, reasons and flags, in the order they came', async () => {
      const { items, next } = await list();
      expect(next).toBeNull();
      expect(items).toHaveLength(4);
      expect(items.at(-1)).toEqual({
        id: expect.any(String),
        channel: 'paper',
        receivedAt: '2026-03-02T01:00:00.000Z',
        startedAt: null,
        disposition: 'valid',
        reasons: [],
        flags: [],
        answers: { age: 'old', air: 'neutral', say: '路灯太暗' },
      });
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
