import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey, type Survey } from '../../../server/store/surveys.ts';
import { CHANNELS } from '../../../survey-definitions/response.ts';
import { MOST_POINTS } from '../../../survey-definitions/survey.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey } from '../../support/fieldwork.ts';
import { plannedSurvey } from '../../support/planned-surveys.ts';

describe.each(ENGINES)('the returns of a survey with points (%s)', (engine) => {
  const t = withFieldwork(engine);
  const progress = async (code: string, headers?: Record<string, string>) =>
    (await said(t.admin('GET', `/api/surveys/${code}/progress`, undefined, headers))).body;
  const handOut = async (code: string, ...entries: [string, string | null, number | null][]) => {
    const handedOut = entries.map(([channel, point, n]) => ({ channel, point, n }));
    const answer = await said(
      t.admin('PATCH', `/api/surveys/${code}`, { handedOut, reason: '现场登记' }),
    );
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const came = (code: string, n: number, changed: Parameters<typeof aResponse>[1]) =>
    t.store.write.transaction().execute((trx) =>
      storeBatch(
        trx,
        1,
        Array.from({ length: n }, () => aResponse(code, { ...changed, id: randomUUID() })),
      ),
    );
  const planned = (changed: Partial<Survey> = {}) =>
    plannedSurvey(t.store, t.evaluationId, changed);

  it('say by point what came and what of it counts, and of none what came without', async () => {
    const { code } = await planned();
    await came(code, 3, { point: 'hall' });
    await came(code, 2, { point: 'hall', channel: 'paper', disposition: 'invalid' });
    await came(code, 1, { disposition: 'ineligible' });
    const none = { value: null, code: 'handed-out-unknown' };
    expect((await progress(code)).byPoint).toMatchObject([
      {
        point: 'hall',
        name: '办事大厅',
        planned: 30,
        handedOut: null,
        received: 5,
        valid: 3,
        invalid: 2,
        ineligible: 0,
        flagged: 0,
        responseRate: none,
      },
      {
        point: 'town',
        name: '城关镇',
        planned: 20,
        handedOut: null,
        received: 0,
        valid: 0,
        responseRate: none,
      },
      {
        point: null,
        name: null,
        planned: null,
        handedOut: null,
        received: 1,
        ineligible: 1,
        responseRate: none,
      },
    ]);
  });

  it('have a rate by channel and by point where it is known, and in all once every channel knows', async () => {
    const { code } = await planned();
    await came(code, 8, { point: 'hall', channel: 'paper' });
    await came(code, 2, { point: 'hall', channel: 'paper', disposition: 'ineligible' });
    await came(code, 5, { channel: 'online' });
    await handOut(code, ['paper', 'hall', 26]);
    const some = await progress(code);
    expect(some).toMatchObject({
      handedOut: null,
      responseRate: {
        value: null,
        because: '实际发放数不全，无从计算回收率',
        code: 'handed-out-unknown',
      },
      byChannel: [
        { channel: 'online', handedOut: null, responseRate: { value: null } },
        {
          channel: 'paper',
          handedOut: 26,
          responseRate: {
            value: 1 / 3,
            display: '33.33%',
            definition:
              '回收率（AAPOR RR1）= 有效答卷 ÷（实际发放数 − 不符合调查条件）= 8 ÷（26 − 2）',
          },
        },
      ],
      byPoint: [
        { point: 'hall', handedOut: 26, responseRate: { value: 1 / 3 } },
        { point: 'town', handedOut: null, responseRate: { value: null } },
        { point: null, handedOut: null, responseRate: { value: null } },
      ],
    });
    await handOut(code, ['online', null, 10]);
    const all = await progress(code, { 'Accept-Language': 'en' });
    expect(all).toMatchObject({
      handedOut: 36,
      responseRate: {
        value: 13 / 34,
        display: '38.24%',
        definition: 'Response rate (AAPOR RR1) = valid ÷ (handed out − ineligible) = 13 ÷ (36 − 2)',
      },
    });
    await handOut(code, ['paper', 'hall', null]);
    expect((await progress(code)).responseRate.value).toBeNull();
  });

  it('never have a rate above 1: more came back than was handed out', async () => {
    const { code } = await planned({ plan: { total: 100 } });
    await came(code, 3, { channel: 'online' });
    await handOut(code, ['online', null, 2]);
    expect((await progress(code)).responseRate).toEqual({
      value: null,
      because: '收回的多于实际发放数，请核对实际发放数',
      code: 'more-than-handed-out',
    });
  });

  it('are none where what came back was more only with what is invalid', async () => {
    const { code } = await planned({ plan: { total: 100 } });
    await came(code, 1, { channel: 'online', point: 'hall' });
    await came(code, 1, { channel: 'online', point: 'hall', disposition: 'invalid' });
    await handOut(code, ['online', 'hall', 1]);
    const tooMany = { value: null, code: 'more-than-handed-out' };
    expect(await progress(code)).toMatchObject({
      responseRate: tooMany,
      byChannel: [{ channel: 'online', responseRate: tooMany }],
      byPoint: [{ point: 'hall', responseRate: tooMany }, { point: 'town' }],
    });
  });

  it('are not in all known while a planned channel is not, and are where it was planned for none', async () => {
    const { code } = await planned({ plan: { total: 100, byChannel: { online: 0, paper: 60 } } });
    expect((await progress(code)).responseRate).toMatchObject({ code: 'handed-out-unknown' });
    await handOut(code, ['paper', null, 60]);
    expect(await progress(code)).toMatchObject({
      handedOut: 60,
      responseRate: { value: 0, display: '0.00%' },
    });
    await handOut(code, ['import', null, 4]);
    expect(await progress(code)).toMatchObject({
      handedOut: 64,
      byChannel: [
        { channel: 'online' },
        { channel: 'paper' },
        { channel: 'import', planned: null },
      ],
    });
  });

  it('keep each entry by itself, with its author and time', async () => {
    const { code } = await planned();
    const at = t.clock.now.toISOString();
    await handOut(code, ['paper', 'town', 7], ['online', null, 50]);
    const later = new Date(t.clock.now.getTime() + 60_000);
    t.clock.now = later;
    const { handedOut } = await handOut(
      code,
      ['paper', 'town', 9],
      ['paper', 'hall', 0],
      ['online', null, 50],
    );
    expect(handedOut).toEqual([
      { channel: 'online', point: null, n: 50, at, author: 'admin' },
      { channel: 'paper', point: 'hall', n: 0, at: later.toISOString(), author: 'admin' },
      { channel: 'paper', point: 'town', n: 9, at: later.toISOString(), author: 'admin' },
    ]);
  });

  it('of a survey that was rebuilt from published counts have what was handed out by channel', async () => {
    const rebuilt = aSurvey(t.evaluationId, { provenance: 'reconstructed', state: 'closed' });
    await insertSurvey(t.store.write, rebuilt);
    await came(rebuilt.code, 30, { channel: 'paper' });
    await handOut(rebuilt.code, ['paper', null, 40], ['online', null, 0]);
    expect(await progress(rebuilt.code)).toMatchObject({
      responseRate: { value: 0.75 },
      byPoint: [],
    });
  });

  it('of as many points as a survey can have are entered at once, and told each by itself', async () => {
    const { code } = await planned({ plan: { total: 1_000_000 } });
    const points = Array.from({ length: MOST_POINTS }, (_, index) => ({
      id: `p${index}`,
      name: `第 ${index + 1} 点`,
      plan: 10,
    }));
    const handedOut = CHANNELS.flatMap((channel) =>
      points.map(({ id }) => ({ channel, point: id, n: 4 })),
    );
    const wanted = { points, handedOut, reason: '全部登记' };
    const changed = await said(t.admin('PATCH', `/api/surveys/${code}`, wanted));
    expect(changed.status).toBe(200);
    expect(changed.body.handedOut).toHaveLength(CHANNELS.length * MOST_POINTS);
    await came(code, 6, { point: 'p499' });
    const { byPoint, ...all } = await progress(code);
    expect(all.handedOut).toBe(MOST_POINTS * 4 * CHANNELS.length);
    // Six came by a channel in which four were handed out there.
    expect(all.responseRate.code).toBe('more-than-handed-out');
    expect(byPoint).toHaveLength(MOST_POINTS);
    expect(byPoint[0]).toMatchObject({ point: 'p0', handedOut: 12, responseRate: { value: 0 } });
  });

  it('are read from as many statements, and never from the responses, however many there are', async () => {
    const { code } = await planned();
    const seen: string[] = [];
    const read = t.store.read.withPlugin({
      transformQuery({ node }) {
        seen.push(JSON.stringify(node));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const app = createApp({ ...t.deps, store: { ...t.store, read } });
    await came(code, 50, { point: 'hall' });
    const answer = await app.request(`/api/surveys/${code}/progress`, {
      headers: { cookie: `manping=${t.secret}` },
    });
    expect(answer.status).toBe(200);
    expect(seen.filter((node) => /"day_counts"/.test(node))).toHaveLength(2);
    expect(seen.length).toBeLessThanOrEqual(16);
    expect(seen.filter((node) => /"responses"/.test(node))).toEqual([]);
  });
});
