import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openTestApp, said, withFieldwork } from '../support/app.ts';
import { ENGINES } from '../support/engines.ts';
import { startFieldwork } from '../support/fieldwork.ts';

describe('a server that is still starting', () => {
  it('answers 503 `starting` to everybody, in their language, and is ready when it says so', async () => {
    const [engine] = ENGINES;
    if (engine === undefined) throw new Error('no engine');
    let ready = false;
    const t = await openTestApp(engine, {}, { isReady: () => ready });
    const { code } = await startFieldwork(t.store);
    for (const path of [
      '/healthz',
      '/api/session',
      `/api/surveys/${code}/form`,
      '/api/openapi.json',
      '/',
    ]) {
      const answer = await t.admin('GET', path);
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '1']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toMatchObject({
        code: 'starting',
        title: '服务器正在启动，请稍后再试',
      });
    }
    const page = await t.anyone('GET', `/s/${code}`);
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await page.text()).toContain('系统正在启动');
    ready = true;
    expect((await t.anyone('GET', '/healthz')).status).toBe(200);
    expect((await t.anyone('GET', `/s/${code}`)).status).toBe(200);
    await t.close();
  });
});

describe.each(ENGINES)('the server as a whole (%s)', (engine) => {
  const t = withFieldwork(engine);

  it('every answer carries headers that keep browsers on the safe side', async () => {
    for (const path of [
      '/',
      `/s/${t.code}`,
      '/api/evaluations',
      '/healthz',
      '/nowhere',
      '/assets/x',
    ]) {
      const { headers } = await t.anyone('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*frame-ancestors 'none'/,
      );
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it.each(['/', '/evaluations', '/evaluations/4f2b/scoring?x=1'])(
    'the workbench is one page at %s, whose script carries its nonce',
    async (path) => {
      const answer = await t.anyone('GET', path);
      const html = await answer.text();
      const nonce = /script-src 'nonce-([^']+)'/.exec(
        answer.headers.get('content-security-policy') ?? '',
      )?.[1];
      expect(answer.status).toBe(200);
      expect(html).toContain('<div id="app"></div>');
      expect(html).toContain(
        `<script type="module" nonce="${nonce}" src="/assets/workbench-ABCDEFGH.js"></script>`,
      );
    },
  );

  it.each([
    [undefined, 'zh-CN'],
    ['zh-Hans-CN,en;q=0.5', 'zh-CN'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['fr', 'zh-CN'],
  ])('the workbench is in the language of Accept-Language: %s', async (wanted, language) => {
    const headers = wanted === undefined ? undefined : { 'Accept-Language': wanted };
    const answer = await t.anyone('GET', '/', undefined, headers);
    expect(await answer.text()).toContain(`<html lang="${language}">`);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
  });

  it('its files are kept for ever where their name changes with them, and only then', async () => {
    const hashed = await t.anyone('GET', '/assets/workbench-ABCDEFGH.js');
    expect(await hashed.text()).toBe('run()');
    expect(hashed.headers.get('content-type')).toBe('text/javascript');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const plain = await t.anyone('GET', '/assets/form.js');
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    for (const name of ['..%2fpackage.json', '%2e%2e/package.json', 'constructor', 'x.js']) {
      expect((await t.anyone('GET', `/assets/${name}`)).status).toBe(404);
    }
  });

  it('what is long is compressed for who takes it', async () => {
    const answer = await t.anyone('GET', '/api/openapi.json', undefined, {
      'accept-encoding': 'gzip',
    });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const text = gunzipSync(await answer.arrayBuffer()).toString();
    expect(JSON.parse(text).openapi).toBe('3.1.0');
  });

  it('an address that is none is a problem in the language of whoever asks', async () => {
    expect(await said(t.anyone('GET', '/nowhere'))).toEqual({
      status: 404,
      body: {
        type: 'urn:manping:problem:not-found',
        title: '没有这个地址',
        status: 404,
        code: 'not-found',
      },
    });
    const english = await t.anyone('GET', '/nowhere', undefined, {
      'accept-language': 'en-US,zh;q=0.5',
    });
    expect(english.headers.get('content-type')).toBe('application/problem+json; charset=UTF-8');
    expect(english.headers.get('content-language')).toBe('en');
    expect((await english.json()).title).toBe('There is nothing at this address');
    expect((await t.anyone('POST', `/s/${t.code}/x`, {})).status).toBe(404);
  });

  it('is healthy while the database can be written, and asks it once for many who ask', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => t.anyone('GET', '/healthz')),
    );
    for (const { status } of answers) expect(status).toBe(200);
    const written = await t.store.read
      .selectFrom('settings')
      .selectAll()
      .where('key', '=', 'health')
      .execute();
    expect(written).toEqual([{ key: 'health', value: t.clock.now.toISOString() }]);
  });

  it('requests are logged by the template of their path, without query or address', async () => {
    t.lines.length = 0;
    await t.anyone('GET', `/api/surveys/${t.code}/form?lang=en&from=secret`, undefined, {
      'x-forwarded-for': '203.0.113.7',
      'user-agent': 'secret-browser',
    });
    await t.anyone('GET', '/secret/path');
    const lines = t.lines.map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { method: 'GET', path: '/api/surveys/:code/form', status: 200, ms: expect.any(Number) },
      { method: 'GET', status: 404 },
    ]);
    expect(t.lines.join('')).not.toMatch(/secret|203\.0\.113|lang/);
    expect(t.lines.join('')).not.toContain(t.code);
  });
});

describe.each(ENGINES)('when the database is gone (%s)', (engine) => {
  it('every call says so plainly, and the log holds no one’s answers', async () => {
    const t = await openTestApp(engine);
    const { code } = await startFieldwork(t.store);
    const broken = new Error('near "很不满意": syntax error');
    const failing = { write: () => Promise.reject(broken), drain: async () => undefined };
    Object.assign(t.deps.writer, failing);
    const body = { answers: { age: 'old', air: 'neutral', say: '秘密' } };
    const put = `/api/surveys/${code}/responses/4f2b7d9c-1111-4222-8333-444455556666`;
    expect(await said(t.anyone('PUT', put, body))).toEqual({
      status: 500,
      body: {
        type: 'urn:manping:problem:internal',
        title: '服务器内部错误',
        status: 500,
        code: 'internal',
      },
    });
    const form = new URLSearchParams({
      _id: '4f2b7d9c-1111-4222-8333-444455556666',
      age: 'old',
      air: 'neutral',
    });
    const page = await t.anyone('POST', `/s/${code}`, form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(page.status).toBe(500);
    const html = await page.text();
    expect(html).toContain('暂时没有成功');
    expect(html).toMatch(/<input[^>]*name="air"[^>]*value="neutral"[^>]*checked/);
    expect(html).toContain('name="_id" value="4f2b7d9c-1111-4222-8333-444455556666"');
    expect(t.lines.join('')).toContain('"unexpected"');
    expect(t.lines.join('')).toMatch(/"at":\["at /);
    expect(t.lines.join('')).not.toMatch(/秘密|很不满意|4f2b7d9c/);
    await t.close();

    const health = await said(t.anyone('GET', '/healthz'));
    expect(health).toMatchObject({ status: 503, body: { code: 'database-unavailable' } });
  });
});
