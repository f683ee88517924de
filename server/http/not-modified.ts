import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { BUILD_ID } from '../build-id.ts';

/**
 * Marks the answer with what it rests on (`parts`: revisions, language, address, whatever it depends on), and says
 * whether the caller has that very answer already: then 304 will do, and nothing needs to be read or scored. Weak, because
 * the same answer may come in several encodings. `now` matters to answers that `goodUntil` was said of.
 */
export function isNotModified(c: Context, parts: readonly (string | number)[], now: Date): boolean {
  const digest = createHash('sha256')
    .update(JSON.stringify([BUILD_ID, ...parts]))
    .digest('base64url')
    .slice(0, 27);
  c.header('ETag', `W/"${digest}"`);
  const asked = c.req.header('If-None-Match');
  if (asked === undefined) return false;
  const known = asked
    .split(',')
    .map((tag) => tag.trim())
    .find((tag) => tag === '*' || isStillGood(tag, digest, now));
  if (known === undefined) return false;
  if (known !== '*') c.header('ETag', known);
  return true;
}

/** From this moment on the marked answer is another though nobody changed anything: the clock is part of it. */
export function goodUntil(c: Context, moment: Date | null): void {
  const tag = c.res.headers.get('ETag');
  if (moment !== null && tag) c.header('ETag', tag.replace(/"$/, `.${moment.getTime()}"`));
}

/** The moment stands in the tag itself, so that asking again reads nothing. */
function isStillGood(tag: string, digest: string, now: Date): boolean {
  const [, marked, until] = /^W\/"([\w-]{27})(?:\.(\d{1,15}))?"$/.exec(tag) ?? [];
  return marked === digest && (until === undefined || now.getTime() < Number(until));
}
