import type { Context, MiddlewareHandler } from 'hono';
import { duplicateKeys } from '../../survey-definitions/duplicate-keys.ts';
import { jsonPath, type Steps } from '../../survey-definitions/fault.ts';
import { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-catalogue.ts';
import type { BodyPolicy } from './body-policy.ts';
import type { AppEnv } from './env.ts';
import { sayFault } from './fault-words.ts';
import { findJsonHazard, type JsonHazard } from './json-hazards.ts';
import { languageOf } from './language.ts';
import { declaredOf } from './route.ts';

const TYPES: Record<'json' | 'form', readonly [RegExp, ProblemCode]> = {
  json: [/^application\/json\s*(;|$)/i, 'not-json'],
  form: [/^application\/x-www-form-urlencoded\s*(;|$)/i, 'not-a-form'],
};
/** Keys given twice that are named; a hostile body could have tens of thousands. */
const MOST_TOLD = 100;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Holds the body of a call that changes something to what its route has declared. JSON and forms are read once, so that
 * every route validates a value in which no hazard of JSON is left; files are only bounded. Other content types are
 * refused, which also keeps plain cross-site forms out of the API.
 */
export const holdBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const policy = declaredOf(c)?.body;
  if (policy === undefined || ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next();
  if (policy.kind === 'json') await readJson(c, policy);
  else if (policy.kind === 'form') await readForm(c, policy);
  else boundFile(c, policy);
  return next();
};

async function readJson(c: Context<AppEnv>, { limit }: BodyPolicy): Promise<void> {
  const type = c.req.header('Content-Type');
  const [expected, refusal] = TYPES.json;
  if (type !== undefined && !expected.test(type)) throw new Problem(refusal);
  const bytes = await readBytes(c, limit);
  // Opening a survey, say, needs no body; a route that needs one finds it missing.
  if (bytes.byteLength === 0) return;
  if (type === undefined) throw new Problem(refusal);
  const { text, parsed } = parseJson(bytes);
  const hazard = findJsonHazard(parsed);
  if (hazard !== undefined) throw refuse(c, [hazard]);
  // Which of the two was meant, nobody knows; what is parsed holds the last only.
  const twice = duplicateKeys(text).slice(0, MOST_TOLD);
  if (twice.length > 0) {
    throw refuse(
      c,
      twice.map((path) => ({ path, code: 'duplicate-key' })),
    );
  }
  // What the validators of the routes call: parsing once more would give them the same.
  c.req.json = (async () => parsed) as typeof c.req.json;
}

async function readForm(c: Context<AppEnv>, { limit }: BodyPolicy): Promise<void> {
  const [expected, refusal] = TYPES.form;
  if (!expected.test(c.req.header('Content-Type') ?? '')) throw new Problem(refusal);
  const text = new TextDecoder().decode(await readBytes(c, limit));
  c.req.text = async () => text;
}

function boundFile(c: Context<AppEnv>, policy: Extract<BodyPolicy, { kind: 'file' }>): void {
  if (!policy.types.test(c.req.header('Content-Type') ?? '')) throw new Problem('unsupported-file');
  if (announced(c) > policy.limit) throw new Problem('too-large');
  const { body } = c.req.raw;
  if (body === null) return;
  const bounded = body.pipeThrough(atMost(policy.limit));
  c.req.raw = new Request(c.req.raw, { body: bounded, duplex: 'half' } as RequestInit);
}

/** Passes so many bytes on, and fails with too-large beyond. */
function atMost(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > limit) controller.error(new Problem('too-large'));
      else controller.enqueue(chunk);
    },
  });
}

/** Bytes that the head announces; 0 where it announces none. */
function announced(c: Context): number {
  if (c.req.header('Transfer-Encoding') !== undefined) return 0;
  return Number(c.req.header('Content-Length') ?? 0);
}

/**
 * The body's bytes, which stay readable through `c.req`. Throws too-large as soon as more than `limit` bytes are
 * announced or have come, chunked or not, and incomplete-body where the client breaks off.
 */
async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  if (announced(c) > limit) throw new Problem('too-large');
  if (announced(c) > 0) return new Uint8Array(await orBrokenOff(c.req.arrayBuffer()));
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

function parseJson(bytes: Uint8Array): { text: string; parsed: unknown } {
  try {
    const text = utf8.decode(bytes);
    return { text, parsed: JSON.parse(text) };
  } catch {
    throw new Problem('not-json');
  }
}

function refuse(
  c: Context,
  hazards: { path: Steps; code: JsonHazard['code'] | 'duplicate-key' }[],
): Problem {
  const errors = hazards.map(({ path, code }) => {
    const item = path[0] === 'answers' && path[1] !== undefined ? String(path[1]) : '';
    return { path: jsonPath(path), item, code, message: sayFault(code, languageOf(c)) };
  });
  return new Problem('not-acceptable', { errors });
}
