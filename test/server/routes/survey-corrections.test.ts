import { beforeAll, describe, expect, it } from 'vitest';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import {
  HALL,
  plannedSurvey,
  STANDINGS,
  type Standing,
  TOWN,
} from '../../support/planned-surveys.ts';
import { item, questionnaire, section } from '../../support/questionnaires.ts';

const OTHER = questionnaire([section('s', 'satisfaction', [item('air', 'satisfaction')])], {
  id: 'other',
  respondentGroup: 'management-object',
});
const LATER = '2026-04-01T00:00:00.000Z';

/** One change of each key of PATCH, and what the survey then says. */
const CHANGES = {
  questionnaire: {
    patch: { questionnaire: { id: OTHER.id, version: 1 } },
    shown: { questionnaire: { id: OTHER.id, version: 1 }, respondentGroup: 'management-object' },
  },
  phase: { patch: { phase: 'pilot' }, shown: { phase: 'pilot' } },
  proofOfWork: { patch: { proofOfWork: true }, shown: { proofOfWork: true } },
  access: { patch: { access: 'code' }, shown: { access: 'code' } },
  opensAt: {
    patch: { opensAt: '2026-02-01T08:00:00+08:00' },
    shown: { opensAt: '2026-02-01T00:00:00.000Z' },
  },
  closesAt: { patch: { closesAt: LATER }, shown: { closesAt: LATER } },
  plan: { patch: { plan: { total: 200 } }, shown: { plan: { total: 200 } } },
  "points' plan": {
    patch: { points: [{ ...HALL, plan: 60 }, TOWN] },
    shown: { points: [expect.objectContaining({ id: 'hall', plan: 60 }), expect.anything()] },
  },
  "points' name": {
    patch: { points: [{ ...HALL, name: '政务大厅' }, TOWN] },
    shown: { points: [expect.objectContaining({ name: '政务大厅' }), expect.anything()] },
    path: '$.points[0].name',
  },
  "points' closing": {
    patch: { points: [HALL, { ...TOWN, closed: true }] },
    shown: {
      points: [
        expect.objectContaining({ closed: false }),
        expect.objectContaining({ closed: true }),
      ],
    },
    path: '$.points[1].closed',
  },
  'a point more': {
    patch: { points: [HALL, TOWN, { id: 'unit', name: '下属单位' }] },
    shown: {
      points: [expect.anything(), expect.anything(), expect.objectContaining({ plan: null })],
    },
    path: '$.points',
  },
  'a point less': {
    patch: { points: [HALL] },
    shown: { points: [expect.objectContaining({ id: 'hall' })] },
    path: '$.points',
  },
  'the order of points': {
    patch: { points: [TOWN, HALL] },
    shown: {
      points: [expect.objectContaining({ id: 'town' }), expect.objectContaining({ id: 'hall' })],
    },
    path: '$.points',
  },
  handedOut: {
    patch: { handedOut: [{ channel: 'paper', point: 'hall', n: 25 }] },
    shown: {
      handedOut: [
        { channel: 'paper', point: 'hall', n: 25, at: NOW.toISOString(), author: 'admin' },
      ],
    },
  },
  population: { patch: { population: 30_000 }, shown: { population: 30_000 } },
  sampling: { patch: { sampling: 'census' }, shown: { sampling: 'census' } },
};
type Key = keyof typeof CHANGES;

const ONCE_OPENED: Key[] = ['questionnaire', 'phase', 'proofOfWork', 'access'];
const FINISHED: Key[] = [
  ...ONCE_OPENED,
  'opensAt',
  'closesAt',
  "points' name",
  "points' closing",
  'a point more',
  'a point less',
  'the order of points',
];
const FIXED: Record<Standing, Key[]> = {
  draft: [],
  'not yet open': ONCE_OPENED,
  open: ONCE_OPENED,
  'closed by the clock': ONCE_OPENED,
  'closed by the clock, and seen to': ONCE_OPENED,
  'closed by hand': FINISHED,
  'rebuilt from published counts': FINISHED,
  'without its answers': FINISHED,
};

