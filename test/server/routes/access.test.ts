import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey, setSurveyState } from '../../../server/store/surveys.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aSurvey } from '../../support/fieldwork.ts';

describe.each(ENGINES)('a survey answered by single-use codes (%s)', (engine) => {
  const t = withFieldwork(engine);
  let survey: string;
  beforeEach(async () => {
    const made = aSurvey(t.evaluationId, { access: 'code' });
    await insertSurvey(t.store.write, made);
    survey = made.code;
  });

  const path = () => `/api/surveys/${survey}/access-codes`;
  const issue = async (count: number): Promise<{ code: string; url: string }[]> =>
    (await said(t.admin('POST', path(), { count }))).body.codes;
  const one = async () => (await issue(1))[0]?.code ?? '';
  const numbers = async () => (await said(t.admin('GET', path()))).body;
  const put = (id: string, accessCode?: string, answers: unknown = ANSWERS) =>
    said(t.anyone('PUT', `/api/surveys/${survey}/responses/${id}`, { answers, accessCode }));
  const post = async (fields: Record<string, string>) =>
    t.anyone('POST', `/s/${survey}`, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });

  it('issues codes of 128 bits once, each with its link, and keeps only their numbers', async () => {
    const codes = await issue(200);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(200);
    for (const { code, url } of codes) {
      expect(code).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
      expect(url).toBe(`http://localhost/s/${survey}?k=${code}`);
    }
    await issue(1);
    expect(await numbers()).toEqual({ issued: 201, spent: 0 });
  });

  it('says in the audit how many codes were issued and by whom, never which', async () => {
    const code = await one();
    await put(randomUUID(), code);
    const { body } = await said(
      t.admin('GET', `/api/evaluations/${t.evaluationId}/audit?limit=200`),
    );
    const events = body.items.filter((each: { subject: string }) => each.subject === survey);
    expect(events).toMatchObject([
      { action: 'access-codes.issue', actor: 'admin', detail: { count: 1 } },
    ]);
    expect(JSON.stringify(body)).not.toContain(code);
  });

  it.each([0, -1, 1.5, 5001, '5'])('does not issue %j codes', async (count) => {
    expect(await said(t.admin('POST', path(), { count }))).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.count' }] },
    });
    expect(await numbers()).toEqual({ issued: 0, spent: 0 });
  });

  it('tells a missing code, an unknown and a spent one apart, and stores nothing of them', async () => {
    const code = await one();
    await put(randomUUID(), code);
    for (const [given, problem] of [
      [undefined, 'access-code-missing'],
      ['  ', 'access-code-missing'],
      ['123', 'access-code-unknown'],
      ['7'.repeat(26), 'access-code-unknown'],
      [`${code}0`, 'access-code-unknown'],
      [code, 'access-code-spent'],
    ] as const) {
      const id = randomUUID();
      expect(await put(id, given)).toMatchObject({ status: 403, body: { code: problem } });
      expect(await findResponse(t.store.read, id)).toBeUndefined();
    }
    expect(await numbers()).toEqual({ issued: 1, spent: 1 });
    expect((await compareCounts(t.store.read, survey)).differences).toEqual([]);
  });

  it('takes one of twenty responses that come with one code at a time', async () => {
    const code = await one();
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const answers = await Promise.all(ids.map((id) => put(id, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body } of answers)
      if (status !== 201) expect([status, body.code]).toEqual([403, 'access-code-spent']);
    const stored = await Promise.all(ids.map((id) => findResponse(t.store.read, id)));
    expect(stored.filter((response) => response !== undefined)).toHaveLength(1);
    expect(await numbers()).toEqual({ issued: 1, spent: 1 });
    expect((await compareCounts(t.store.read, survey)).differences).toEqual([]);
  });

  it('hears a retry after the code was spent, whatever code it comes with, and after closing', async () => {
    const code = await one();
    const id = randomUUID();
    const first = await put(id, code);
    expect(first.status).toBe(201);
    for (const again of [code, undefined, 'nonsense'])
      expect(await put(id, again)).toEqual({ status: 200, body: first.body });
    expect((await put(id, code, { ...ANSWERS, age: 'old' })).status).toBe(409);
    await setSurveyState(t.store.write, survey, 'closed');
    expect((await put(id, code)).status).toBe(200);
    expect((await put(randomUUID(), await one())).body.code).toBe('survey-not-open');
    expect(await numbers()).toEqual({ issued: 2, spent: 1 });
  });

  it('hears twenty retries of one response at a time, and spends its code once', async () => {
    const code = await one();
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(id, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(await numbers()).toEqual({ issued: 1, spent: 1 });
  });

  it('does not say whether a code is spent to whoever sends no whole response with it', async () => {
    const [spent = '', unspent = ''] = (await issue(2)).map(({ code }) => code);
    await put(randomUUID(), spent);
    const asked = async (code: string) => [
      await put(randomUUID(), code, { air: 'satisfied' }),
      await (await t.anyone('GET', `/s/${survey}?k=${code}`)).status,
    ];
    expect(await asked(spent)).toEqual(await asked(unspent));
    expect(await numbers()).toEqual({ issued: 2, spent: 1 });
  });

  it('reads a code as it was meant: small letters, hyphens, spaces, O for 0, I and L for 1', async () => {
    const code = await one();
    const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    const groups = typed.match(/.{1,5}/g) ?? [];
    expect((await put(randomUUID(), ` ${groups.join('- ')} `)).status).toBe(201);
    expect(await numbers()).toEqual({ issued: 1, spent: 1 });
  });

  it('takes a code that came with the link through the form without script', async () => {
    const code = await one();
    const page = await (await t.anyone('GET', `/s/${survey}?k=${code}`)).text();
    expect(page).toMatch(new RegExp(`<textarea [^>]*name="_k"[^>]*>${code}</textarea>`));
    const fields = { ...ANSWERS, _id: randomUUID(), _k: code } as Record<string, string>;
    expect((await post(fields)).status).toBe(200);
    const again = await post({ ...fields, _id: randomUUID() });
    expect(again.status).toBe(403);
    expect(await again.text()).toContain('这个访问码已经用过');
    expect(await numbers()).toEqual({ issued: 1, spent: 1 });
  });

  it('asks for the code again without script where it is wrong, and keeps the answers', async () => {
    const answer = await post({ ...ANSWERS, _id: randomUUID(), _k: 'A-B' } as never);
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('请填写正确的访问码');
    expect(page).toMatch(/<textarea [^>]*name="_k"[^>]*>A-B<\/textarea>/);
    expect(page).toMatch(/value="very-satisfied"[^>]* checked|checked[^>]* value="very-satisfied"/);
  });

  it('loads nothing from elsewhere that could be told the link, and is never cached', async () => {
    const answer = await t.anyone('GET', `/s/${survey}?k=${await one()}`);
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).not.toMatch(/(src|href|action)="(https?:)?\/\//);
  });

  it('tells by no internal of the database which codes were spent together, once it has closed', async () => {
    const codes = (await issue(8)).map(({ code }) => code);
    for (const code of codes.slice(0, 5)) await put(randomUUID(), code);
    await said(t.admin('POST', `/api/surveys/${survey}/open`));
    expect((await said(t.admin('POST', `/api/surveys/${survey}/close`))).status).toBe(200);
    expect(await numbers()).toEqual({ issued: 8, spent: 5 });
    const writers = await (engine === 'postgres'
      ? sql<{ xmin: string }>`
          select distinct xmin::text from access_codes where survey_code = ${survey}
        `.execute(t.store.read)
      : // SQLite has nothing of the kind: no rowid, and a code is spent in place.
        sql`select sql from sqlite_master where name = 'access_codes' and sql like '%without rowid'`.execute(
          t.store.read,
        ));
    expect(writers.rows).toHaveLength(1);
    await said(t.admin('POST', `/api/surveys/${survey}/reopen`, { reason: '补收' }));
    expect((await put(randomUUID(), codes[0])).body.code).toBe('access-code-spent');
    expect((await put(randomUUID(), codes[5])).status).toBe(201);
  });

  it('leaves no code in the log', async () => {
    const code = await one();
    t.lines.length = 0;
    await t.anyone('GET', `/s/${survey}?k=${code}`);
    await put(randomUUID(), code);
    await put(randomUUID(), code);
    await post({ ...ANSWERS, _id: randomUUID(), _k: code } as never);
    expect(t.lines).toHaveLength(4);
    const log = t.lines.join('');
    expect(log).not.toContain(code);
    expect(log).not.toContain(survey);
  });

  it('sets no cookie: a second code on one device is another person', async () => {
    const [first = '', second = ''] = (await issue(2)).map(({ code }) => code);
    for (const accessCode of [first, second]) {
      const id = randomUUID();
      const address = `/api/surveys/${survey}/responses/${id}`;
      const answer = await t.anyone('PUT', address, { answers: ANSWERS, accessCode });
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect((await findResponse(t.store.read, id))?.flags).toEqual([]);
    }
  });

  it('lets nobody but its staff issue or count codes, and only where they are used', async () => {
    for (const method of ['GET', 'POST'])
      expect(
        (await t.anyone(method, path(), method === 'POST' ? { count: 1 } : undefined)).status,
      ).toBe(401);
    const open = aSurvey(t.evaluationId);
    await insertSurvey(t.store.write, open);
    for (const [method, body] of [
      ['GET', undefined],
      ['POST', { count: 1 }],
    ] as const)
      expect(
        await said(t.admin(method, `/api/surveys/${open.code}/access-codes`, body)),
      ).toMatchObject({ status: 409, body: { code: 'access-codes-not-used' } });
  });
});
