import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateEvaluation } from '../../../server/store/evaluations.ts';
import { insertIndicatorSystem } from '../../../server/store/indicator-systems.ts';
import { MOST_IN_LIST } from '../../../survey-definitions/definition-size.ts';
import { LONGEST_NOTE, LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import { openTestApp, said, type TestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW, startFieldwork } from '../../support/fieldwork.ts';
import { indicator, indicatorSystem } from '../../support/indicator-systems.ts';

describe.each(ENGINES)('limits that the screens know too (%s)', (engine) => {
  let t: TestApp;
  let evaluationId: string;
  beforeAll(async () => {
    t = await openTestApp(engine);
    ({ evaluationId } = await startFieldwork(t.store));
  });
  afterAll(() => t.close());

  const put = async (body: object) =>
    said(t.admin('PUT', `/api/evaluations/${evaluationId}/scoring/A101`, body));

  it('an override’s reason may be as long as the screen lets it be, and no longer', async () => {
    const reason = '理'.repeat(LONGEST_REASON);
    expect(await put({ override: { score: '1', reason } })).toMatchObject({ status: 200 });
    expect(await put({ override: { score: '1', reason: `${reason}由` } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.override.reason', code: 'too-large' }] },
    });
  });

  it.each([1e-300, 1e-19, '0.1234567890123456789', '1/1000000000000000003'])(
    'an override of %s has more digits than anything a scorer enters may have',
    async (score) => {
      const { status, body } = await put({ override: { score, reason: '核定' } });
      expect([status, body.errors.map((each: { path: string }) => each.path)]).toEqual([
        422,
        ['$.override.score'],
      ]);
    },
  );

  it('so may a note', async () => {
    expect(await put({ note: '注'.repeat(LONGEST_NOTE) })).toMatchObject({ status: 200 });
    expect(await put({ note: '注'.repeat(LONGEST_NOTE + 1) })).toMatchObject({ status: 422 });
  });

  it('so may the reason of a scorer who gives the score', async () => {
    const of = (reason: string) => put({ inputs: { score: '1', reason } });
    expect(await of('理'.repeat(LONGEST_REASON))).toMatchObject({ status: 200 });
    expect(await of('理'.repeat(LONGEST_REASON + 1))).toMatchObject({
      status: 422,
      body: {
        errors: [
          {
            path: '$.inputs.reason',
            code: 'too-big',
            message: '最多 5000 个字符，现有 5001 个',
          },
        ],
      },
    });
  });

  it('characters are counted as people count them, wherever they stand', async () => {
    const rare = '𠮷'.repeat(LONGEST_REASON);
    expect(await put({ override: { score: '1', reason: rare } })).toMatchObject({ status: 200 });
    expect(await put({ note: rare })).toMatchObject({ status: 200 });
    expect(await put({ inputs: { score: '1', reason: rare } })).toMatchObject({ status: 200 });
    expect(await put({ inputs: { score: '1', reason: `${rare}𠮷` } })).toMatchObject({
      status: 422,
      body: { errors: [{ message: '最多 5000 个字符，现有 5001 个' }] },
    });
  });

  it.each(['', '   ', '\u3000\u2003', '\u200b', '\u3164\u2800', '\ufe0f'])(
    'a reason in which nobody sees anything, %j, is none',
    async (reason) => {
      expect(await put({ override: { score: '1', reason } })).toMatchObject({
        status: 422,
        body: { errors: [{ path: '$.override.reason', code: 'too-small' }] },
      });
    },
  );

  it('days are described as what they are: China’s', async () => {
    const { body } = await said(t.anyone('GET', '/api/openapi.json'));
    const { byDay } = body.components.schemas.Progress.properties;
    expect(byDay.items.properties.day.description).toBe('Date in China (UTC+8)');
  });

  it('so may the evidence of every point of a checklist, however many there are', async () => {
    const ids = Array.from({ length: MOST_IN_LIST }, (_, n) => `p${n}`);
    const items = ids.map((id) => ({ id, label: id, share: `1/${MOST_IN_LIST}` }));
    const system = indicatorSystem([[indicator('A101', 100, { kind: 'checklist', items })]]);
    await insertIndicatorSystem(t.store.write, system, NOW);
    await updateEvaluation(t.store.write, evaluationId, {
      indicatorSystem: { id: system.id, version: system.version },
    });
    const of = (length: number) =>
      put({
        inputs: {
          credit: Object.fromEntries(ids.map((id) => [id, '0.5'])),
          reasons: Object.fromEntries(ids.map((id) => [id, '据'.repeat(length)])),
        },
      });
    expect((await of(LONGEST_REASON)).status).toBe(200);
    const { status, body } = await of(LONGEST_REASON + 1);
    expect([status, body.errors.length, body.errors[0].path]).toEqual([
      422,
      MOST_IN_LIST,
      '$.inputs.reasons.p0',
    ]);
  });
});
