import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { insertQuestionnaire } from '../../../server/store/questionnaires.ts';
import { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { sampleQuestionnaire } from '../../client/form/sample.ts';
import { screenedQuestionnaire } from '../../client/form/screened.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { tagsOf } from '../../support/html-tags.ts';

const NAMED = Questionnaire.parse({
  ...sampleQuestionnaire,
  id: 'named',
  title: '{{place}}{{department}}{{year}}年度满意度调查',
  placeholders: ['department', 'place', 'year'],
});

describe.each(ENGINES)('the preview of a questionnaire (%s)', (engine) => {
  const t = withFieldwork(engine);
  beforeAll(async () => {
    for (const each of [NAMED, sampleQuestionnaire, screenedQuestionnaire]) {
      await insertQuestionnaire(t.store.write, each, NOW);
    }
  });
  const path = (questionnaire: string, query = '', evaluation = t.evaluationId) =>
    `/api/evaluations/${evaluation}/preview/${questionnaire}${query}`;
  const open = async (questionnaire: string, query = '') => {
    const answer = await t.admin('GET', path(questionnaire, query));
    return { answer, html: await answer.text() };
  };

  it('is the page as a phone shows it, with the evaluation’s own names, without any survey of it', async () => {
    const { answer, html } = await open('named/3');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(tagsOf(html).find(({ name }) => name === 'title')?.text).toBe(
      '朔州市生态环境局2019年度满意度调查',
    );
    expect(html).not.toContain('{{');
    for (const { id } of NAMED.sections.flatMap(({ items }) => items)) {
      expect(html).toContain(`id="${id}_card"`);
    }
  });

  it('is marked in either language, and so is its last page', async () => {
    const banner = (html: string) => tagsOf(html).find(({ name }) => name === 'aside')?.text;
    const zh = await open('sample/3');
    expect(banner(zh.html)).toBe('预览：不保存任何内容');
    expect(zh.html).toContain('"mayClose":"这是预览：什么都没有保存');
    expect(zh.html).toContain('.preview{');
    const en = await open('screened/1', '?lang=en&elder=1');
    expect(en.html).toContain('<html lang="en" class="elder">');
    expect(banner(en.html)).toBe('Preview: nothing is stored');
    expect(en.html).toMatch(/"endedText":"[^"]*This was a preview: nothing was stored/);
    // A citizen's page has none of it.
    const citizen = await (await t.anyone('GET', `/s/${t.code}`)).text();
    expect(citizen).not.toMatch(/preview|预览/);
  });

  it('begins with what keeps it from storing and sending, and leads nowhere but to itself', async () => {
    const { html } = await open('screened/1');
    expect(html).toMatch(/<script nonce="[^"]+">preview\(\);exclusive\(\);form\(\)<\/script>/);
    const addresses = tagsOf(html).flatMap(({ attributes }) =>
      [attributes['href'], attributes['action']].filter((address) => address !== undefined),
    );
    expect(addresses.filter((address) => !/^(\?lang=|data:,$)/.test(address))).toEqual([]);
  });

  it('may be framed by our own pages, posts nothing and asks for nothing', async () => {
    const { answer } = await open('sample/3');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toMatch(/script-src 'nonce-[^']+'(;|$)/);
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    for (const other of [`/s/${t.code}`, '/', `/api/evaluations/${t.evaluationId}`]) {
      const { headers } = await t.admin('GET', other);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
    const { headers } = await t.anyone('GET', '/');
    expect(headers.get('content-security-policy')).toContain("frame-src 'self'");
    expect((await t.admin('POST', path('sample/3'), {})).status).toBe(404);
  });

  it('stores nothing', async () => {
    const tables = ['responses', 'answer_counts', 'surveys', 'audit_events', 'revisions'];
    const rows = () =>
      Promise.all(
        tables.map(async (table) => {
          const counted = sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`;
          return Number((await counted.execute(t.store.read)).rows[0]?.n);
        }),
      );
    const before = await rows();
    await open('sample/3');
    await open('screened/1', '?elder=1');
    expect(await rows()).toEqual(before);
  });

  it.each([
    ['no questionnaire', 'nothing/1', undefined, 'unknown-questionnaire'],
    ['no such version', 'sample/4', undefined, 'unknown-questionnaire'],
    ['what cannot be a questionnaire', 'SAMPLE/3', undefined, 'unknown-questionnaire'],
    ['what cannot be a version', 'sample/three', undefined, 'unknown-questionnaire'],
    ['no evaluation', 'sample/3', randomUUID(), 'unknown-evaluation'],
    ['what cannot be an evaluation', 'sample/3', 'none', 'unknown-evaluation'],
  ])('of %s is 404', async (_, questionnaire, evaluation, code) => {
    const answer = await said(t.admin('GET', path(questionnaire, '', evaluation)));
    expect(answer).toMatchObject({ status: 404, body: { code } });
  });

  it('is for those who may read evaluations', async () => {
    expect((await t.anyone('GET', path('sample/3'))).status).toBe(401);
  });
});
