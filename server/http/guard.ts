import type { Context, MiddlewareHandler } from 'hono';
import type { Actor } from '../accounts/actor.ts';
import { bySession, byToken } from '../accounts/authenticate.ts';
import { mustHold } from '../accounts/permissions.ts';
import type { Config } from '../config.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { AppEnv } from './env.ts';
import { isForeign, isHandedInElsewhere } from './origin.ts';
import { declaredOf } from './route.ts';
import { readSessionCookies } from './session-cookie.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Guarding {
  store: Pick<Store, 'read'>;
  config: Config;
  now(): Date;
}

/**
 * Stands before every route: lets through what is public, and for everything else asks who it is and whether he
 * holds the permission that the route has declared. An address under /api that is no route asks as well, and
 * tells nothing. A change must come from our own pages, as far as browsers say so; a token may only read.
 */
export function guard(deps: Guarding): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const declared = declaredOf(c);
    if (declared === undefined && !c.req.path.startsWith('/api')) return next();
    const reads = READING.has(c.req.method);
    const isElsewhere = declared?.origin === 'respondent' ? isHandedInElsewhere : isForeign;
    if (!reads && isElsewhere(c, deps.config)) {
      throw new Problem('foreign-origin');
    }
    if (declared?.access === 'public') return next();

    const actor = await actorOf(c, deps);
    if (actor === undefined) {
      throw new Problem('not-signed-in', { headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    if (actor.kind === 'token' && !reads) throw new Problem('read-only-token');
    if (declared !== undefined) mustHold(actor, declared.access);
    c.set('actor', actor);
    c.header('Cache-Control', 'no-store');
    return next();
  };
}

async function actorOf(
  c: Context<AppEnv>,
  { store, config, now }: Guarding,
): Promise<Actor | undefined> {
  const bearer = c.req.header('Authorization');
  if (bearer !== undefined) return byToken(store.read, bearer, now());
  for (const secret of readSessionCookies(c, config)) {
    const actor = await bySession(store.read, secret, now());
    if (actor !== undefined) return actor;
  }
  return undefined;
}
