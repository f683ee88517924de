import { describe, expect, it } from 'vitest';
import { readOverallRevision } from '../../../server/store/revisions.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { said, withExample } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW, SYSTEM } from '../../support/fieldwork.ts';

interface Row {
  code: string;
  score: { display: string } | null;
  [key: string]: unknown;
}

describe.each(ENGINES)('the scoring table (%s)', (engine) => {
  const t = withExample(engine);

  const table = async (headers?: Record<string, string>) =>
    (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/scoring`, undefined, headers)))
      .body;
  const put = (code: string, body: object) =>
    said(t.admin('PUT', `/api/evaluations/${t.evaluationId}/scoring/${code}`, body));
  const row = (body: { indicators: Row[] }, code: string) => {
    const found = body.indicators.find((each) => each.code === code);
    if (!found) throw new Error(`no row ${code}`);
    return found;
  };

  it('of the published evaluation gives 80.50 良, and 76.00 中 by rules alone', async () => {
    const body = await table();
    expect(body).toMatchObject({
      indicatorSystem: { id: 'shuozhou-2019-ecology', version: 1, title: expect.any(String) },
      scoreDecimals: 2,
      total: { value: 80.5, display: '80.50' },
      grade: '良',
      complete: true,
      byRules: { total: { value: 76, display: '76.00' }, grade: '中', complete: true },
      warnings: [],
    });
    expect(body.indicators).toHaveLength(36);
    expect(body.level1.map((each: Row) => each.code)).toEqual(['A', 'B', 'C', 'D']);
    expect(
      body.level2.every((each: { level1: string; code: string }) =>
        each.code.startsWith(each.level1),
      ),
    ).toBe(true);
  });

  it('says what an indicator means where its system explains it, with the evaluation’s names', async () => {
    const [level1] = SYSTEM.level1;
    const [level2] = level1?.level2 ?? [];
    const [indicator] = level2?.indicators ?? [];
    const explained = {
      ...indicator,
      explanation: { 'zh-CN': '考核预算执行', en: 'On the budget' },
    };
    const system = {
      ...SYSTEM,
      id: 'explained',
      level1: [{ ...level1, level2: [{ ...level2, indicators: [explained] }] }],
    };
    expect((await t.admin('POST', '/api/indicator-systems', system)).status).toBe(201);
    const made = await said(
      t.admin('POST', '/api/evaluations', {
        department: '市水务局',
        place: '某市',
        year: 2025,
        indicatorSystem: { id: 'explained', version: 1 },
      }),
    );
    const scoring = async (language: string) =>
      (
        await said(
          t.admin('GET', `/api/evaluations/${made.body.id}/scoring`, undefined, {
            'accept-language': language,
          }),
        )
      ).body.indicators[0].explanation;
    expect([await scoring('zh-CN'), await scoring('en')]).toEqual([
      '考核预算执行',
      'On the budget',
    ]);
    expect(row(await table(), 'C301')).toMatchObject({ explanation: null });
  });

  it('shows of a survey-fed indicator which survey, with its base, and the rule in words and numbers', async () => {
    expect(row(await table(), 'C301')).toMatchObject({
      weight: { value: 4, display: '4' },
      ruleKind: 'target-proportional',
      inputs: null,
      actual: '89.34%',
      source: {
        group: 'public',
        quantity: 'composite',
        survey: 'pubeca34',
        value: { display: '89.34' },
        base: 137,
      },
      ruleScore: { display: '3.57' },
      because: expect.stringContaining('89.34'),
      missing: null,
      override: null,
      score: { display: '3.57' },
      rate: { display: '89.25' },
      note: expect.stringContaining('3.56'),
    });
  });

  it('keeps an override beside the rule’s score, with its author, and takes it back', async () => {
    const before = await table();
    const answer = await put('B205', { override: { score: '1.5', reason: '按会议纪要核定' } });
    expect(answer.status).toBe(200);
    const changed = row(answer.body, 'B205');
    expect(changed).toMatchObject({
      override: { score: '1.5', reason: '按会议纪要核定', author: 'admin', at: NOW.toISOString() },
      ruleScore: row(before, 'B205')['ruleScore'],
      score: { display: '1.50' },
    });
    const back = await put('B205', { override: null });
    expect(row(back.body, 'B205')).toEqual(row(before, 'B205'));
    expect(back.body.total).toEqual(before.total);
  });

  it('keeps a number as it was meant, in the table and in the audit', async () => {
    const wide = { done: '７', planned: '９ ' };
    const inputs = { done: '7', planned: '9' };
    expect(row((await put('A102', { inputs: wide })).body, 'A102')).toMatchObject({ inputs });
    const events = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/audit`));
    // All at one time by this clock, so in no order.
    expect(events.body.items).toContainEqual(
      expect.objectContaining({ subject: 'A102', detail: { inputs } }),
    );
    const score = await put('B205', { override: { score: '１。５', reason: '核定' } });
    expect(row(score.body, 'B205')).toMatchObject({ override: { score: '1.5' } });
    await put('B205', { override: null });
  });

  it('takes a percent sign where the indicator is in percent, and nowhere else', async () => {
    const before = row(await table(), 'A102')['inputs'];
    const { unit } = row(await table(), 'B102');
    expect(unit).toBe('%');
    const taken = await put('B102', { inputs: { value: '８.５ ％' } });
    expect(row(taken.body, 'B102')).toMatchObject({ inputs: { value: '8.5' } });
    expect((await put('A102', { inputs: { done: '7%', planned: '9' } })).status).toBe(422);
    expect(row(await table(), 'A102')['inputs']).toEqual(before);
  });

  it.each([
    ['A102', { inputs: { done: '1,5', planned: 9 } }, '$.inputs.done'],
    ['A102', { inputs: { done: '1½', planned: 9 } }, '$.inputs.done'],
    ['B205', { override: { score: '1,5', reason: '核定' } }, '$.override.score'],
  ])('refuses in words a number that could be two, of %s: %j', async (code, body, path) => {
    const { status, body: refused } = await put(code, body);
    expect(status).toBe(422);
    expect(refused.errors).toEqual([
      { path, code: 'wrong-format', message: '应为小数（如 "89.34"）或者分数（如 "1/3"）' },
    ]);
  });

  it.each([
    ['A102', { inputs: { done: -1, planned: 9 } }, '$.inputs.done', '不能小于 0'],
    ['B202', {}, '$', '至少要有 inputs、override、note 之一'],
  ])(
    'says what it does not take in the language asked for, of %s: %j',
    async (code, body, path, message) => {
      const { status, body: refused } = await put(code, body);
      expect([status, refused.errors]).toEqual([422, [{ path, code: 'not-acceptable', message }]]);
    },
  );

  it('changes only what is named: inputs, override and note each stay', async () => {
    await put('B202', { note: '见附件三' });
    await put('B202', { override: { score: 0, reason: 'r' } });
    const answer = await put('B202', { inputs: { value: '0.25' } });
    expect(row(answer.body, 'B202')).toMatchObject({
      inputs: { value: '0.25' },
      actual: '0.25%',
      note: '见附件三',
      override: { score: '0' },
    });
    const cleared = await put('B202', { override: null, note: '', inputs: { value: 0.1 } });
    expect(row(cleared.body, 'B202')).toMatchObject({ note: null, override: null });
  });

  it('lists what is missing and has no grade until it is there', async () => {
    const answer = await put('A102', { inputs: null });
    expect(answer.body).toMatchObject({ grade: null, complete: false });
    expect(row(answer.body, 'A102')).toMatchObject({
      inputs: null,
      score: null,
      rate: null,
      because: null,
      missing: expect.any(String),
    });
    expect(answer.body.warnings).toEqual([
      { code: 'missing', indicator: 'A102', pending: true, message: expect.any(String) },
    ]);
    const back = await put('A102', { inputs: { done: 7, planned: 9 } });
    expect(back.body).toMatchObject({ grade: '良', warnings: [] });
  });

  it.each([
    ['inputs of another rule', 'A102', { inputs: { value: 3 } }, '$.inputs'],
    [
      'a reason that nobody sees',
      'A102',
      { override: { score: '1', reason: '\u3164' } },
      '$.override.reason',
    ],
    ['a text for a number', 'A102', { inputs: { done: 'many', planned: 9 } }, '$.inputs.done'],
    [
      'a number of a thousand digits',
      'A102',
      { inputs: { done: '1'.repeat(1000), planned: 9 } },
      '$.inputs.done',
    ],
    ['a number beyond counting', 'B102', { inputs: { value: 1e300 } }, '$.inputs.value'],
    [
      'a point that the checklist does not have',
      'A101',
      { inputs: { credit: { '⑨': 1 } } },
      "$.inputs.credit['⑨']",
    ],
    ['inputs where a survey feeds it', 'C301', { inputs: { value: 95 } }, '$.inputs'],
    [
      'an override above the weight',
      'A102',
      { override: { score: 100, reason: 'r' } },
      '$.override.score',
    ],
    [
      'an override below 0',
      'A102',
      { override: { score: -0.01, reason: 'r' } },
      '$.override.score',
    ],
    [
      'an override without a reason',
      'A102',
      { override: { score: 1, reason: ' ' } },
      '$.override.reason',
    ],
    ['nothing', 'A102', {}, '$'],
    ['a key that is not known', 'A102', { score: 1 }, '$.score'],
  ])('refuses %s with the place, and changes nothing', async (_, code, body, path) => {
    const before = await table();
    const answer = await put(code, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'not-acceptable' } });
    expect(answer.body.errors.map((each: { path: string }) => each.path)[0]).toMatch(
      new RegExp(`^${path.replace(/[$.[\]]/g, '\\$&')}`),
    );
    expect(await table()).toEqual(before);
  });

  it('does not know an indicator that the system does not have', async () => {
    for (const code of ['Z999', '%00', '__proto__']) {
      expect(await put(code, { note: 'x' })).toMatchObject({
        status: 404,
        body: { code: 'unknown-indicator' },
      });
    }
  });

  it('speaks the language of whoever asks', async () => {
    const en = await table({ 'accept-language': 'en' });
    expect(row(en, 'A101')['because']).toMatch(/no credit/);
    expect(row(await table(), 'A101')['because']).toMatch(/不得分/);
  });

  it('records every change in the audit', async () => {
    t.clock.now = new Date(NOW.getTime() + 5000);
    await put('A103', { override: { score: 1, reason: '核定' } });
    await put('A103', { override: null });
    const { body } = await said(
      t.admin('GET', `/api/evaluations/${t.evaluationId}/audit?limit=200`),
    );
    const actions = body.items
      .filter((each: { subject: string }) => each.subject === 'A103')
      .map((each: { action: string }) => each.action);
    expect(actions.sort()).toEqual(['scoring.override', 'scoring.override-taken-back']);
  });

  it('records nothing where an entry says what stands, and leaves its author and time', async () => {
    t.clock.now = new Date(NOW.getTime() + 6000);
    const override = { score: '1', reason: '核定' };
    const entry = { override, note: '见附件' };
    await put('A104', entry);
    const stands = row(await table(), 'A104');
    const revision = await readOverallRevision(t.store.read);
    t.clock.now = new Date(NOW.getTime() + 60_000);
    for (const again of [
      entry,
      { override },
      { note: '见附件' },
      { inputs: { planned: 7, done: 4 } },
    ])
      expect((await put('A104', again)).status).toBe(200);
    expect(row(await table(), 'A104')).toEqual(stands);
    expect(await readOverallRevision(t.store.read)).toBe(revision);
    await put('A104', { override, note: '见附件二' });
    await put('A104', { override: null, note: null });
    const { body } = await said(
      t.admin('GET', `/api/evaluations/${t.evaluationId}/audit?limit=200`),
    );
    const details = body.items
      .filter((each: { subject: string }) => each.subject === 'A104')
      .map((each: { detail: unknown }) => each.detail);
    expect(details).toHaveLength(3);
    expect(details).toContainEqual({ note: '见附件二' });
    t.clock.now = NOW;
  });

  describe('with several surveys of a group', () => {
    const second = { code: 'second22', questionnaire: { id: 'public-ecology', version: 1 } };

    it('picks none in silence, says so, and follows the choice', async () => {
      const staff = { 'management-object': 'staff234' };
      const choose = (code?: string) =>
        t.admin('PATCH', `/api/evaluations/${t.evaluationId}`, {
          feeds: { ...staff, ...(code && { public: code }) },
        });
      await insertSurvey(t.store.write, aSurvey(t.evaluationId, second));
      expect(await table()).toMatchObject({ grade: '良', warnings: [] });
      await choose();
      const open = await table();
      expect(open).toMatchObject({ grade: null, complete: false });
      expect(open.warnings).toContainEqual({
        code: 'several-formal',
        indicator: null,
        pending: false,
        message: expect.stringMatching(/pubeca34.*second22.*C102.*C301/),
      });
      expect(row(open, 'C301')).toMatchObject({
        source: { survey: null, combine: null, surveys: [], value: null },
        score: null,
      });

      await choose(second.code);
      expect(row(await table(), 'C301')).toMatchObject({
        source: { survey: second.code, value: null, base: 0 },
        score: null,
      });
      await choose('pubeca34');
      expect(await table()).toMatchObject({ grade: '良', warnings: [] });
      const evaluation = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}`));
      const feeds = Object.fromEntries(
        evaluation.body.surveys.map((each: { code: string; feeds: string[] }) => [
          each.code,
          each.feeds,
        ]),
      );
      expect(feeds).toEqual({
        pubeca34: ['C102', 'C301'],
        pubeca67: [],
        second22: [],
        staff234: ['C302'],
        staff567: [],
      });
    });

    it('figures are of the surveys that feed, each with its base, method and version', async () => {
      const { body } = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/figures`));
      expect(body.items).toHaveLength(7 + 7);
      expect(body.items[0]).toEqual({
        group: 'management-object',
        groupName: '管理对象',
        survey: 'staff234',
        combine: null,
        surveys: [{ code: 'staff234', weight: null }],
        questionnaire: { id: 'management-object', version: 1 },
        quantity: 'composite',
        item: null,
        topic: '综合满意度',
        base: 56,
        method: 'exact',
        value: { value: expect.closeTo(94.3452, 4), display: '94.35' },
      });
      await t.admin('PATCH', `/api/evaluations/${t.evaluationId}`, { feeds: {} });
      const all = await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/figures`));
      expect(all.body.items).toHaveLength(7 + 7 + 7);
      expect(all.body.items.at(-1)).toMatchObject({ survey: second.code, base: 0, value: null });
    });

    it('figures as CSV say the same', async () => {
      const answer = await t.admin('GET', `/api/evaluations/${t.evaluationId}/figures.csv`);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=UTF-8');
      const lines = (await answer.text()).trimEnd().split('\r\n');
      expect(lines).toHaveLength(1 + 21);
      expect(lines[0]).toMatch(
        /^\uFEFF?group,survey,questionnaire,version,quantity,item,topic,base,method,value,display,groupName,combine,surveys$/,
      );
      expect(lines).toContain(
        'public,second22,public-ecology,1,composite,,综合满意度,0,exact,,,受益群众,,second22',
      );
    });
  });
});
