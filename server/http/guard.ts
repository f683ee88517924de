import type { MiddlewareHandler } from 'hono';
import type { Actor, AppEnv, Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import { findSession } from '../store/sessions.ts';
import { findToken } from '../store/tokens.ts';
import { isPublic } from './access-list.ts';
import { isForeign } from './origin.ts';
import { hashSecret, readSessionCookie } from './session-cookie.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stands before every route under /api: lets through what is public, and for everything else asks who it is. A
 * change by cookie must come from our own pages; a token may only read.
 */
export function access(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    const respondent = isPublic(method, path) && path !== '/api/session';
    if (!READING.has(method) && !respondent && isForeign(c, deps.config)) {
      throw new Problem('foreign-origin');
    }
    if (isPublic(method, path)) return next();

    const bearer = c.req.header('Authorization');
    const actor =
      bearer === undefined
        ? await byCookie(deps, readSessionCookie(c, deps.config))
        : await byToken(deps, bearer);
    if (actor === undefined) {
      throw new Problem('not-signed-in', { headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    if (actor.kind === 'token' && !READING.has(method)) throw new Problem('read-only-token');
    c.set('actor', actor);
    c.header('Cache-Control', 'no-store');
    return next();
  };
}

async function byCookie(deps: Deps, secret: string | undefined): Promise<Actor | undefined> {
  if (secret === undefined) return undefined;
  const session = await findSession(deps.store.read, hashSecret(secret), deps.now());
  return session && { name: session.username, role: session.role, kind: 'session' };
}

async function byToken(deps: Deps, header: string): Promise<Actor | undefined> {
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (secret === undefined) return undefined;
  const token = await findToken(deps.store.read, hashSecret(secret), deps.now());
  return token && { name: `token:${token.id}`, role: token.role, kind: 'token' };
}

/** Row-level answers and the like are for these roles only. */
export function requireRole(actor: Actor, ...roles: readonly string[]): void {
  if (!roles.includes(actor.role)) throw new Problem('not-allowed');
}
