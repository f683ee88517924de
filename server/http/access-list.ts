/**
 * The calls under /api that need no account. Every other one answers 401 without: a new route is closed until it is
 * put on this list on purpose.
 */
const PUBLIC: readonly (readonly [method: string, path: RegExp])[] = [
  ['GET', /^\/api\/surveys\/[^/]+\/form$/],
  ['GET', /^\/api\/surveys\/[^/]+\/challenge$/],
  ['PUT', /^\/api\/surveys\/[^/]+\/responses\/[^/]+$/],
  ['POST', /^\/api\/session$/],
  ['GET', /^\/api\/openapi\.json$/],
];

export function isPublic(method: string, path: string): boolean {
  const asked = method === 'HEAD' ? 'GET' : method;
  return PUBLIC.some(([allowed, pattern]) => allowed === asked && pattern.test(path));
}
