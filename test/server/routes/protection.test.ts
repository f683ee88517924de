import { randomUUID } from 'node:crypto';
import { type Challenge, type Solution, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMIT, WINDOW_MS } from '../../../server/fieldwork/rate-limit.ts';
import { compareCounts } from '../../../server/store/rebuild-counts.ts';
import { findResponse } from '../../../server/store/responses.ts';
import { insertSurvey, type Survey, setSurveyState } from '../../../server/store/surveys.ts';
import { openTestApp, said, type TestApp, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { ANSWERS, aSurvey, NOW, startFieldwork } from '../../support/fieldwork.ts';

type Env = Parameters<typeof openTestApp>[1];

describe.each(ENGINES)('a survey with an open link (%s)', (engine) => {
  let t: TestApp;
  let evaluationId: string;
  const open = async (env: Env = {}, changed: Parameters<typeof openTestApp>[2] = {}) => {
    t = await openTestApp(engine, env, changed);
    ({ evaluationId } = await startFieldwork(t.store));
  };
  async function survey(changed: Partial<Survey> = {}): Promise<string> {
    const made = aSurvey(evaluationId, changed);
    await insertSurvey(t.store.write, made);
    return made.code;
  }
  const put = (code: string, id: string, headers = {}, body: object = { answers: ANSWERS }) =>
    t.anyone('PUT', `/api/surveys/${code}/responses/${id}`, body, headers);
  const flagsOf = async (id: string) => (await findResponse(t.store.read, id))?.flags;

  describe('marks the device', () => {
    beforeAll(() => open());
    afterAll(() => t.close());

    const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

    it('after an answer is stored and not before, for a year, out of reach of scripts', async () => {
      const code = await survey();
      const id = randomUUID();
      for (const before of [
        await t.anyone('GET', `/s/${code}`),
        await t.anyone('GET', `/api/surveys/${code}/form`),
        await put(code, id, {}, { answers: { air: 'satisfied' } }),
        await put(code, 'no-id'),
      ])
        expect(before.headers.get('set-cookie')).toBeNull();
      const stored = await put(code, id);
      const cookie = stored.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(new RegExp(`^manping-answered-${code}=[\\w-]{43}; `));
      for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=31536000'])
        expect(cookie).toContain(attribute);
      expect(cookie).not.toContain('Secure');
      // A retry whose first answer was lost gets it too.
      expect(cookieOf(await put(code, id))).toBe(cookieOf(stored));
    });

    it('with the same mark as any other, so that it tells no device from another', async () => {
      const code = await survey();
      const first = cookieOf(await put(code, randomUUID()));
      expect(cookieOf(await put(code, randomUUID()))).toBe(first);
      expect(cookieOf(await put(await survey(), randomUUID()))).not.toBe(first);
    });

    it('and flags what comes from it again, which counts all the same', async () => {
      const code = await survey();
      const first = randomUUID();
      const cookie = cookieOf(await put(code, first));
      const again = randomUUID();
      expect((await put(code, again, { cookie })).status).toBe(201);
      expect(await findResponse(t.store.read, again)).toMatchObject({
        disposition: 'valid',
        reasons: [],
        flags: [{ code: 'same-device' }],
      });
      // The first one, sent once more, is no repeat.
      expect((await put(code, first, { cookie })).status).toBe(200);
      expect(await flagsOf(first)).toEqual([]);
      const { body } = await said(t.admin('GET', `/api/surveys/${code}/progress`));
      expect(body).toMatchObject({ received: 2, valid: 2, invalid: 0, flagged: 1 });
      const flagged = await said(t.admin('GET', `/api/surveys/${code}/responses?flagged=1`));
      expect(flagged.body.items).toMatchObject([{ id: again, flags: [{ code: 'same-device' }] }]);
      expect((await compareCounts(t.store.read, code)).differences).toEqual([]);
    });

    it('and flags what is posted from it without script', async () => {
      const code = await survey();
      const post = (id: string, cookie?: string) =>
        t.anyone(
          'POST',
          `/s/${code}`,
          new URLSearchParams({ ...ANSWERS, _id: id } as never).toString(),
          {
            'content-type': 'application/x-www-form-urlencoded',
            ...(cookie && { cookie }),
          },
        );
      const cookie = cookieOf(await post(randomUUID()));
      expect(cookie).not.toBe('');
      const again = randomUUID();
      expect((await post(again, cookie)).status).toBe(200);
      expect(await flagsOf(again)).toEqual([{ code: 'same-device' }]);
    });

    it('and heeds no mark that it did not make', async () => {
      const code = await survey();
      const name = `manping-answered-${code}`;
      const real = cookieOf(await put(code, randomUUID()));
      const other = cookieOf(await put(await survey(), randomUUID())).split('=')[1];
      const changed = `${real.slice(0, -2)}${real.endsWith('AA') ? 'BB' : 'AA'}`;
      for (const cookie of [`${name}=1`, `${name}=`, `${name}=${other}`, changed, `${real}x`]) {
        const id = randomUUID();
        expect((await put(code, id, { cookie })).status).toBe(201);
        expect([cookie, await flagsOf(id)]).toEqual([cookie, []]);
      }
    });

    it('and has no column, setting or log line that names a device or an address', async () => {
      const code = await survey();
      t.lines.length = 0;
      const cookie = cookieOf(await put(code, randomUUID(), { 'x-forwarded-for': '203.0.113.77' }));
      await put(code, randomUUID(), { cookie, 'x-forwarded-for': '203.0.113.77' });
      const mark = cookie.split('=')[1] ?? '';
      const rows = await Promise.all([
        t.store.read.selectFrom('responses').selectAll().execute(),
        t.store.read.selectFrom('settings').selectAll().execute(),
      ]);
      for (const text of [JSON.stringify(rows), t.lines.join('')]) {
        expect(text).not.toContain(mark);
        expect(text).not.toContain('203.0.113.77');
      }
    });
  });

  it('marks with a cookie that only travels encrypted where the site is https', async () => {
    await open({ PUBLIC_URL: 'https://pj.example.gov.cn' });
    const answer = await put(await survey(), randomUUID());
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
    await t.close();
  });

  it('marks alike from every server of one database', async () => {
    await open();
    const code = await survey();
    const { createApp } = await import('../../../server/app.ts');
    const address = `/api/surveys/${code}/responses/`;
    const send = async (app: TestApp['app']) =>
      (
        await app.request(address + randomUUID(), {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ answers: ANSWERS }),
        })
      ).headers.get('set-cookie');
    const marks = await Promise.all([t.app, createApp(t.deps), createApp(t.deps)].map(send));
    expect(new Set(marks).size).toBe(1);
    expect(marks[0]).toMatch(/^manping-answered-/);
    await t.close();
  });

  it('says once in the log that a proxy is in front that nobody configured', async () => {
    await open();
    const code = await survey();
    const warnings = () => t.lines.filter((line) => line.includes('TRUST_PROXY')).length;
    await put(code, randomUUID());
    expect(warnings()).toBe(0);
    for (let n = 0; n < 3; n += 1)
      await put(code, randomUUID(), { 'x-forwarded-for': '203.0.113.7' });
    expect(warnings()).toBe(1);
    await t.close();
  });

  it('takes many from one network and then asks for patience, but always hears what it has', async () => {
    await open({ TRUST_PROXY: '1' });
    const code = await survey();
    const village = { 'x-forwarded-for': '198.51.100.1, 203.0.113.5' };
    const first = randomUUID();
    const burst = await Promise.all(
      Array.from({ length: LIMIT + 5 }, (_, at) =>
        put(code, at === 0 ? first : randomUUID(), village),
      ),
    );
    const statuses = burst.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(LIMIT);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    const refused = burst.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBe(WINDOW_MS / 1000);
    expect(await refused?.json()).toMatchObject({ code: 'too-many-responses' });
    // What is stored already, or faulty, or from elsewhere, is answered as ever.
    expect((await put(code, first, village)).status).toBe(200);
    expect((await put(code, randomUUID(), village, { answers: {} })).status).toBe(422);
    expect((await put(code, randomUUID(), { 'x-forwarded-for': '203.0.113.6' })).status).toBe(201);
    // Codes are a limit of their own.
    const coded = await survey({ access: 'code' });
    expect((await put(coded, randomUUID(), village)).status).toBe(403);
    const page = await t.anyone('POST', `/s/${code}`, `_id=${randomUUID()}&age=young&air=neutral`, {
      'content-type': 'application/x-www-form-urlencoded',
      ...village,
    });
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '600']);
    const html = await page.text();
    expect(html).toContain('填好的答案都还在下面');
    expect(html).toMatch(/<input[^>]*name="air"[^>]*value="neutral"[^>]*checked/);
    // Whoever sets the server's clock, by a day or back, shortens or prolongs nothing.
    for (const hours of [24, -24]) {
      t.clock.now = new Date(NOW.getTime() + hours * 3_600_000);
      expect((await put(code, randomUUID(), village)).status).toBe(429);
    }
    t.clock.now = NOW;
    t.clock.elapsed += WINDOW_MS;
    expect((await put(code, randomUUID(), village)).status).toBe(201);
    expect((await compareCounts(t.store.read, code)).differences).toEqual([]);
    await t.close();
  });
});

