import { describe, expect, it } from 'vitest';
import { withEtagCache } from '../../../client/workbench/api/etag-cache.ts';

/** A server of one resource: what it says, and what it was asked. */
function server() {
  const state = { version: 1, status: 200, asked: [] as (string | null)[] };
  const ask = async (input: string | URL | Request) => {
    const request = new Request(input);
    const tag = `W/"${state.version} ${request.headers.get('Accept-Language')}"`;
    const has = request.headers.get('If-None-Match');
    state.asked.push(`${request.method} ${has}`);
    if (state.status !== 200) return new Response('{}', { status: state.status });
    if (request.method === 'GET' && has === tag) {
      return new Response(null, { status: 304, headers: { ETag: tag } });
    }
    return Response.json({ version: state.version }, { headers: { ETag: tag } });
  };
  return { state, ...withEtagCache(ask) };
}
const URL = 'http://localhost/api/evaluations';
const zh = { headers: { 'Accept-Language': 'zh-CN' } };

describe('a fetch with a cache of ETags', () => {
  it('gives once more what it has where nothing has changed, as often as it is asked', async () => {
    const { fetch, state } = server();
    const read = async () => (await fetch(URL, zh)).json();
    expect([await read(), await read(), await read()]).toEqual([
      { version: 1 },
      { version: 1 },
      { version: 1 },
    ]);
    expect(state.asked).toEqual(['GET null', 'GET W/"1 zh-CN"', 'GET W/"1 zh-CN"']);
  });

  it('gives what is new once it has changed', async () => {
    const { fetch, state } = server();
    await fetch(URL, zh);
    state.version = 2;
    expect(await (await fetch(URL, zh)).json()).toEqual({ version: 2 });
    expect(await (await fetch(URL, zh)).json()).toEqual({ version: 2 });
    expect(state.asked.at(-1)).toBe('GET W/"2 zh-CN"');
  });

  it('keeps languages and addresses apart', async () => {
    const { fetch, state } = server();
    await fetch(URL, zh);
    await fetch(URL, { headers: { 'Accept-Language': 'en' } });
    await fetch(`${URL}?after=x`, zh);
    expect(state.asked).toEqual(['GET null', 'GET null', 'GET null']);
  });

  it('gives nothing of it where it is refused, nor after it was cleared', async () => {
    const { fetch, clear, state } = server();
    await fetch(URL, zh);
    state.status = 401;
    expect((await fetch(URL, zh)).status).toBe(401);
    state.status = 200;
    await fetch(URL, zh);
    clear();
    await fetch(URL, zh);
    expect(state.asked.slice(2)).toEqual(['GET null', 'GET null']);
  });

  it('passes changes on as they are', async () => {
    const { fetch, state } = server();
    await fetch(URL, zh);
    await fetch(URL, { method: 'POST', ...zh });
    expect(state.asked.at(-1)).toBe('POST null');
  });
});
