import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS } from '../../support/fieldwork.ts';
import { filledIn, postPage } from '../../support/respondent-page.ts';

/** The same code in capitals, full width, with a space, a zero-width space, a slash at its end. */
const typed = (code: string) => [
  code.toUpperCase(),
  [...code].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join(''),
  `${code.slice(0, 3)} ${code.slice(3)}`,
  `${code}\u200b`,
  `\u3000${code}`,
  `${code}/`,
  `${code.toUpperCase()}//`,
];
const pathsOf = (code: string) =>
  typed(code).map((each) => each.split('/').map(encodeURIComponent).join('/'));

describe.each(ENGINES)('an address that somebody typed (%s)', (engine) => {
  const t = withFieldwork(engine);

  it('of a survey leads to the form at its own address, with what stands behind it', async () => {
    for (const path of [...pathsOf(t.code).map((each) => `/s/${each}`), `/S/${t.code}`]) {
      const answer = await t.anyone('GET', `${path}?k=7K3F&lang=en`);
      expect([path, answer.status]).toEqual([path, 308]);
      expect(answer.headers.get('location')).toBe(`http://localhost/s/${t.code}?k=7K3F&lang=en`);
    }
    expect((await t.anyone('GET', `/s/${t.code}`)).status).toBe(200);
  });

  it('of a survey is answered by the interface at once, and takes a response', async () => {
    for (const path of pathsOf(t.code)) {
      const slash = path.endsWith('/') ? '' : '/';
      expect((await t.admin('GET', `/api/surveys/${path}`)).status).toBe(200);
      const form = path.endsWith('/') ? `${path.replace(/\/+$/, '')}/form/` : `${path}/form`;
      expect(await said(t.anyone('GET', `/api/surveys/${form}`))).toMatchObject({
        body: { code: t.code },
      });
      const bare = path.replace(/\/+$/, '');
      const put = `/api/surveys/${bare}/responses/${randomUUID()}${slash}`;
      expect((await t.anyone('PUT', put, { answers: ANSWERS })).status).toBe(201);
    }
  });

  it('of a survey takes the form posted there as it is: a way round would lose what was filled in', async () => {
    for (const path of pathsOf(t.code)) {
      const { status, html } = await postPage(t, path, filledIn(randomUUID()));
      expect([path, status]).toEqual([path, 200]);
      expect(html).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    }
  });

  it('of a survey that could be two is none', async () => {
    for (const wrong of [`${t.code}。`, `${t.code}%`, `${t.code},`, `${t.code}\u0301`]) {
      const path = encodeURIComponent(wrong);
      expect((await t.anyone('GET', `/s/${path}`)).status).toBe(404);
      expect((await t.anyone('GET', `/api/surveys/${path}/form`)).status).toBe(404);
    }
  });

  it('of the workbench or an evaluation may end in a slash', async () => {
    const screen = `/evaluations/${t.evaluationId}/scoring`;
    const answer = await t.anyone('GET', `${screen}/?indicator=A101`);
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe(`http://localhost${screen}?indicator=A101`);
    expect((await t.anyone('GET', '/')).status).toBe(200);
    expect((await t.anyone('GET', `${screen}`)).status).toBe(200);
    expect((await t.admin('GET', `/api/evaluations/${t.evaluationId.toUpperCase()}/`)).status).toBe(
      200,
    );
    expect((await t.anyone('GET', '/healthz/')).status).toBe(200);
  });

  it('names nothing with a NUL in it, and is no fault of ours', async () => {
    const answered = async (method: string, path: string) => {
      const { status, body } = await said(t.admin(method, path));
      return [path, status, body.code];
    };
    const unknown = [
      ['DELETE', '/api/sessions/', 'unknown-session'],
      ['DELETE', '/api/tokens/', 'unknown-token'],
      ['GET', '/api/accounts/', 'unknown-account'],
    ] as const;
    for (const [method, path, code] of unknown) {
      for (const id of ['%00', 'a%00b', 'a'.repeat(101)]) {
        const address = `${path}${id}${method === 'GET' ? '/sessions' : ''}`;
        expect(await answered(method, address)).toEqual([address, 404, code]);
      }
    }
    for (const name of ['actor', 'action', 'evaluation']) {
      const address = `/api/audit?${name}=a%00b`;
      expect(await answered('GET', address)).toEqual([address, 422, 'not-acceptable']);
    }
  });

  it('leads nowhere else', async () => {
    expect((await t.anyone('GET', '//example.com/')).status).toBe(404);
    expect((await t.anyone('GET', '/s//example.com/')).status).toBe(404);
    expect((await t.anyone('GET', '/api/evaluations/')).status).toBe(401);
  });

  it('names a survey in what is sent, too', async () => {
    const feeds = { public: ` ${t.code.toUpperCase()} ` };
    const path = `/api/evaluations/${t.evaluationId}`;
    expect(await said(t.admin('PATCH', path, { feeds }))).toMatchObject({
      status: 200,
      body: { feeds: { public: t.code } },
    });
  });
});
