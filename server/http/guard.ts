import type { Context, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Permission } from '../../survey-definitions/permission.ts';
import { owesSecondFactor } from '../accounts/access.ts';
import { bySession, byToken, type Recognised } from '../accounts/authenticate.ts';
import { notSignedIn } from '../accounts/still-stands.ts';
import type { Config } from '../config.ts';
import { describeError } from '../log.ts';
import { Problem } from '../problem.ts';
import { isUnavailable } from '../store/failures.ts';
import type { Store } from '../store/store.ts';
import type { AppEnv } from './env.ts';
import { isForeign, isHandedInElsewhere } from './origin.ts';
import { type Access, declaredOf } from './route.ts';
import { mustBeAllowed } from './scope.ts';
import { readSessionCookies } from './session-cookie.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/**
 * Said by what a screen asks by itself: it keeps no session from idling, unless the screen is there to be watched. Of a
 * token every use counts: a stolen one shall not be used unseen.
 */
export const BACKGROUND = 'Manping-Background';

/** What somebody reaches who has to have a second factor and has none, by session or by a token of his. */
const OWN_ACCOUNT: ReadonlySet<Access | undefined> = new Set(['session', 'account'] as const);
interface Guarding {
  store: Pick<Store, 'read' | 'write'>;
  config: Config;
  log: Logger;
  now(): Date;
}

/**
 * Stands before every route: lets through what is public, and for everything else asks who it is and whether he
 * holds the permission that the route has declared, in the evaluation that its address names. An address under /api that is
 * no route asks as well, and tells nothing. A change must come from our own pages, as far as browsers say so.
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

    const recognised = await whoCalls(c, deps);
    if (recognised === undefined) {
      throw notSignedIn();
    }
    const { actor } = recognised;
    void seen(recognised, deps.log);
    if (owesSecondFactor(actor) && !OWN_ACCOUNT.has(declared?.access)) {
      throw new Problem('second-factor-required');
    }
    if (declared !== undefined) {
      const { read } = deps.store;
      const evaluation = await mustBeAllowed(read, actor, declared.access, c.req.path);
      if (evaluation !== undefined) await declared.also?.(read, actor, evaluation);
    }
    c.set('actor', actor);
    c.header('Cache-Control', 'no-store');
    return next();
  };
}

/**
 * Whether whoever was let in would be let in now, for an answer that goes on for hours: his session or token still good, his
 * permission still held, and what he asked for still `there`. Asking keeps no session from idling.
 * Where the database cannot be asked, nothing is known against him.
 */
export async function isStillLetIn(
  c: Context<AppEnv>,
  deps: Omit<Guarding, 'log'>,
  access: Permission,
  there: () => Promise<boolean>,
): Promise<boolean> {
  try {
    const recognised = await whoCalls(c, deps, false);
    if (recognised === undefined || owesSecondFactor(recognised.actor)) return false;
    await mustBeAllowed(deps.store.read, recognised.actor, access, c.req.path);
    return await there();
  } catch (error) {
    if (isUnavailable(error)) return true;
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function whoCalls(
  c: Context<AppEnv>,
  { store, config, now }: Omit<Guarding, 'log'>,
  counts = c.req.header(BACKGROUND) === undefined,
): Promise<Recognised | undefined> {
  const at = { store, now: now() };
  const bearer = c.req.header('Authorization');
  if (bearer !== undefined) return byToken(bearer, at);
  for (const secret of readSessionCookies(c, config)) {
    const recognised = await bySession(secret, at, counts);
    if (recognised !== undefined) return recognised;
  }
  return undefined;
}

/** Nobody waits for it, and nothing else fails with it: where it cannot be written, a session idles sooner. */
async function seen({ seen: write }: Recognised, log: Logger): Promise<void> {
  await write?.().catch((error: unknown) => {
    log.warn(
      { error: describeError(error) },
      'not written down when a session or token was last seen',
    );
  });
}
