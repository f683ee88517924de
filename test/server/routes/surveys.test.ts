import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { listResponses } from '../../../server/store/responses.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { openTestApp, said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aSurvey, NOW, QUESTIONNAIRE, startFieldwork } from '../../support/fieldwork.ts';

const WANTED = {
  questionnaire: { id: QUESTIONNAIRE.id, version: QUESTIONNAIRE.version },
  plan: { total: 100, byChannel: { online: 70, paper: 30 } },
  phase: 'formal',
  access: 'open',
};

describe.each(ENGINES)('surveys (%s)', (engine) => {
  const t = withFieldwork(engine);

  const create = (changed: object = {}, headers?: Record<string, string>) =>
    said(
      t.admin(
        'POST',
        `/api/evaluations/${t.evaluationId}/surveys`,
        { ...WANTED, ...changed },
        headers,
      ),
    );
  const move = (code: string, to: 'open' | 'close') =>
    said(t.admin('POST', `/api/surveys/${code}/${to}`));

  const reopen = (code: string, body: object) =>
    said(t.admin('POST', `/api/surveys/${code}/reopen`, body));

  it('begin as a draft with a code that can be read out, and an address', async () => {
    const made = await create({ population: 30_000, sampling: 'opt-in' });
    expect(made.status).toBe(201);
    const { code, url } = made.body;
    expect(code).toMatch(/^[a-hjkmnp-z2-9]{8}$/);
    expect(url).toBe(`http://localhost/s/${code}`);
    expect(await said(t.admin('GET', `/api/surveys/${code}`))).toMatchObject({
      status: 200,
      body: {
        ...WANTED,
        code,
        url,
        title: 'tiny',
        respondentGroup: 'public',
        provenance: 'collected',
        state: 'draft',
        population: 30_000,
        sampling: 'opt-in',
        opensAt: null,
        createdAt: NOW.toISOString(),
        received: 0,
        composite: null,
        evaluation: { id: t.evaluationId, department: '生态环境局', place: '朔州市', year: 2019 },
      },
    });
  });

  it('keep their times in UTC', async () => {
    const made = await create({
      opensAt: '2026-04-01T00:00:00+08:00',
      closesAt: '2026-05-01T00:00:00Z',
    });
    expect((await said(t.admin('GET', `/api/surveys/${made.body.code}`))).body).toMatchObject({
      opensAt: '2026-03-31T16:00:00.000Z',
      closesAt: '2026-05-01T00:00:00.000Z',
    });
    const { body } = await said(
      t.admin('GET', `/api/evaluations/${t.evaluationId}/audit?limit=200`),
    );
    const { code } = made.body;
    expect(body.items.find((each: { subject: string }) => each.subject === code)).toMatchObject({
      action: 'survey.create',
      detail: { opensAt: '2026-03-31T16:00:00.000Z', closesAt: '2026-05-01T00:00:00.000Z' },
    });
  });

  it('open, close and are reopened with a reason, and again the same changes nothing', async () => {
    const { code } = (await create()).body;
    expect(await move(code, 'close')).toMatchObject({
      status: 409,
      body: { code: 'survey-never-opened' },
    });
    for (const to of ['open', 'open', 'close', 'close'] as const) {
      const state = to === 'open' ? 'open' : 'closed';
      expect(await move(code, to)).toMatchObject({ status: 200, body: { code, state } });
    }
    expect(await move(code, 'open')).toMatchObject({
      status: 409,
      body: { code: 'survey-closed' },
    });
    expect(await reopen(code, { reason: '样本不足' })).toMatchObject({
      status: 200,
      body: { code, state: 'open', closedBy: null },
    });
    const { body } = await said(
      t.admin('GET', `/api/evaluations/${t.evaluationId}/audit?limit=200`),
    );
    const done = body.items.filter(({ subject }: { subject: string }) => subject === code);
    // What changed nothing is not in it.
    expect(done.map(({ action }: { action: string }) => action).sort()).toEqual([
      'survey.close',
      'survey.create',
      'survey.open',
      'survey.reopen',
    ]);
  });

  it('closed while responses come in take none after the answer, and say to each what became of it', async () => {
    const { code } = (await create()).body;
    await move(code, 'open');
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const put = (id: string) =>
      said(t.anyone('PUT', `/api/surveys/${code}/responses/${id}`, { answers: ANSWERS }));
    const stored = async () => (await listResponses(t.store.read, code, { limit: 500 })).items;
    const [first = '', ...others] = ids;
    await put(first);
    const answers = others.map(put);
    await answers[0];
    expect((await move(code, 'close')).status).toBe(200);
    const atTheClose = (await stored()).length;
    const told = await Promise.all(answers);
    expect(await stored()).toHaveLength(atTheClose);
    expect(told.filter(({ status }) => status === 201)).toHaveLength(atTheClose - 1);
    for (const { status, body } of told)
      if (status !== 201)
        expect([status, body.code, body.state]).toEqual([403, 'survey-not-open', 'closed']);
    expect((await put(first)).status).toBe(200);
  });

  it('closed with one response in flight: it is refused, and one that was stored is heard again', async () => {
    const { code } = (await create()).body;
    await move(code, 'open');
    const stored = randomUUID();
    const late = randomUUID();
    const put = (id: string, to = t.anyone) =>
      said(to('PUT', `/api/surveys/${code}/responses/${id}`, { answers: ANSWERS }));
    await put(stored);
    // Both pass the look at the survey, and are held before they are written until it has closed.
    const { write } = t.deps.writer;
    const held: (() => void)[] = [];
    t.deps.writer.write = async (response) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return write(response);
    };
    try {
      const inFlight = [put(late), put(stored)];
      while (held.length < 2) await sleep(5);
      await move(code, 'close');
      for (const release of held) release();
      expect(await Promise.all(inFlight)).toMatchObject([
        { status: 403, body: { code: 'survey-not-open', state: 'closed' } },
        { status: 200 },
      ]);
    } finally {
      t.deps.writer.write = write;
    }
  });

  describe('with a period', () => {
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();
    const formOf = async (code: string) =>
      (await said(t.anyone('GET', `/api/surveys/${code}/form`))).body.state;
    const shown = async (code: string) =>
      (await said(t.admin('GET', `/api/surveys/${code}`))).body.state;
    const listed = async (code: string) => {
      const { body } = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`));
      return body.surveys.find((each: { code: string }) => each.code === code).state;
    };
    afterEach(() => {
      t.clock.now = NOW;
    });

    it('are of one state for staff and respondents, which the clock moves', async () => {
      const { code } = (await create({ opensAt: at(1), closesAt: at(2) })).body;
      const states = async () => [await shown(code), await listed(code), await formOf(code)];
      expect(await states()).toEqual(['draft', 'draft', 'draft']);
      expect((await move(code, 'open')).body.state).toBe('not-yet');
      for (const [minutes, state] of [
        [0, 'not-yet'],
        [1, 'open'],
        [1.999, 'open'],
        [2, 'closed'],
      ] as const) {
        t.clock.now = new Date(at(minutes));
        expect(await states()).toEqual([state, state, state]);
      }
    });

    it('that is over are not opened, and the answer says since when in China', async () => {
      const { code } = (await create({ closesAt: '2026-03-01T08:29:00.000Z' })).body;
      t.clock.now = new Date('2026-03-01T08:29:00.000Z');
      expect(await move(code, 'open')).toMatchObject({
        status: 409,
        body: {
          code: 'survey-period-over',
          detail: expect.stringContaining('北京时间 2026-03-01 16:29'),
        },
      });
      expect(await shown(code)).toBe('draft');
    });

    it('that ended are not opened, whoever closed them, but may be opened once more while open', async () => {
      const { code } = (await create({ closesAt: at(1) })).body;
      await move(code, 'open');
      expect((await move(code, 'open')).status).toBe(200);
      t.clock.now = new Date(at(1));
      expect(await move(code, 'open')).toMatchObject({
        status: 409,
        body: { code: 'survey-closed', detail: expect.stringContaining('结束时间改到以后') },
      });
      await move(code, 'close');
      expect(await move(code, 'open')).toMatchObject({
        status: 409,
        body: { code: 'survey-closed', detail: expect.stringContaining('重新开放') },
      });
    });
  });

  it('whose responses were not collected here cannot be opened', async () => {
    const rebuilt = aSurvey(t.evaluationId, { provenance: 'reconstructed', state: 'closed' });
    await insertSurvey(t.store.write, rebuilt);
    expect(await move(rebuilt.code, 'open')).toMatchObject({
      status: 409,
      body: { code: 'survey-not-collected' },
    });
  });

  it.each([
    [{}, { access: 'open', proofOfWork: false }],
    [{ proofOfWork: true }, { access: 'open', proofOfWork: true }],
    [{ access: 'code' }, { access: 'code', proofOfWork: false }],
    [
      { access: 'code', proofOfWork: true },
      { access: 'code', proofOfWork: true },
    ],
  ])('made with %j say how they are protected', async (changed, protection) => {
    const { code } = (await create(changed)).body;
    expect((await said(t.admin('GET', `/api/surveys/${code}`))).body).toMatchObject(protection);
    expect((await said(t.anyone('GET', `/api/surveys/${code}/form`))).body).toMatchObject(
      protection,
    );
  });

  it.each([
    [
      'a questionnaire that is not there',
      { questionnaire: { id: 'gone', version: 1 } },
      '$.questionnaire',
    ],
    [
      'more planned by channel than in all',
      { plan: { total: 90, byChannel: { online: 70, paper: 30 } } },
      '$.plan.byChannel',
    ],
    ['a plan below zero', { plan: { total: -1 } }, '$.plan.total'],
    [
      'an end before its beginning',
      { opensAt: '2026-05-01T00:00:00Z', closesAt: '2026-04-01T00:00:00Z' },
      '$.closesAt',
    ],
    ['a day without a time', { opensAt: '2026-05-01' }, '$.opensAt'],
    ['a population beyond counting', { population: 1e18 }, '$.population'],
    ['a phase that is none', { phase: 'final' }, '$.phase'],
    ['a state of its own', { state: 'open' }, '$.state'],
  ])('with %s are refused with the place', async (_, changed, path) => {
    const answer = await create(changed);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ path }));
  });

  it.each([
    [
      { plan: { total: 20, byChannel: { online: 20, paper: 5 } } },
      '电子问卷 20 份与现场纸质 5 份合计 25 份，多于计划发放数 20 份',
      '20 online and 5 on paper make 25, more than the 20 planned',
    ],
    [
      { opensAt: '2026-05-01T00:00:00Z', closesAt: '2026-04-01T16:00:00Z' },
      '结束时间 2026-04-02 00:00 应晚于开始时间 2026-05-01 08:00（北京时间）',
      'the end, 2026-04-02 00:00, must come after the beginning, 2026-05-01 08:00 (Beijing time)',
    ],
    [
      { questionnaire: { id: 'gone', version: 1 } },
      '没有问卷 gone 的第 1 版',
      'there is no version 1 of the questionnaire gone',
    ],
  ])('with %j are refused in words, in the language of the answer', async (changed, zh, en) => {
    for (const [language, message] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      const answer = await create(changed, { 'Accept-Language': language });
      expect(answer.body.errors).toEqual([expect.objectContaining({ message })]);
    }
  });

  it('of an evaluation that is not there are refused', async () => {
    const path = '/api/evaluations/00000000-0000-0000-0000-000000000000/surveys';
    expect(await said(t.admin('POST', path, WANTED))).toMatchObject({
      status: 404,
      body: { code: 'unknown-evaluation' },
    });
  });

  it.each([
    '/api/surveys/gone',
    '/api/surveys/%00',
    '/api/surveys/gone/progress',
    '/api/surveys/gone/results',
    '/api/surveys/gone/responses',
  ])('that are not there are unknown: %s', async (path) => {
    expect(await said(t.admin('GET', path))).toMatchObject({
      status: 404,
      body: { code: 'unknown-survey' },
    });
  });

  it('are made, opened and closed by somebody, and the audit says by whom', async () => {
    const { code } = (await create()).body;
    await move(code, 'open');
    await move(code, 'close');
    const { body } = await said(
      t.admin('GET', `/api/evaluations/${t.evaluationId}/audit?limit=200`),
    );
    const events = body.items.filter((each: { subject: string }) => each.subject === code);
    expect(events.map((each: { action: string }) => each.action).sort()).toEqual([
      'survey.close',
      'survey.create',
      'survey.open',
    ]);
    for (const each of events) expect(each.actor).toBe('admin');
  });
});

describe.each(ENGINES)('links to surveys (%s)', (engine) => {
  it('are made of the public address where there is one', async () => {
    const t = await openTestApp(engine, { PUBLIC_URL: 'https://pj.example.gov.cn/manping/' });
    try {
      const { survey } = await startFieldwork(t.store);
      const shown = await said(t.admin('GET', `/api/surveys/${survey.code}`));
      expect(shown.body.url).toBe(`https://pj.example.gov.cn/manping/s/${survey.code}`);
    } finally {
      await t.close();
    }
  });

  it('are https where a proxy of ours says that the visitor came by it', async () => {
    const t = await openTestApp(engine, { TRUST_PROXY: '1' });
    try {
      const { survey } = await startFieldwork(t.store);
      const headers = { 'x-forwarded-proto': 'https', cookie: `__Host-manping=${t.secret}` };
      const shown = await said(t.anyone('GET', `/api/surveys/${survey.code}`, undefined, headers));
      expect(shown.body.url).toBe(`https://localhost/s/${survey.code}`);
    } finally {
      await t.close();
    }
  });
});
