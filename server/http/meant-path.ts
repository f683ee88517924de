import { getPath } from 'hono/utils/url';

/** A path without the slashes at its end; `/` stays. No pattern: a long run of slashes would take it quadratic time. */
export function withoutEndSlash(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/** The path that routes go by: a slash at its end says nothing, and whole addresses are printed in capitals. */
export function meantPath(request: Request): string {
  return withoutEndSlash(getPath(request).replace(/^\/S(?=\/)/, '/s'));
}
