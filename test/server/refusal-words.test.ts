import { describe, expect, it } from 'vitest';
import { FORMATS, LOOKS } from '../../survey-definitions/shape-findings.ts';
import { withTestApp } from '../support/app.ts';
import { ENGINES } from '../support/engines.ts';

/** As much of a Zod schema as it takes to find what it refuses by a message of its own. */
interface Said {
  type?: string;
  check?: string;
  format?: string;
  error?: (issue: object) => unknown;
  checks?: unknown[];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every message that a schema refuses with, wherever it stands inside it. */
function messagesOf(schema: unknown, seen = new Set<unknown>()): string[] {
  if (!isObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const { _zod } = schema as { _zod?: { def?: Said } };
  if (_zod?.def === undefined) return [];
  const { def } = _zod;
  const own = def.error?.({});
  const inside = Object.values({ ...def, shape: undefined, ...shapeOf(def) }).flatMap((part) =>
    Array.isArray(part)
      ? part.flatMap((each) => messagesOf(each, seen))
      : isObject(part)
        ? messagesOf(part, seen)
        : [],
  );
  return [...(typeof own === 'string' ? [own] : []), ...inside];
}

const shapeOf = (def: object): Record<string, unknown> =>
  'shape' in def && isObject(def.shape) ? { ...def.shape } : {};

describe('what the schemas of the routes refuse', () => {
  const t = withTestApp(ENGINES[0] ?? 'sqlite3');

  it('is said in Chinese, each message of theirs', () => {
    const requests = t.app.openAPIRegistry.definitions.flatMap((each) =>
      each.type === 'route' ? [each.route.request] : [],
    );
    const bodies = requests.flatMap((request) =>
      Object.values(request?.body?.content ?? {}).map(
        (media) => media && 'schema' in media && media.schema,
      ),
    );
    const schemas = [...requests.flatMap((each) => [each?.params, each?.query]), ...bodies];
    const messages = [...new Set(schemas.flatMap((each) => messagesOf(each)))];
    expect(messages).toContain('a time such as 2026-11-21T14:05:00Z');
    expect(messages).toContain('a day such as 2020-12-31');
    const known = { ...FORMATS, ...LOOKS };
    expect(messages.filter((message) => !Object.hasOwn(known, message))).toEqual([]);
  });
});
