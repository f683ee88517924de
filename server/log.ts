import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';
import type { AppEnv } from './context.ts';

/** JSON lines on stdout. What goes in is chosen here and nowhere redacted later: never a body, a query or an address. */
export function createLog(level: Config['logLevel'], to?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return to === undefined ? pino(options) : pino(options, to);
}

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

/** What may be said of an unexpected error: its kind, its code and where it happened; a message may hold answers. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
  return { kind: error.name, code, at: stack?.slice(0, 8).map((line) => line.trim()), cause };
}
