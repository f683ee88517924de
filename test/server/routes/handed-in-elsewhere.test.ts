import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCounts } from '../../../server/store/counts.ts';
import { withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS } from '../../support/fieldwork.ts';

const ELSEWHERE: [string, Record<string, string>][] = [
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['another site, without its name', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ['a neighbour on our domain', { 'sec-fetch-site': 'same-site' }],
];
const OURS: [string, Record<string, string>][] = [
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }],
  ['our own page behind a proxy', { 'sec-fetch-site': 'same-origin', origin: 'https://pj.gov.cn' }],
  ['a page that is loaded again', { 'sec-fetch-site': 'none' }],
  ['an old browser, or a program', {}],
  ['an old browser behind a proxy', { origin: 'https://pj.gov.cn' }],
];

describe.each(ENGINES)('a response handed in (%s)', (engine) => {
  const t = withFieldwork(engine);

  const stored = async () => (await readCounts(t.store.read, t.code)).get('')?.get('') ?? 0;
  const put = (headers: Record<string, string>) =>
    t.anyone(
      'PUT',
      `/api/surveys/${t.code}/responses/${randomUUID()}`,
      { answers: ANSWERS },
      headers,
    );
  const post = (headers: Record<string, string>) => {
    const fields = new URLSearchParams({ _id: randomUUID(), ...ANSWERS } as Record<string, string>);
    return t.anyone('POST', `/s/${t.code}`, fields.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    });
  };

  it.each(ELSEWHERE)('by a page of %s is refused and stored nowhere', async (_, headers) => {
    const before = await stored();
    const answer = await put(headers);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'foreign-origin' });
    const page = await post(headers);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('没有收下这次提交');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(await stored()).toBe(before);
  });

  it.each(OURS)('by %s is stored', async (_, headers) => {
    const before = await stored();
    expect((await put(headers)).status).toBe(201);
    expect((await post(headers)).status).toBe(200);
    expect(await stored()).toBe(before + 2);
  });

  it.each([
    ['from a chat', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['from a scanned code', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['from an authority’s site', { 'sec-fetch-site': 'same-site' }],
  ])('can be filled in by a link opened %s', async (_, headers) => {
    expect((await t.anyone('GET', `/s/${t.code}`, undefined, headers)).status).toBe(200);
  });
});

describe.each(ENGINES)('where PUBLIC_URL says who we are (%s)', (engine) => {
  const t = withFieldwork(engine, { PUBLIC_URL: 'https://pj.example.gov.cn' });

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['https://pj.example.gov.cn', 201],
    ['http://localhost', 201],
  ])('an older browser’s page of %s is answered %i', async (origin, status) => {
    const path = `/api/surveys/${t.code}/responses/${randomUUID()}`;
    expect((await t.anyone('PUT', path, { answers: ANSWERS }, { origin })).status).toBe(status);
  });
});