describe.each(ENGINES)('a survey that asks for a proof of work (%s)', (engine) => {
  const t = withFieldwork(engine, {}, { now: () => new Date() });
  let code: string;

  beforeAll(async () => {
    const made = aSurvey(t.evaluationId, { proofOfWork: true });
    await insertSurvey(t.store.write, made);
    code = made.code;
  });

  const put = (id: string, proof?: string, of = code) =>
    said(t.anyone('PUT', `/api/surveys/${of}/responses/${id}`, { answers: ANSWERS, proof }));
  const challengeFor = async (id: string, of = code): Promise<Challenge> =>
    (await said(t.anyone('GET', `/api/surveys/${of}/challenge?id=${id}`))).body;
  const solve = async (challenge: Challenge) => {
    const solution = await solveChallenge({ challenge, deriveKey });
    if (solution === null) throw new Error('not solved');
    return solution;
  };
  const proofOf = (challenge: Challenge, solution: Solution) =>
    Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');

  it('takes a response with its proof, once, and hears it again without', async () => {
    const id = randomUUID();
    const challenge = await challengeFor(id);
    const proof = proofOf(challenge, await solve(challenge));
    const first = await put(id, proof);
    expect(first.status).toBe(201);
    expect(await put(id, proof)).toEqual({ status: 200, body: first.body });
    expect(await put(id)).toEqual({ status: 200, body: first.body });
    await setSurveyState(t.store.write, code, 'closed');
    expect((await put(id)).status).toBe(200);
    await setSurveyState(t.store.write, code, 'open');

    // The same work is worth no other response, and nothing on another survey.
    const other = aSurvey(t.evaluationId, { proofOfWork: true });
    await insertSurvey(t.store.write, other);
    const stranger = randomUUID();
    expect(await put(stranger, proof)).toMatchObject({
      status: 403,
      body: { code: 'proof-wrong' },
    });
    const elsewhere = randomUUID();
    const theirs = await challengeFor(elsewhere, other.code);
    expect((await put(elsewhere, proofOf(theirs, await solve(theirs)))).body.code).toBe(
      'proof-wrong',
    );
    expect(await findResponse(t.store.read, stranger)).toBeUndefined();
    expect((await compareCounts(t.store.read, code)).differences).toEqual([]);
  });

  it('wants between twenty-five and seventy-five thousand hashes, within twenty minutes', async () => {
    const { parameters } = await challengeFor(randomUUID());
    expect(parameters).toMatchObject({ algorithm: 'SHA-256', cost: 1 });
    const minutes = ((parameters.expiresAt ?? 0) * 1000 - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(19);
    expect(minutes).toBeLessThanOrEqual(20);
    const { counter } = await solve(await challengeFor(randomUUID()));
    expect(counter).toBeGreaterThanOrEqual(25_000);
    expect(counter).toBeLessThanOrEqual(75_000);
  });

  it('says so where the proof is missing, in the API and on the page without script', async () => {
    const id = randomUUID();
    expect(await put(id)).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
    const page = await t.anyone('POST', `/s/${code}`, `_id=${id}&age=young&air=neutral`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(page.status).toBe(403);
    const html = await page.text();
    expect(html).toContain('JavaScript');
    // Nothing that was filled in is lost, and it is said once.
    expect(html).toMatch(/<input[^>]*name="air"[^>]*value="neutral"[^>]*checked/);
    expect(html).not.toContain('<noscript>');
    expect(await (await t.anyone('GET', `/s/${code}`)).text()).toContain('<noscript>');
    expect(await findResponse(t.store.read, id)).toBeUndefined();
  });

  it('takes none that is forged, changed, unsigned, unsolved, expired or no proof at all', async () => {
    const id = randomUUID();
    const challenge = await challengeFor(id);
    const solution = await solve(challenge);
    const { parameters } = challenge;
    const easier = { ...parameters, keyPrefix: '00' };
    const later = { ...parameters, expiresAt: (parameters.expiresAt ?? 0) + 3600 };
    const guessed = { ...solution, derivedKey: parameters.keyPrefix.padEnd(64, '0') };
    const passed = new Date(Date.now() - 20 * 60 * 1000 - 1000);
    const { createApp } = await import('../../../server/app.ts');
    const past = await createApp({ ...t.deps, now: () => passed }).request(
      `/api/surveys/${code}/challenge?id=${id}`,
    );
    const expired = (await past.json()) as Challenge;
    const forged = [
      proofOf({ ...challenge, parameters: easier }, solution),
      proofOf({ ...challenge, parameters: later }, solution),
      proofOf({ parameters }, solution),
      proofOf({ parameters, signature: '0'.repeat(64) }, solution),
      proofOf(challenge, guessed),
      proofOf(challenge, { counter: 1, derivedKey: '' }),
      proofOf(expired, await solve(expired)),
      proofOf({ ...challenge, parameters: { ...parameters, cost: 1e9 } }, solution),
      Buffer.from('{"challenge":{}}').toString('base64'),
      Buffer.from('[[['.repeat(900)).toString('base64'),
      'no base64 at all',
    ];
    for (const proof of forged)
      expect(await put(id, proof)).toMatchObject({ status: 403, body: { code: 'proof-wrong' } });
    expect(await findResponse(t.store.read, id)).toBeUndefined();
    expect((await put(id, proofOf(challenge, solution))).status).toBe(201);
  });

  it('has a challenge for nobody who does not need one', async () => {
    const open = aSurvey(t.evaluationId);
    await insertSurvey(t.store.write, open);
    const ask = (path: string) => said(t.anyone('GET', `/api/surveys/${path}`));
    const id = randomUUID();
    expect(await ask(`${open.code}/challenge?id=${id}`)).toMatchObject({
      status: 409,
      body: { code: 'proof-not-used' },
    });
    expect((await ask(`gone/challenge?id=${id}`)).status).toBe(404);
    expect((await ask(`${code}/challenge`)).status).toBe(422);
    expect((await ask(`${code}/challenge?id=7`)).status).toBe(422);
  });
});
