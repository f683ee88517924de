import { describe, expect, it } from 'vitest';
import { declarationsOf } from '../../../server/http/route.ts';
import { said, withFieldwork, withTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';

const PUBLIC = [
  'GET /api/openapi.json',
  'GET /api/surveys/:code/challenge',
  'GET /api/surveys/:code/form',
  'GET /healthz',
  'GET /s/:code',
  'POST /api/invitations/accept',
  'POST /api/invitations/look',
  'POST /api/invitations/reset',
  'POST /api/session',
  'POST /api/surveys/:code/steps/:step',
  'POST /s/:code',
  'PUT /api/surveys/:code/responses/:id',
];
/** Pages and files that hold nothing of anyone. */
const SHELL = [
  'GET /',
  'GET /accounts',
  'GET /accounts/*',
  'GET /account',
  'GET /assets/:name',
  'GET /audit',
  'GET /definitions',
  'GET /definitions/*',
  'GET /evaluations',
  'GET /evaluations/*',
  'GET /invitation',
];

describe.each(ENGINES)('who may call what (%s)', (engine) => {
  const t = withFieldwork(engine);

  const routes = () =>
    t.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
  const address = (path: string) =>
    path.replace(':code', t.code).replace(':id', t.evaluationId).replace(':version', '1');

  it('every route but the public ones asks who it is', async () => {
    const open: string[] = [];
    for (const route of new Set(routes())) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await t.anyone(method, address(path), method === 'GET' ? undefined : {});
      if (answer.status !== 401) open.push(route);
      else expect(await answer.json()).toMatchObject({ code: 'not-signed-in' });
    }
    expect(open.sort()).toEqual([...PUBLIC, ...SHELL].sort());
    expect(routes().length).toBeGreaterThan(25);
  });

  it('the public ones are those that declare it, in OpenAPI too', async () => {
    const declared = [...declarationsOf(t.app)].filter(([, { access }]) => access === 'public');
    expect(declared.map(([route]) => route).sort()).toEqual([...PUBLIC, ...SHELL].sort());
    const { paths } = await (await t.anyone('GET', '/api/openapi.json')).json();
    const described = Object.entries<Record<string, { security?: unknown[] }>>(paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods)
          .filter(([, { security }]) => security?.length === 0)
          .map(([method]) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.sort()).toEqual(PUBLIC);
  });

  it('an address under /api that is no route asks as well, and tells nothing', async () => {
    for (const path of [
      '/api/users',
      '/api',
      '/api/surveys//form',
      `/api/surveys/${t.code}/form/x`,
    ]) {
      expect((await t.anyone('GET', path)).status).toBe(401);
    }
  });

  it('HEAD asks like GET', async () => {
    expect((await t.anyone('HEAD', '/api/evaluations')).status).toBe(401);
    expect((await t.admin('HEAD', '/api/evaluations')).status).toBe(200);
    expect((await t.anyone('HEAD', `/api/surveys/${t.code}/form`)).status).toBe(200);
  });

  it.each(['manping=x', 'manping=', 'other=1', '__Host-manping=x'])(
    'a cookie that is no session, %s, is nobody',
    async (cookie) => {
      const answer = t.anyone('GET', '/api/evaluations', undefined, { cookie });
      expect(await said(answer)).toMatchObject({ status: 401 });
    },
  );

  it('a session ends by itself', async () => {
    const before = t.clock.now;
    t.clock.now = new Date(before.getTime() + 3_600_000);
    expect((await t.admin('GET', '/api/session')).status).toBe(401);
    t.clock.now = before;
    expect((await t.admin('GET', '/api/session')).status).toBe(200);
  });

  it.each([
    ['another site by Origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['our name in another domain', { origin: 'http://localhost.evil.example' }],
    ['another site by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on our domain', { 'sec-fetch-site': 'same-site', origin: 'http://localhost' }],
  ])('a change that comes from %s is refused', async (_, headers) => {
    for (const [method, path] of [
      ['POST', '/api/evaluations'],
      ['PATCH', `/api/evaluations/${t.evaluationId}`],
      ['DELETE', '/api/session'],
      ['POST', '/api/session'],
      ['POST', `/api/surveys/${t.code}/close`],
    ] as const) {
      const answer = await said(t.admin(method, path, {}, headers));
      expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    }
    expect((await t.admin('GET', '/api/session', undefined, headers)).status).toBe(200);
  });

  it('a change from our own pages is not', async () => {
    const ours: Record<string, string>[] = [
      { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
      { origin: 'https://localhost' },
      {},
    ];
    for (const headers of ours) {
      expect(
        (await t.admin('POST', `/api/surveys/${t.code}/open`, undefined, headers)).status,
      ).toBe(200);
    }
  });

  it('what it answers to staff is kept by no cache', async () => {
    const answer = await t.admin('GET', '/api/evaluations');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe.each(ENGINES)('behind a proxy that is ours (%s)', (engine) => {
  const t = withTestApp(engine, { PUBLIC_URL: 'https://pj.example.gov.cn', TRUST_PROXY: '1' });

  it('a change from the public address is one of our own', async () => {
    const headers = { origin: 'https://pj.example.gov.cn' };
    expect((await t.admin('POST', '/api/session', {}, headers)).status).toBe(422);
    const foreign = { origin: 'https://pj.example.gov.cn.evil.example' };
    expect((await t.admin('POST', '/api/session', {}, foreign)).status).toBe(403);
  });

  it('browsers are told to come by https for a year', async () => {
    const answer = await t.anyone('GET', '/healthz');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('only the cookie that came by https counts', async () => {
    expect((await t.admin('GET', '/api/session')).status).toBe(200);
    const cookie = `manping=${t.secret}`;
    expect((await t.anyone('GET', '/api/session', undefined, { cookie })).status).toBe(401);
  });
});
