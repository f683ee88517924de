import { describe, expect, it } from 'vitest';
import { answerProblem } from '../../../server/http/answer-problem.ts';
import { holdBody } from '../../../server/http/body.ts';
import { fileOf, formOf, jsonOf } from '../../../server/http/body-policy.ts';
import { problemOf } from '../../../server/http/expected-errors.ts';
import { declarationsOf, route } from '../../../server/http/route.ts';
import { newRouter } from '../../../server/http/router.ts';
import { createLog } from '../../../server/log.ts';

const said = { 200: { description: 'What came' } };

describe('a route', () => {
  it('that declares no access stops the start', () => {
    const app = newRouter();
    app.get('/test/by-mistake/:id', (c) => c.text('open'));
    expect(() => declarationsOf(app)).toThrow('GET /test/by-mistake/:id declares no access');
  });

  it('says who may call it where it says its path, and OpenAPI says the same', () => {
    const common = { method: 'get', responses: said } as const;
    const open = route({ ...common, path: '/test/open', access: 'public', operationId: 'getOpen' });
    const held = route({
      ...common,
      path: '/api/surveys/{code}/held',
      access: 'results.read',
      operationId: 'getHeld',
    });
    const app = newRouter()
      .openapi(open, (c) => c.text('open'))
      .openapi(held, (c) => c.text('held'));
    expect([...declarationsOf(app)].map(([key, { access }]) => [key, access])).toEqual([
      ['GET /test/open', 'public'],
      ['GET /api/surveys/:code/held', 'results.read'],
    ]);
    const { paths } = app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'test', version: '1' },
    });
    expect(paths?.['/test/open']?.get).toMatchObject({ security: [], operationId: 'getOpen' });
    expect(paths?.['/api/surveys/{code}/held']?.get?.security).toBeUndefined();
    expect(Object.keys(paths?.['/test/open']?.get ?? {})).not.toContain('access');
  });
});

it.each([
  ['/test/results', 'results.read'],
  ['/api/evaluations/{id}/definitions', 'definitions.read'],
] as const)(
  'a route at %s that asks for %s does not start: it would ask in no evaluation, or in one for nothing',
  (path, access) => {
    const astray = route({
      method: 'get',
      path,
      access,
      operationId: 'getAstray',
      responses: said,
    });
    const app = newRouter().openapi(astray, (c) => c.text('astray'));
    expect(() => declarationsOf(app)).toThrow('does not fit its address');
  },
);

describe('a body', () => {
  const common = { method: 'post', access: 'public', responses: said } as const;
  const app = newRouter();
  app.use(holdBody);
  app.onError((error, c) => answerProblem(c, problemOf(error, c, createLog('silent'))));
  app.openapi(
    route({ ...common, path: '/test/json', operationId: 'postJson', body: jsonOf(30) }),
    async (c) => c.text(JSON.stringify(await c.req.json())),
  );
  app.openapi(
    route({ ...common, path: '/test/form', operationId: 'postForm', body: formOf(30) }),
    async (c) => c.text(await c.req.text()),
  );
  app.openapi(
    route({
      ...common,
      path: '/test/file',
      operationId: 'postFile',
      body: fileOf(30, /^text\/csv\b/),
    }),
    async (c) => c.text(await new Response(c.req.raw.body).text()),
  );

  const streamed = (...chunks: string[]) =>
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    });
  const post = async (path: string, type: string, body: string | ReadableStream) => {
    const length: Record<string, string> =
      typeof body === 'string' ? { 'content-length': String(body.length) } : {};
    const headers = { 'content-type': type, ...length };
    const request = { method: 'POST', headers, body, duplex: 'half' };
    const answer = await app.request(path, request as RequestInit);
    const text = await answer.text();
    return answer.status === 200 ? text : [answer.status, JSON.parse(text).code];
  };
  const long = 'a,b\n1,2\n3,4\n5,6\n7,8\n9,10\n11,12\n';

  it.each([
    ['/test/json', 'application/json', '{"a":1}', '{"a":1}'],
    ['/test/json', 'text/csv', 'a,b', [415, 'not-json']],
    ['/test/json', 'application/json', `{"a":"${'b'.repeat(30)}"}`, [413, 'too-large']],
    ['/test/form', 'application/x-www-form-urlencoded', 'a=1&b=2', 'a=1&b=2'],
    ['/test/form', 'application/json', '{}', [415, 'not-a-form']],
    ['/test/form', 'application/x-www-form-urlencoded', 'a='.repeat(20), [413, 'too-large']],
    ['/test/file', 'text/csv; charset=utf-8', 'a,b\n1,2\n', 'a,b\n1,2\n'],
    ['/test/file', 'application/json', '{}', [415, 'unsupported-file']],
    ['/test/file', 'text/csv', long, [413, 'too-large']],
  ])('to %s of %s is held to what the route takes: %j', async (path, type, body, expected) => {
    expect(await post(path, type, body)).toEqual(expected);
    expect(await post(path, type, streamed(body.slice(0, 5), body.slice(5)))).toEqual(expected);
  });

  it('of a file is handed on piece by piece, and is read no further than its limit', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new TextEncoder().encode('1,2\n'));
      },
    });
    expect(await post('/test/file', 'text/csv', endless)).toEqual([413, 'too-large']);
    expect(pulled).toBeLessThan(20);
  });
});
