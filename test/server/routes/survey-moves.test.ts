import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { countAccessCodes } from '../../../server/store/access-codes.ts';
import { readPlanVersions } from '../../../server/store/plan-versions.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, NOW } from '../../support/fieldwork.ts';
import {
  HALL,
  plannedSurvey,
  STANDINGS,
  type Standing,
  TOWN,
} from '../../support/planned-surveys.ts';

const PAST = '2026-02-28T00:00:00.000Z';
const LATER = '2026-04-01T00:00:00.000Z';

describe.each(ENGINES)('a survey (%s)', (engine) => {
  const t = withFieldwork(engine);
  const post = (code: string, what: string, body?: object, headers?: Record<string, string>) =>
    said(t.admin('POST', `/api/surveys/${code}/${what}`, body, headers));
  const patch = (code: string, body: object) =>
    said(t.admin('PATCH', `/api/surveys/${code}`, body));
  const remove = (code: string) => said(t.admin('DELETE', `/api/surveys/${code}`));
  const show = (code: string) => said(t.admin('GET', `/api/surveys/${code}`));
  const put = (code: string) =>
    said(t.anyone('PUT', `/api/surveys/${code}/responses/${randomUUID()}`, { answers: ANSWERS }));
  const audit = async (code: string) => {
    const path = `/api/evaluations/${t.evaluationId}/audit?limit=200`;
    const { items } = (await said(t.admin('GET', path))).body;
    return items.filter((each: { subject: string }) => each.subject === code);
  };
  const stands = async (standing: Standing, changed = {}) =>
    (await plannedSurvey(t.store, t.evaluationId, { ...STANDINGS[standing], ...changed })).code;
  afterEach(() => {
    t.clock.now = NOW;
  });

  it.each<[Standing, number, string]>([
    ['draft', 200, 'open'],
    ['not yet open', 200, 'not-yet'],
    ['open', 200, 'open'],
    ['closed by the clock', 409, 'survey-closed'],
    ['closed by the clock, and seen to', 409, 'survey-closed'],
    ['closed by hand', 409, 'survey-closed'],
    ['rebuilt from published counts', 409, 'survey-not-collected'],
    ['without its answers', 409, 'answers-removed'],
  ])('that is %s is opened: %i %s', async (standing, status, word) => {
    const answer = await post(await stands(standing), 'open');
    expect([answer.status, answer.body[status === 200 ? 'state' : 'code']]).toEqual([status, word]);
  });

  it.each<[Standing, object, number, string]>([
    ['draft', {}, 409, 'survey-never-opened'],
    ['not yet open', {}, 409, 'survey-not-closed'],
    ['open', {}, 409, 'survey-not-closed'],
    ['closed by the clock', {}, 409, 'survey-period-over'],
    ['closed by the clock', { closesAt: PAST }, 409, 'survey-period-over'],
    ['closed by the clock', { closesAt: LATER }, 200, 'open'],
    ['closed by the clock, and seen to', { closesAt: null }, 200, 'open'],
    ['closed by hand', {}, 200, 'open'],
    ['closed by hand', { closesAt: LATER }, 200, 'open'],
    ['closed by hand', { closesAt: NOW.toISOString() }, 409, 'survey-period-over'],
    ['rebuilt from published counts', {}, 409, 'survey-not-collected'],
    ['without its answers', { closesAt: LATER }, 409, 'answers-removed'],
  ])('that is %s is reopened with %j: %i %s', async (standing, body, status, word) => {
    const code = await stands(standing);
    const answer = await post(code, 'reopen', { reason: '样本不足', ...body });
    expect([answer.status, answer.body[status === 200 ? 'state' : 'code']]).toEqual([status, word]);
    expect((await put(code)).status === 201).toBe(
      answer.body.state === 'open' || standing === 'open',
    );
    expect(await audit(code)).toMatchObject(
      status === 200 ? [{ action: 'survey.reopen', detail: { reason: '样本不足' } }] : [],
    );
  });

  it('closed by hand whose end is past since is reopened with a later one, and the audit says which', async () => {
    const code = await stands('closed by hand', { closesAt: PAST });
    const over = await post(code, 'reopen', { reason: '样本不足' });
    expect(over.body).toMatchObject({
      code: 'survey-period-over',
      detail: expect.stringContaining('北京时间 2026-02-28 08:00'),
    });
    const { body } = await post(code, 'reopen', { reason: '样本不足', closesAt: LATER });
    expect(body).toMatchObject({ state: 'open', closesAt: LATER, closedBy: null });
    expect((await audit(code))[0].detail).toEqual({
      reason: '样本不足',
      before: { closesAt: PAST },
      after: { closesAt: LATER },
    });
  });

  it.each([
    ['no reason', {}, '$.reason'],
    ['a blank one', { reason: ' ' }, '$.reason'],
    [
      'an end before its beginning',
      { reason: 'x', closesAt: '2026-03-04T00:00:00Z' },
      '$.closesAt',
    ],
  ])('is not reopened with %s', async (_, body, path) => {
    const code = await stands('closed by hand', { opensAt: '2026-03-05T00:00:00.000Z' });
    expect(await post(code, 'reopen', body)).toMatchObject({
      status: 422,
      body: { errors: [{ path }] },
    });
  });

  it.each<[Standing, string | null]>([
    ['closed by the clock', LATER],
    ['closed by the clock, and seen to', LATER],
    ['closed by the clock, and seen to', null],
  ])('that is %s is open again once its end is %s', async (standing, closesAt) => {
    const code = await stands(standing);
    expect((await put(code)).body.code).toBe('survey-not-open');
    const { body } = await patch(code, { closesAt, reason: '延长' });
    expect(body).toMatchObject({ state: 'open', closedBy: null, closesAt });
    expect((await put(code)).status).toBe(201);
  });

  it('that the clock closed stays closed where its end is moved about in the past', async () => {
    const code = await stands('closed by the clock, and seen to');
    const { body } = await patch(code, { closesAt: '2026-02-28T12:00:00Z', reason: '更正' });
    expect(body).toMatchObject({ state: 'closed', closedBy: 'clock' });
    // Also for a server whose clock is behind: what closing does was done.
    t.clock.now = new Date('2026-02-28T06:00:00Z');
    expect((await put(code)).body).toMatchObject({ code: 'survey-not-open', state: 'closed' });
  });

  it('that the clock closed is closed by hand, and needs reopening from then on', async () => {
    const code = await stands('closed by the clock');
    expect((await post(code, 'close')).body.closedBy).toBe('staff');
    expect((await patch(code, { closesAt: LATER, reason: 'x' })).body.code).toBe('survey-fixed');
  });

  it('that is reopened goes on feeding as before', async () => {
    const code = await stands('draft');
    await post(code, 'open');
    const feeds = async () =>
      (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`))).body.feeds;
    const before = await feeds();
    await post(code, 'close');
    await post(code, 'reopen', { reason: '补收' });
    expect(await feeds()).toEqual(before);
  });

  describe('is deleted', () => {
    it('while it is a draft, with its points, plans and codes', async () => {
      const code = await stands('draft', { access: 'code' });
      await post(code, 'access-codes', { count: 3 });
      await patch(code, { handedOut: [{ channel: 'paper', point: 'hall', n: 2 }] });
      expect(await remove(code)).toEqual({ status: 200, body: { accessCodes: 3 } });
      expect((await show(code)).status).toBe(404);
      expect((await said(t.anyone('GET', `/api/surveys/${code}/form`))).status).toBe(404);
      expect((await remove(code)).status).toBe(404);
      expect(await countAccessCodes(t.store.read, code)).toEqual({ issued: 0, spent: 0 });
      expect(await readPlanVersions(t.store.read, code)).toEqual([]);
      for (const table of ['points', 'handed_out'] as const)
        expect(
          await t.store.read
            .selectFrom(table)
            .select('survey_code')
            .where('survey_code', '=', code)
            .execute(),
        ).toEqual([]);
      expect((await audit(code)).map(({ action }: { action: string }) => action)).toContain(
        'survey.delete',
      );
      const { surveys } = (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`))).body;
      expect(surveys.map((each: { code: string }) => each.code)).not.toContain(code);
    });

    it.each(Object.keys(STANDINGS).filter((each) => each !== 'draft') as Standing[])(
      'not where it is %s',
      async (standing) => {
        const code = await stands(standing);
        expect(await remove(code)).toMatchObject({
          status: 409,
          body: { code: 'survey-not-draft' },
        });
        expect((await show(code)).status).toBe(200);
      },
    );

    it('or opened, whichever comes first, never both', async () => {
      for (let round = 0; round < 10; round++) {
        const code = await stands('draft');
        const [opened, removed] = await Promise.all([post(code, 'open'), remove(code)]);
        expect([opened.status, removed.status]).toEqual(
          removed.status === 200 ? [404, 200] : [200, 409],
        );
      }
    });
  });

  it('is opened or corrected, whichever comes first: what is fixed never changes behind the opening', async () => {
    for (let round = 0; round < 10; round++) {
      const code = await stands('draft');
      const [opened, patched] = await Promise.all([
        post(code, 'open'),
        patch(code, { phase: 'pilot' }),
      ]);
      expect(opened.status).toBe(200);
      const { body } = await show(code);
      expect(body.phase).toBe(patched.status === 200 ? 'pilot' : 'formal');
      if (patched.status !== 200) expect(patched.body.code).toBe('survey-fixed');
      // A pilot never feeds.
      if (body.phase === 'pilot') expect(body.feeds).toEqual([]);
    }
  });

  it('is closed or corrected, whichever comes first: its period does not move behind the closing', async () => {
    for (let round = 0; round < 10; round++) {
      const code = await stands('open');
      const [closed, patched] = await Promise.all([
        post(code, 'close'),
        patch(code, { closesAt: LATER, reason: '延长' }),
      ]);
      expect(closed.status).toBe(200);
      const { body } = await show(code);
      expect(body).toMatchObject({
        state: 'closed',
        closesAt: patched.status === 200 ? LATER : null,
      });
    }
  });

  it.each(Object.keys(STANDINGS) as Standing[])(
    'that is %s is copied into a draft',
    async (standing) => {
      const code = await stands(standing, {
        population: 300,
        sampling: 'census',
        access: 'code',
        proofOfWork: true,
        phase: 'pilot',
      });
      await t.store.write
        .updateTable('points')
        .set({ closed_at: PAST })
        .where('survey_code', '=', code)
        .where('id', '=', 'town')
        .execute();
      await patch(code, { handedOut: [{ channel: 'paper', n: 9 }], reason: '补录' });
      const copied = await post(code, 'copy', {});
      expect(copied).toEqual({
        status: 201,
        body: { code: expect.any(String), url: `http://localhost/s/${copied.body.code}` },
      });
      const { body } = await show(copied.body.code);
      expect(body).toMatchObject({
        state: 'draft',
        provenance: 'collected',
        questionnaire: { id: 'tiny', version: 1 },
        respondentGroup: 'public',
        plan: { total: 100, byChannel: { online: 70, paper: 30 } },
        population: 300,
        sampling: 'census',
        access: 'code',
        proofOfWork: true,
        phase: 'pilot',
        opensAt: null,
        closesAt: null,
        handedOut: [],
        received: 0,
        fixed: [],
        closedBy: null,
        points: [
          { ...HALL, closed: false },
          { ...TOWN, closed: false },
        ],
      });
      expect(await readPlanVersions(t.store.read, copied.body.code)).toHaveLength(1);
      expect(await audit(copied.body.code)).toMatchObject([
        { action: 'survey.copy', actor: 'admin', detail: { from: code } },
      ]);
    },
  );

  it('that is not there is neither copied, reopened nor deleted', async () => {
    for (const answer of [
      await post('gone', 'copy', {}),
      await post('gone', 'reopen', { reason: 'x' }),
      await remove('gone'),
      await said(t.admin('GET', '/api/surveys/gone/plan-versions')),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-survey' } });
  });

  it('is told of in English where that is asked for', async () => {
    const english = { 'Accept-Language': 'en' };
    for (const answer of [
      await post(await stands('closed by hand'), 'open', undefined, english),
      await post(await stands('closed by the clock'), 'open', undefined, english),
      await post(await stands('closed by the clock'), 'reopen', { reason: 'x' }, english),
      await post(await stands('without its answers'), 'open', undefined, english),
    ])
      expect(JSON.stringify(answer.body)).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
