import type { Context } from 'hono';
import type { Deps } from '../context.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { createSigner, type Sign } from './signing-key.ts';

/** What stands between a survey and those who would fill it by the thousand; of one process. */
export interface Protection {
  sign: Sign;
  rate: RateLimit;
  /** Says once in the log that requests come through a proxy that the configuration does not know of. */
  noteProxy(c: Context): void;
}

/** What the respondents' routes work with. */
export type RespondentDeps = Deps & { protection: Protection };

export function createProtection({
  store,
  config,
  log,
}: Pick<Deps, 'store' | 'config' | 'log'>): Protection {
  let noted = false;
  return {
    sign: createSigner(store),
    rate: createRateLimit(),
    noteProxy(c) {
      if (noted || config.trustProxy > 0 || c.req.header('X-Forwarded-For') === undefined) return;
      noted = true;
      log.warn(
        'requests come through a proxy, but TRUST_PROXY is 0: visitors cannot be told apart',
      );
    },
  };
}
