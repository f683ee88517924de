import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import type { AppEnv } from './env.ts';

/**
 * Answers every call with `starting` until the server is ready to be used: it listens first, so that a port that is taken
 * costs nothing, and whoever sends it visitors goes by /healthz.
 */
export function whileStarting({
  isReady = () => true,
}: Pick<Deps, 'isReady'>): MiddlewareHandler<AppEnv> {
  return (c, next) => {
    if (isReady()) return next();
    c.header('Cache-Control', 'no-store');
    throw new Problem('starting', { headers: { 'Retry-After': '1' } });
  };
}
