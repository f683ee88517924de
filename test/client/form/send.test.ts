import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { retryDelay, sendOnce, sendUntilDecided } from '../../../client/form/send.ts';

const request = {
  url: '/api/surveys/K3F9/responses/6a1f',
  id: '6a1f',
  body: '{"answers":{}}',
  lang: 'zh-CN',
};
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
/** A server that answers so, one after the other; `Error` stands for a network that fails. */
function server(...answers: (Response | Error)[]) {
  return vi.fn<typeof fetch>(async () => {
    const next = answers.shift();
    if (next === undefined || next instanceof Error) throw next ?? new Error('asked too often');
    return next;
  });
}

describe('one attempt to send', () => {
  it('puts the frozen body under the response’s id and hears the receipt', async () => {
    const send = server(answer(201, { id: '6a1f', receipt: '7K3F-29QD' }));
    expect(await sendOnce(request, send)).toEqual({
      kind: 'accepted',
      receipt: '7K3F-29QD',
      alreadyReceived: false,
    });
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe(request.url);
    expect(init).toMatchObject({ method: 'PUT', body: request.body });
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json');
  });

  it('is accepted as well where the server had heard it before', async () => {
    const send = server(answer(200, { id: '6a1f', receipt: '7K3F-29QD' }));
    expect(await sendOnce(request, send)).toMatchObject({
      kind: 'accepted',
      alreadyReceived: true,
    });
  });

  it.each([500, 502, 503, 400, 408, 425, 429])('is made again after %i', async (status) => {
    expect(await sendOnce(request, server(answer(status, {})))).toEqual({
      kind: 'again',
      after: 0,
    });
  });

  it('is made again no sooner than the server asks', async () => {
    const busy = answer(503, {}, { 'retry-after': '7' });
    expect(await sendOnce(request, server(busy))).toEqual({ kind: 'again', after: 7000 });
  });

  it('is made again where the network fails or the receipt breaks off', async () => {
    expect(await sendOnce(request, server(new TypeError('offline')))).toMatchObject({
      kind: 'again',
    });
    const broken = new Response('{"id":"6a', { status: 201 });
    expect(await sendOnce(request, server(broken))).toMatchObject({ kind: 'again' });
  });

  it('is made again where somebody else answers in the server’s place', async () => {
    const page = new Response('<html>please sign in</html>', { status: 200 });
    expect(await sendOnce(request, server(page))).toMatchObject({ kind: 'again' });
    const other = answer(200, { id: '0000', receipt: '7K3F-29QD' });
    expect(await sendOnce(request, server(other))).toMatchObject({ kind: 'again' });
  });

  it('gives up on a server that does not answer, so that it can be made again', async () => {
    vi.useFakeTimers();
    const silent: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const outcome = sendOnce(request, silent);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await outcome).toMatchObject({ kind: 'again' });
    vi.useRealTimers();
  });

  it('brings back what is wrong with the answers', async () => {
    const errors = [{ item: 'air', code: 'required', message: '…' }];
    expect(await sendOnce(request, server(answer(422, { errors })))).toEqual({
      kind: 'faulty',
      errors,
    });
  });

  it.each([403, 404, 409, 413, 415, 422])(
    'is refused for good by %i where the server names the fault, in its words',
    async (status) => {
      const problem = answer(status, { code: 'survey-not-open', title: '这项调查现在不接收答卷' });
      expect(await sendOnce(request, server(problem))).toEqual({
        kind: 'refused',
        refusal: { status, title: '这项调查现在不接收答卷' },
      });
    },
  );

  it.each([401, 403, 404, 407, 413, 511])(
    'is made again after %i from somebody else: a network’s sign-in, a proxy',
    async (status) => {
      for (const body of ['<html>', '{}', 'null'])
        expect(await sendOnce(request, server(new Response(body, { status })))).toEqual({
          kind: 'again',
          after: 0,
        });
    },
  );
});

describe('delivering', () => {
  it('sends the same again until there is a definite answer, waiting in between', async () => {
    const send = server(
      new TypeError('offline'),
      answer(503, {}, { 'retry-after': '40' }),
      answer(200, { id: '6a1f', receipt: '7K3F-29QD' }),
    );
    const waits: number[] = [];
    const wait = async (ms: number) => waits.push(ms) > 0;
    const outcome = await sendUntilDecided(request, wait, false, send);
    expect(outcome).toEqual({ kind: 'accepted', receipt: '7K3F-29QD', alreadyReceived: true });
    expect(new Set(send.mock.calls.map(([url, init]) => `${url} ${init?.body}`)).size).toBe(1);
    expect(send).toHaveBeenCalledTimes(3);
    expect(waits[0]).toBeLessThanOrEqual(1000);
    expect(waits[1]).toBe(40_000);
  });

  it('does not send again what was refused', async () => {
    const send = server(answer(403, { code: 'survey-not-open', title: '…' }));
    expect(await sendUntilDecided(request, async () => true, false, send)).toMatchObject({
      kind: 'refused',
    });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('stops where it is not to go on, and begins with a pause where another page is at it', async () => {
    const send = server(new TypeError('offline'), answer(201, { id: '6a1f', receipt: 'X' }));
    expect(await sendUntilDecided(request, async () => false, false, send)).toBeUndefined();
    expect(send).toHaveBeenCalledTimes(1);
    expect(await sendUntilDecided(request, async () => false, true, send)).toBeUndefined();
    expect(send).toHaveBeenCalledTimes(1);
    expect(await sendUntilDecided(request, async () => true, true, send)).toMatchObject({
      receipt: 'X',
    });
  });

  it('waits longer from attempt to attempt, at most half a minute, never the same on all phones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, random) => {
          const ms = retryDelay(n, () => random);
          expect(ms).toBeGreaterThan(700);
          expect(ms).toBeLessThanOrEqual(30_000);
          expect(retryDelay(n + 1, () => random)).toBeGreaterThanOrEqual(ms);
        },
      ),
    );
    expect(retryDelay(3, () => 0)).not.toBe(retryDelay(3, () => 0.5));
  });
});
