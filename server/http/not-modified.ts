import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { BUILD_ID } from '../build-id.ts';

/**
 * Marks the answer with what it rests on (`parts`: revisions, language, address, whatever it depends on), and says
 * whether the caller has that very answer already: then 304 will do, and nothing needs to be read or scored. Weak, because
 * the same answer may come in several encodings.
 */
export function isNotModified(c: Context, parts: readonly (string | number)[]): boolean {
  const digest = createHash('sha256')
    .update(JSON.stringify([BUILD_ID, ...parts]))
    .digest('base64url');
  const tag = `W/"${digest.slice(0, 27)}"`;
  c.header('ETag', tag);
  const asked = c.req.header('If-None-Match');
  if (asked === undefined) return false;
  return asked.split(',').some((each) => each.trim() === '*' || each.trim() === tag);
}
