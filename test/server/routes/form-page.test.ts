import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCounts } from '../../../server/store/counts.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey, setSurveyState } from '../../../server/store/surveys.ts';
import { openTestApp, said, type TestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW, QUESTIONNAIRE, startFieldwork } from '../../support/fieldwork.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe.each(ENGINES)('the respondent’s page (%s)', (engine) => {
  let t: TestApp;
  let evaluationId: string;
  let code: string;
  beforeAll(async () => {
    t = await openTestApp(engine);
    ({ code, evaluationId } = await startFieldwork(t.store));
  });
  afterAll(() => t.close());

  async function survey(changed: Parameters<typeof aSurvey>[1] = {}): Promise<string> {
    const made = aSurvey(evaluationId, changed);
    await insertSurvey(t.store.write, made);
    return made.code;
  }
  async function open(of = code) {
    const answer = await t.anyone('GET', `/s/${of}`);
    const html = await answer.text();
    const hidden = (name: string) =>
      new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`)
        .exec(html)
        ?.slice(1)
        .find((value) => value !== undefined) ?? '';
    return {
      answer,
      html,
      id: hidden('_id'),
      startedAt: hidden('_started'),
      lang: hidden('_lang'),
    };
  }
  async function post(
    of: string,
    fields: [string, string][],
    headers: Record<string, string> = {},
  ) {
    const body = new URLSearchParams(fields).toString();
    const answer = await t.anyone('POST', `/s/${of}`, body, { ...FORM, ...headers });
    return { answer, status: answer.status, html: await answer.text() };
  }
  const count = async (of: string) => (await readCounts(t.store.read, of)).get('')?.get('') ?? 0;
  const filled = (id: string): [string, string][] => [
    ['_id', id],
    ['_started', NOW.toISOString()],
    ['_lang', 'zh-CN'],
    ['age', 'old'],
    ['air', 'satisfied'],
    ['wishes', 'clean'],
    ['wishes', 'open'],
    ['say', '第一行\r\n第二行'],
  ];

  it('is complete without script: every item and option, an id and a time of its own', async () => {
    const { answer, html, id, startedAt } = await open();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toMatch(/<form[^>]*method="post"/i);
    for (const item of QUESTIONNAIRE.sections.flatMap((section) => section.items)) {
      expect(html).toContain(`name="${item.id}"`);
    }
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await open()).id).not.toBe(id);
    expect(startedAt).toBe(NOW.toISOString());
  });

  it('runs only scripts and styles that carry the nonce of this very answer', async () => {
    const { answer, html } = await open();
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(policy).toContain("default-src 'none'");
    for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/g)) {
      if (!tag.includes('application/json')) expect(tag).toContain(`nonce="${nonce}"`);
    }
    expect(html).not.toMatch(/\son\w+=|\sstyle=/);
    const again = (await open()).answer.headers.get('content-security-policy');
    expect(again).not.toBe(policy);
  });

  it('posted without script stores the answers and shows the receipt', async () => {
    const of = await survey();
    const { id } = await open(of);
    const { answer, status, html } = await post(of, filled(id));
    expect(status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const stored = await findResponse(t.store.read, id);
    expect(stored).toMatchObject({
      surveyCode: of,
      channel: 'online',
      answers: { age: 'old', air: 'satisfied', wishes: ['clean', 'open'], say: '第一行\n第二行' },
      startedAt: NOW.toISOString(),
      disposition: 'valid',
    });
    const put = await said(
      t.anyone('PUT', `/api/surveys/${of}/responses/${id}`, {
        answers: stored?.answers,
        startedAt: stored?.startedAt,
      }),
    );
    expect(put.status).toBe(200);
    expect(html).toContain(put.body.receipt);
  });

  it('posted twice, or again after closing, is one response', async () => {
    const of = await survey();
    const { id } = await open(of);
    const first = await post(of, filled(id));
    const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(first.html)?.[0] ?? 'none';
    await setSurveyState(t.store.write, of, 'closed');
    const again = await post(of, filled(id));
    expect(again.status).toBe(200);
    expect(again.html).toContain(receipt);
    expect(await count(of)).toBe(1);
  });

  it('posted with something missing shows the form again, errors beside their items and answers kept', async () => {
    const of = await survey();
    const { id } = await open(of);
    const fields: [string, string][] = [
      ['_id', id],
      ['air', 'satisfied'],
      ['wishes', 'open'],
      ['say', '<b>原样</b>'],
    ];
    const { status, html } = await post(of, fields);
    expect(status).toBe(422);
    expect(html).toContain(`value="${id}"`);
    expect(html).toMatch(/<input[^>]*name="air"[^>]*value="satisfied"[^>]*checked/);
    expect(html).toMatch(/<input[^>]*name="wishes"[^>]*value="open"[^>]*checked/);
    expect(html).toContain('&lt;b>原样');
    expect(html).not.toContain('原样</b>');
    expect(html).toContain('id="age_error"');
    expect(await count(of)).toBe(0);
    // Put right under the same id, it is taken.
    expect((await post(of, [...fields, ['age', 'young']])).status).toBe(200);
  });

  it.each([
    [
      'two marks on one item',
      [
        ['air', 'satisfied'],
        ['air', 'neutral'],
        ['age', 'old'],
      ],
    ],
    [
      'an option that is none',
      [
        ['air', 'superb'],
        ['age', 'old'],
      ],
    ],
    [
      'a NUL in a text',
      [
        ['air', 'neutral'],
        ['age', 'old'],
        ['say', 'a\0b'],
      ],
    ],
    [
      'a text that is too long',
      [
        ['air', 'neutral'],
        ['age', 'old'],
        ['say', '长'.repeat(501)],
      ],
    ],
    [
      'no id',
      [
        ['_id', ''],
        ['air', 'neutral'],
        ['age', 'old'],
      ],
    ],
    [
      'an id that is none',
      [
        ['_id', '7; drop table'],
        ['air', 'neutral'],
        ['age', 'old'],
      ],
    ],
  ] as [string, [string, string][]][])('posted with %s stores nothing', async (_, fields) => {
    const of = await survey();
    const { id } = await open(of);
    const given = fields.some(([name]) => name === '_id')
      ? fields
      : [...fields, ['_id', id] as [string, string]];
    const { status, html } = await post(of, given);
    expect(status).toBe(422);
    expect(html).toMatch(/name="_id"|name=_id/);
    expect(await count(of)).toBe(0);
  });

  it('posted again with other answers says that the first ones count', async () => {
    const of = await survey();
    const { id } = await open(of);
    await post(of, filled(id));
    const changed = filled(id).map(([name, value]): [string, string] =>
      name === 'air' ? [name, 'dissatisfied'] : [name, value],
    );
    const { status, html } = await post(of, changed);
    expect(status).toBe(409);
    expect(html).toContain('这份答卷先前已经收到');
    expect(await findResponse(t.store.read, id)).toMatchObject({ answers: { air: 'satisfied' } });
  });

  it('ignores what a browser adds, and a time that is none', async () => {
    const of = await survey();
    const { id } = await open(of);
    const fields: [string, string][] = [
      ['_id', id],
      ['_started', 'once'],
      ['air', 'neutral'],
      ['age', 'young'],
      ['utm', 'x'],
      ['__proto__', 'x'],
    ];
    expect((await post(of, fields)).status).toBe(200);
    expect(await findResponse(t.store.read, id)).toMatchObject({
      answers: { air: 'neutral', age: 'young' },
      startedAt: null,
    });
  });

  it.each([
    [{ state: 'draft' }, '问卷还没有开放'],
    [{ state: 'closed' }, '调查已经结束'],
    [{ opensAt: '2026-04-01T00:00:00.000Z' }, '调查还没有开始'],
  ] as const)('of a survey that is not open, %j, says so in both calls', async (changed, words) => {
    const of = await survey(changed);
    const page = await open(of);
    expect(page.answer.status).toBe(403);
    expect(page.html).toContain(words);
    expect(page.html).not.toContain('<form');
    const posted = await post(of, filled('4f2b7d9c-1111-4222-8333-444455556666'));
    expect(posted.status).toBe(403);
    expect(posted.html).toContain(words);
    expect(await count(of)).toBe(0);
  });

  it.each(['gone', '%00', 'a%2Fb', 'x'.repeat(200)])(
    'of no survey, %s, is a page that says so',
    async (of) => {
      for (const page of [await open(of), await post(of, [])]) {
        expect(page.answer.status).toBe(404);
        expect(page.html).toContain('没有找到这份问卷');
      }
    },
  );

  it('too large, or no form at all, is a page too', async () => {
    const large = await post(code, [['say', 'x'.repeat(70_000)]]);
    expect(large.status).toBe(413);
    expect(large.html).toContain('内容太长');
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', '']) {
      const other = await post(code, [], { 'content-type': type });
      expect(other.status).toBe(415);
      expect(other.html).toContain('<!doctype html>');
    }
  });

  it('speaks the language that is asked for where the questionnaire is given in it, else Chinese', async () => {
    const english = await t.anyone('GET', '/s/gone?lang=en');
    expect(await english.text()).toContain('lang="en"');
    expect((await open()).html).toContain('lang="zh-CN"');
    const accepting = await t.anyone('GET', '/s/gone', undefined, { 'accept-language': 'en' });
    expect(await accepting.text()).toContain('lang="en"');
  });

  it('as JSON is the same form, filled in, with where the survey stands', async () => {
    const answer = await said(t.anyone('GET', `/api/surveys/${code}/form`));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        code,
        state: 'open',
        questionnaire: {
          id: 'tiny',
          version: 1,
          language: 'zh-CN',
          department: '生态环境局',
          respondentGroup: 'public',
        },
      },
    });
    expect(answer.body.questionnaire.items.map((each: { id: string }) => each.id)).toEqual([
      'age',
      'air',
      'overall',
      'wishes',
      'say',
    ]);
    expect(answer.body.questionnaire.items[1]).toMatchObject({
      type: 'satisfaction',
      required: true,
      options: [
        { id: 'very-satisfied', label: '非常满意' },
        { id: 'satisfied', label: '满意' },
        { id: 'neutral', label: '一般' },
        { id: 'dissatisfied', label: '不满意' },
      ],
    });
    const closed = await survey({ state: 'closed' });
    expect((await said(t.anyone('GET', `/api/surveys/${closed}/form`))).body.state).toBe('closed');
    expect(await said(t.anyone('GET', '/api/surveys/gone/form'))).toMatchObject({
      status: 404,
      body: { code: 'unknown-survey' },
    });
  });
});