describe.each(ENGINES)('a survey is corrected (%s)', (engine) => {
  const t = withFieldwork(engine);
  beforeAll(async () => {
    await insertQuestionnaire(t.store.write, OTHER, NOW);
  });

  const patch = (code: string, body: object, headers?: Record<string, string>) =>
    said(t.admin('PATCH', `/api/surveys/${code}`, body, headers));
  const show = async (code: string) => (await said(t.admin('GET', `/api/surveys/${code}`))).body;
  const versions = async (code: string) =>
    (await said(t.admin('GET', `/api/surveys/${code}/plan-versions`))).body.items;
  const audit = async (code: string) => {
    const path = `/api/evaluations/${t.evaluationId}/audit?limit=200`;
    const { items } = (await said(t.admin('GET', path))).body;
    return items.filter((each: { subject: string }) => each.subject === code);
  };
  const stands = (standing: Standing, changed = {}) =>
    plannedSurvey(t.store, t.evaluationId, { ...STANDINGS[standing], ...changed });

  describe.each(Object.keys(STANDINGS) as Standing[])('that is %s', (standing) => {
    it.each(Object.keys(CHANGES) as Key[])('%s', async (key) => {
      const { code } = await stands(standing);
      const before = await show(code);
      const { patch: body, shown, ...at } = CHANGES[key];
      const isFixed = FIXED[standing].includes(key);
      // What is fixed is told before a reason is asked for.
      if (standing !== 'draft' && key !== 'handedOut')
        expect(await patch(code, body)).toMatchObject(
          isFixed
            ? { status: 409, body: { code: 'survey-fixed' } }
            : { status: 422, body: { errors: [{ path: '$.reason', code: 'reason-needed' }] } },
        );
      const answer = await patch(code, { ...body, reason: '更正' });
      if (isFixed) {
        const path = 'path' in at ? at.path : `$.${key}`;
        expect(answer).toMatchObject({
          status: 409,
          body: { code: 'survey-fixed', errors: [{ path, code: 'fixed' }] },
        });
        expect(await show(code)).toEqual(before);
        expect(await audit(code)).toEqual([]);
      } else {
        expect(answer).toMatchObject({ status: 200, body: shown });
        expect(await show(code)).toEqual(answer.body);
        expect(await audit(code)).toMatchObject([
          { action: 'survey.change', actor: 'admin', detail: { reason: '更正' } },
        ]);
      }
    });

    it('takes what was handed out without a reason, and nothing else beside it', async () => {
      const { code } = await stands(standing);
      const { patch: handedOut, shown } = CHANGES.handedOut;
      if (standing !== 'draft')
        expect(await patch(code, { ...handedOut, population: 77 })).toMatchObject({
          status: 422,
          body: { errors: [{ path: '$.reason', code: 'reason-needed' }] },
        });
      expect(await patch(code, handedOut)).toMatchObject({ status: 200, body: shown });
    });

    it('says what is fixed and whether a reason is needed', async () => {
      const { code } = await stands(standing);
      const keys = FIXED[standing].filter((key) => !key.includes(' '));
      const { fixed, needsReason } = await show(code);
      expect([...fixed].sort()).toEqual([...keys].sort());
      expect(needsReason).toBe(standing !== 'draft');
    });

    it('with what stands already writes nothing and needs no reason', async () => {
      const { code } = await stands(standing);
      const { questionnaire, phase, proofOfWork, access, opensAt, closesAt, plan } =
        await show(code);
      const points = [{ ...HALL, closed: false }, TOWN];
      const same = { questionnaire, phase, proofOfWork, access, opensAt, closesAt, plan, points };
      const before = await show(code);
      expect(await patch(code, { ...same, handedOut: [{ channel: 'paper', n: null }] })).toEqual({
        status: 200,
        body: before,
      });
      expect(await patch(code, {})).toMatchObject({ status: 200 });
      expect(await audit(code)).toEqual([]);
      expect(await versions(code)).toHaveLength(1);
    });
  });

  it('says who closed it', async () => {
    const closedBy = async (standing: Standing) =>
      (await show((await stands(standing)).code)).closedBy;
    expect(await closedBy('open')).toBeNull();
    expect(await closedBy('draft')).toBeNull();
    expect(await closedBy('closed by hand')).toBe('staff');
    expect(await closedBy('closed by the clock')).toBe('clock');
    expect(await closedBy('closed by the clock, and seen to')).toBe('clock');
  });

  it('with all that is fixed named at once, each in words', async () => {
    const { code } = await stands('closed by hand');
    const wanted = { access: 'code', closesAt: LATER, points: [{ ...HALL, name: '新名' }, TOWN] };
    const { body } = await patch(code, { ...wanted, reason: '更正' });
    expect(body.errors).toEqual([
      { path: '$.access', code: 'fixed', message: '现在不能再改' },
      { path: '$.closesAt', code: 'fixed', message: '现在不能再改' },
      { path: '$.points[0].name', code: 'fixed', message: '调查点的名称不能再改' },
    ]);
    const english = await patch(code, { ...wanted, reason: 'x' }, { 'Accept-Language': 'en' });
    expect(JSON.stringify(english.body)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('and the audit has what stood there before, and what stands there now', async () => {
    const { code } = await stands('open', { population: 5 });
    await patch(code, {
      population: null,
      points: [HALL],
      handedOut: [{ channel: 'online', n: 3 }],
      reason: '样本框有变',
    });
    const town = { ...TOWN, closed: false };
    expect((await audit(code))[0].detail).toEqual({
      before: {
        population: 5,
        points: [{ ...HALL, closed: false }, town],
        handedOut: [{ channel: 'online', point: null, n: null }],
      },
      after: {
        population: null,
        points: [{ ...HALL, closed: false }],
        handedOut: [{ channel: 'online', point: null, n: 3 }],
      },
      reason: '样本框有变',
    });
  });

  it.each([
    [
      'a point twice',
      { points: [HALL, { ...TOWN, id: 'hall' }] },
      '$.points[1].id',
      'duplicate-id',
    ],
    [
      'names alike',
      { points: [HALL, { ...TOWN, name: ' 办事 大厅' }] },
      '$.points[1].name',
      'not-told-apart',
    ],
    [
      'more at points than in all',
      { points: [{ ...HALL, plan: 90 }, TOWN] },
      '$.points',
      'more-than-total',
    ],
    ['less in all than at points', { plan: { total: 49 } }, '$.plan.total', 'more-than-total'],
    [
      'more by channel than in all',
      { plan: { total: 60, byChannel: { online: 61 } } },
      '$.plan.byChannel',
      'more-than-total',
    ],
    [
      'a beginning behind its end',
      { opensAt: '2026-05-01T00:00:00Z' },
      '$.opensAt',
      'closes-before-it-opens',
    ],
    [
      'an end before its beginning',
      { closesAt: '2026-01-01T00:00:00Z' },
      '$.closesAt',
      'closes-before-it-opens',
    ],
    [
      'numbers of a point that is not there',
      { handedOut: [{ channel: 'paper', point: 'gone', n: 1 }] },
      '$.handedOut[0].point',
      'unknown-point',
    ],
    [
      'a number twice',
      {
        handedOut: [
          { channel: 'paper', n: 1 },
          { channel: 'paper', point: null, n: 2 },
        ],
      },
      '$.handedOut[1]',
      'entered-twice',
    ],
    [
      'a number below zero',
      { handedOut: [{ channel: 'paper', n: -1 }] },
      '$.handedOut[0].n',
      'too-small',
    ],
    ['a blank reason', { population: 3, reason: '\u200b' }, '$.reason', 'too-small'],
    ['a key that is none', { state: 'open' }, '$.state', 'unknown-key'],
  ])('and refused with its place where it has %s', async (_, body, path, code) => {
    const survey = await stands('open', { opensAt: '2026-02-01T00:00:00.000Z', closesAt: LATER });
    const answer = await patch(survey.code, { reason: '更正', ...body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ path })]);
    expect(answer.body.errors[0].code).toBe(code);
    expect(await audit(survey.code)).toEqual([]);
  });

  it('in a draft of another questionnaire that is not there is refused', async () => {
    const { code } = await stands('draft');
    expect(await patch(code, { questionnaire: { id: 'gone', version: 1 } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.questionnaire', code: 'unknown-questionnaire' }] },
    });
  });

  it('and its codes wait where a draft is opened to everybody, and are good again after', async () => {
    const { code } = await stands('draft', { access: 'code' });
    const issued = await said(t.admin('POST', `/api/surveys/${code}/access-codes`, { count: 2 }));
    await patch(code, { access: 'open' });
    expect((await said(t.admin('GET', `/api/surveys/${code}/access-codes`))).status).toBe(409);
    await patch(code, { access: 'code' });
    expect((await said(t.admin('GET', `/api/surveys/${code}/access-codes`))).body).toEqual({
      issued: 2,
      spent: 0,
    });
    expect(issued.status).toBe(201);
  });

  it('only by whoever may, and only where it is there', async () => {
    const { code } = await stands('draft');
    expect((await said(t.anyone('PATCH', `/api/surveys/${code}`, {}))).status).toBe(401);
    expect(await patch('gone', {})).toMatchObject({
      status: 404,
      body: { code: 'unknown-survey' },
    });
  });

  it('and its evaluation is seen to have changed', async () => {
    const { code } = await stands('draft');
    const path = '/api/evaluations';
    const etag = (await t.admin('GET', path)).headers.get('etag') ?? '';
    await patch(code, { population: 7 });
    expect((await t.admin('GET', path, undefined, { 'if-none-match': etag })).status).toBe(200);
  });
});
