import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findResponse } from '../../server/store/responses.ts';
import { said } from '../support/app.ts';
import { ENGINES } from '../support/engines.ts';
import { ANSWERS } from '../support/fieldwork.ts';
import { dial, putHead, statusOver, withListening } from '../support/listening.ts';

const json = JSON.stringify({ answers: ANSWERS });
const deep = (open: string, close: string, levels = 30_000) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;

describe.each(ENGINES)('a hazardous body (%s)', (engine) => {
  const t = withListening(engine);

  const stored = (id: string) => findResponse(t.store.read, id);
  async function put(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
    const id = randomUUID();
    const answer = await said(
      fetch(`http://127.0.0.1:${t.port}/api/surveys/${t.code}/responses/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      }),
    );
    expect(await stored(id)).toBeUndefined();
    return { ...answer, code: answer.body.code as string };
  }

  it.each([
    ['no JSON', '{"answers":'],
    ['nothing but text', 'answers'],
    ['two values', '{}{}'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ])('with %s is not JSON', async (_, body) => {
    expect(await put(body)).toMatchObject({ status: 415, code: 'not-json' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/json'])(
    'sent as %s is not JSON, whatever it holds',
    async (type) => {
      expect(await put(json, { 'content-type': type })).toMatchObject({ status: 415 });
    },
  );

  it('that is empty is not JSON', async () => {
    expect(await put('')).toMatchObject({ status: 415, code: 'not-json' });
  });

  it.each([
    ['lists thirty thousand deep', `{"answers":{"air":${deep('[', ']')}}}`, 'too-deep'],
    ['objects ten thousand deep', `{"answers":{"air":${deep('{"a":', '}', 10_000)}}}`, 'too-deep'],
    ['a key __proto__ among the answers', '{"answers":{"__proto__":{"air":"x"}}}', 'forbidden-key'],
    ['a key __proto__ beside them', `{"__proto__":{},"answers":{}}`, 'forbidden-key'],
    ['a NUL in a text', `{"answers":{"say":"a\\u0000b"}}`, 'unusable-characters'],
    ['a NUL in an item', `{"answers":{"a\\u0000":"b"}}`, 'unusable-characters'],
    ['an answer given twice', '{"answers":{"air":"satisfied","air":"neutral"}}', 'duplicate-key'],
    ['half a surrogate pair', `{"answers":{"say":"\\ud83d"}}`, 'unusable-characters'],
  ])('with %s is refused with its place', async (_, body, fault) => {
    const answer = await put(body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      {
        path: expect.any(String),
        item: expect.any(String),
        code: fault,
        message: expect.any(String),
      },
    ]);
  });

  it('with a number beyond all bounds is refused', async () => {
    expect(await put('{"answers":{"air":1e999}}')).toMatchObject({ status: 422 });
  });

  it('above 64 KiB is too large, and one of exactly 64 KiB is read', async () => {
    const filled = (bytes: number) => `{"answers":{"say":"${'a'.repeat(bytes - 22)}"}}`;
    expect(filled(65_536)).toHaveLength(65_536);
    expect(await put(filled(65_537))).toMatchObject({ status: 413, code: 'too-large' });
    expect(await put(filled(65_536))).toMatchObject({ status: 422 });
  });

  it('that announces more than it may is refused before it is sent', async () => {
    const socket = await dial(t.port);
    const id = randomUUID();
    socket.write(putHead(`/api/surveys/${t.code}/responses/${id}`, 'Content-Length: 1000000000'));
    expect(await statusOver(socket)).toBe(413);
  });

  it('in chunks is limited too, without waiting for its end', async () => {
    const socket = await dial(t.port);
    const id = randomUUID();
    socket.write(putHead(`/api/surveys/${t.code}/responses/${id}`, 'Transfer-Encoding: chunked'));
    const chunk = 'a'.repeat(16_384);
    for (let sent = 0; sent < 5; sent += 1) socket.write(`4000\r\n${chunk}\r\n`);
    expect(await statusOver(socket)).toBe(413);
    expect(await stored(id)).toBeUndefined();
  });

  it('in chunks, within the limit and well formed, is taken', async () => {
    const socket = await dial(t.port);
    const id = randomUUID();
    socket.write(putHead(`/api/surveys/${t.code}/responses/${id}`, 'Transfer-Encoding: chunked'));
    for (const part of [json.slice(0, 10), json.slice(10)]) {
      socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    }
    socket.write('0\r\n\r\n');
    expect(await statusOver(socket)).toBe(201);
    expect(await stored(id)).toBeDefined();
  });

  it('of staff may be larger, up to 1 MiB', async () => {
    const note = (length: number) => ({ note: 'a'.repeat(length) });
    const call = (length: number) =>
      said(t.admin('PUT', `/api/evaluations/${t.evaluationId}/scoring/A101`, note(length)));
    expect(await call(100_000)).toMatchObject({ status: 422, body: { code: 'not-acceptable' } });
    expect(await call(1_100_000)).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  it('of staff is held to the same rules', async () => {
    for (const [body, status] of [
      ['{', 415],
      [deep('[', ']'), 422],
      ['{"department":"a\\u0000"}', 422],
      ['{"__proto__":{"admin":true}}', 422],
      ['{"department":"a","department":"b"}', 422],
    ] as const) {
      expect((await t.admin('POST', '/api/evaluations', body)).status).toBe(status);
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await t.admin('POST', '/api/evaluations', 'department=x', form)).status).toBe(415);
    expect((await t.admin('POST', `/api/surveys/${t.code}/close`, 'x', form)).status).toBe(415);
  });
});
