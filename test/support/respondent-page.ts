import type { TestApp } from './app.ts';
import { NOW } from './fieldwork.ts';

/** The form as a browser without script gets it, and what it carries hidden. */
export async function openPage(t: TestApp, code: string) {
  const answer = await t.anyone('GET', `/s/${code}`);
  const html = await answer.text();
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return { answer, html, id: hidden('_id'), startedAt: hidden('_started') };
}

/** Posts the form as a browser does; `code` with the query that the form's action has. */
export async function postPage(
  t: TestApp,
  code: string,
  fields: [string, string][],
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams(fields).toString();
  const answer = await t.anyone('POST', `/s/${code}`, body, {
    'content-type': 'application/x-www-form-urlencoded',
    ...headers,
  });
  return { answer, status: answer.status, html: await answer.text() };
}

/** Fields of the small questionnaire of `startFieldwork`, answered in full. */
export function filledIn(id: string): [string, string][] {
  return [
    ['_id', id],
    ['_started', NOW.toISOString()],
    ['_lang', 'zh-CN'],
    ['age', 'old'],
    ['air', 'satisfied'],
    ['wishes', 'clean'],
    ['wishes', 'open'],
    ['say', '第一行\r\n第二行'],
  ];
}
