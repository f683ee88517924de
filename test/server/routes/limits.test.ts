import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONGEST_NOTE, LONGEST_REASON } from '../../../survey-definitions/survey.ts';
import { openTestApp, said, type TestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { startFieldwork } from '../../support/fieldwork.ts';

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

  it('so may a note', async () => {
    expect(await put({ note: '注'.repeat(LONGEST_NOTE) })).toMatchObject({ status: 200 });
    expect(await put({ note: '注'.repeat(LONGEST_NOTE + 1) })).toMatchObject({ status: 422 });
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
});
