import type { Context, MiddlewareHandler } from 'hono';
import { jsonPath } from '../../survey-definitions/fault.ts';
import type { AppEnv } from '../context.ts';
import { Problem } from '../problem.ts';
import { isPublic } from './access-list.ts';
import { sayFault } from './fault-words.ts';
import { findHostile, type Hostility } from './hostile.ts';
import { languageOf } from './language.ts';

export const RESPONDENT_LIMIT = 64 * 1024;
export const STAFF_LIMIT = 1024 * 1024;

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The body's bytes, which stay readable through `c.req`. Throws too-large as soon as more than `limit` bytes are
 * announced or have come, chunked or not, and incomplete-body where the client breaks off.
 */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  const announced = c.req.header('Content-Length');
  if (announced !== undefined && c.req.header('Transfer-Encoding') === undefined) {
    if (Number(announced) > limit) throw new Problem('too-large');
    return new Uint8Array(await orBrokenOff(c.req.arrayBuffer()));
  }
  if (c.req.raw.body === null) return new Uint8Array();
  const bytes = await readLimited(c.req.raw.body, limit);
  c.req.raw = new Request(c.req.raw, { body: bytes });
  return bytes;
}

async function readLimited(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await orBrokenOff(reader.read());
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    // The adapter drains or cuts the rest once the answer is out.
    if (size > limit) throw new Problem('too-large');
    chunks.push(value);
  }
}

async function orBrokenOff<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new Problem('incomplete-body');
  }
}

/**
 * Reads and parses the JSON body of calls that change something, once, so that every route validates a value in
 * which nothing hostile is left. Other content types are refused, which also keeps plain cross-site forms out.
 */
export const jsonBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next();
  const type = c.req.header('Content-Type');
  if (type !== undefined && !JSON_TYPE.test(type)) throw new Problem('not-json');
  const respondent = isPublic(c.req.method, c.req.path);
  const bytes = await readBytes(c, respondent ? RESPONDENT_LIMIT : STAFF_LIMIT);
  // Opening a survey, say, needs no body; a route that needs one finds it missing.
  if (bytes.byteLength === 0) return next();
  if (type === undefined) throw new Problem('not-json');
  const parsed = parseJson(bytes);
  const hostile = findHostile(parsed);
  if (hostile !== undefined) throw refuse(c, hostile);
  // What the validators of the routes call: parsing once more would give them the same.
  c.req.json = (async () => parsed) as typeof c.req.json;
  return next();
};

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new Problem('not-json');
  }
}

function refuse(c: Context, { path, code }: Hostility): Problem {
  const item = path[0] === 'answers' && path[1] !== undefined ? String(path[1]) : '';
  const message = sayFault(code, languageOf(c));
  return new Problem('not-acceptable', {
    errors: [{ path: jsonPath(path), item, code, message }],
  });
}
