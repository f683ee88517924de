import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { AppEnv } from './env.ts';

/** One line a request: method, the route's template (ids and codes of respondents stay out), status, time taken. */
export function logRequests(log: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    c.set('requestId', crypto.randomUUID());
    c.header('X-Request-Id', c.get('requestId'));
    await next();
    log.info(
      {
        request: c.get('requestId'),
        method: c.req.method,
        path: routePath(c, -1),
        status: c.res.status,
        ms: Math.trunc(performance.now() - started),
      },
      'request',
    );
  };
}
