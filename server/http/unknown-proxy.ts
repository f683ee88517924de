import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';
import { declaredOf } from './route.ts';

/** Says once in the log that responses come through a proxy that the configuration does not know of. */
export function noteUnknownProxy(config: Config, log: Logger): MiddlewareHandler<AppEnv> {
  let noted = config.trustProxy > 0;
  return (c, next) => {
    const handsIn = declaredOf(c)?.origin === 'respondent';
    if (!noted && handsIn && c.req.header('X-Forwarded-For') !== undefined) {
      noted = true;
      log.warn(
        'requests come through a proxy, but TRUST_PROXY is 0: visitors cannot be told apart',
      );
    }
    return next();
  };
}
