import { describe, expect, it } from 'vitest';
import { readCounts } from '../../../server/store/counts.ts';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { insertSurvey } from '../../../server/store/surveys.ts';
import { sampleQuestionnaire } from '../../client/form/sample.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { aSurvey, NOW, QUESTIONNAIRE } from '../../support/fieldwork.ts';
import { filledIn, openPage, postPage } from '../../support/respondent-page.ts';

const ID = '4f2b7d9c-1111-4222-8333-444455556667';

describe.each(ENGINES)('the respondent’s page (%s)', (engine) => {
  const t = withFieldwork(engine);

  async function survey(changed: Parameters<typeof aSurvey>[1] = {}): Promise<string> {
    const made = aSurvey(t.evaluationId, changed);
    await insertSurvey(t.store.write, made);
    return made.code;
  }
  const count = async (of: string) => (await readCounts(t.store.read, of)).get('')?.get('') ?? 0;

  it('is complete without script: every item and option, an id and a time of its own', async () => {
    const { answer, html, id, startedAt } = await openPage(t, t.code);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toMatch(/<form[^>]*method="post"/i);
    for (const item of QUESTIONNAIRE.sections.flatMap((section) => section.items)) {
      expect(html).toContain(`name="${item.id}"`);
    }
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await openPage(t, t.code)).id).not.toBe(id);
    expect(startedAt).toBe(NOW.toISOString().replace('.000Z', 'Z'));
  });

  it('runs only scripts and styles that carry the nonce of this very answer', async () => {
    const { answer, html } = await openPage(t, t.code);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(policy).toContain("default-src 'none'");
    for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/g)) {
      if (!tag.includes('application/json')) expect(tag).toContain(`nonce="${nonce}"`);
    }
    expect(html).not.toMatch(/\son\w+=|\sstyle=/);
    const again = (await openPage(t, t.code)).answer.headers.get('content-security-policy');
    expect(again).not.toBe(policy);
  });

  it.each([
    [{ state: 'draft' }, '问卷还没有开放'],
    [{ state: 'closed' }, '调查已经结束'],
    [{ opensAt: '2026-04-01T00:00:00.000Z' }, '调查还没有开始'],
  ] as const)('of a survey that is not open, %j, says so in both calls', async (changed, words) => {
    const of = await survey(changed);
    const page = await openPage(t, of);
    expect(page.answer.status).toBe(403);
    expect(page.html).toContain(words);
    expect(page.html).not.toContain('<form');
    const posted = await postPage(t, of, filledIn('4f2b7d9c-1111-4222-8333-444455556666'));
    expect(posted.status).toBe(403);
    expect(posted.html).toContain(words);
    expect(await count(of)).toBe(0);
  });

  it.each([
    ['zh-CN', { opensAt: '2026-04-01T00:00:00.000Z' }, '从 2026-04-01 08:00（北京时间）开始'],
    ['en', { opensAt: '2026-04-01T00:00:00.000Z' }, 'starts at 2026-04-01 08:00 Beijing time'],
    ['zh-CN', { closesAt: '2026-02-28T16:30:00.000Z' }, '已于 2026-03-01 00:30（北京时间）结束'],
    ['en', { closesAt: '2026-02-28T16:30:00.000Z' }, 'ended at 2026-03-01 00:30 Beijing time'],
    // Somebody closed it: its period has nothing to do with that.
    ['zh-CN', { state: 'closed', closesAt: '2026-02-28T16:30:00.000Z' }, '不再接收答卷'],
  ] as const)(
    'says in China’s time when a survey begins or ended, to who opens it and who posts to it: %s %j',
    async (language, changed, words) => {
      await insertQuestionnaire(t.store.write, sampleQuestionnaire, NOW);
      const { id, version } = sampleQuestionnaire;
      const of = await survey({ questionnaire: { id, version }, ...changed });
      const asked = `${of}?lang=${language}`;
      for (const { html } of [await openPage(t, asked), await postPage(t, asked, [['_id', ID]])]) {
        expect(html.replace(/<\/?time>/g, '')).toContain(words);
        expect(html.includes('<time>')).toBe(!('state' in changed));
        expect(html).not.toMatch(/\d{4}-\d\d-\d\dT/);
      }
    },
  );

  it.each(['gone', '%00', 'a%2Fb', 'x'.repeat(200)])(
    'of no survey, %s, is a page that says so',
    async (of) => {
      for (const page of [await openPage(t, of), await postPage(t, of, [])]) {
        expect(page.answer.status).toBe(404);
        expect(page.html).toContain('没有找到这份问卷');
      }
    },
  );

  it('too large, or no form at all, is a page too', async () => {
    const large = await postPage(t, t.code, [['say', 'x'.repeat(1_100_000)]]);
    expect(large.status).toBe(413);
    expect(large.html).toContain('内容太长');
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', '']) {
      const other = await postPage(t, t.code, [], { 'content-type': type });
      expect(other.status).toBe(415);
      expect(other.html).toContain('<!doctype html>');
    }
  });

  it('speaks the language that is asked for where the questionnaire is given in it, else Chinese', async () => {
    const english = await t.anyone('GET', '/s/gone?lang=en');
    expect(await english.text()).toContain('lang="en"');
    expect((await openPage(t, t.code)).html).toContain('lang="zh-CN"');
    const accepting = await t.anyone('GET', '/s/gone', undefined, { 'accept-language': 'en' });
    expect(await accepting.text()).toContain('lang="en"');
  });

  it('as JSON is the same form, filled in, with where the survey stands', async () => {
    const answer = await said(t.anyone('GET', `/api/surveys/${t.code}/form`));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        code: t.code,
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
