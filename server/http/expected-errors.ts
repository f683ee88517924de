import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { describeError } from '../log.ts';
import { Problem } from '../problem.ts';
import { BadCursorError } from '../store/cursor.ts';
import { isUnavailable } from '../store/failures.ts';
import { WriteRefusedError } from '../store/response-writer.ts';
import type { AppEnv } from './env.ts';
import { databaseUnavailable } from './outage.ts';

/**
 * What a route threw, as a problem of the catalogue. What nobody expected is logged, without anyone's answers, and
 * said plainly; a database that cannot be used just now is no fault of the server's.
 */
export function problemOf(error: unknown, c: Context<AppEnv>, log: Logger): Problem {
  const problem = expected(error);
  if (problem !== undefined) return problem;
  if (isUnavailable(error)) return databaseUnavailable(error, log);
  log.error({ request: c.get('requestId'), error: describeError(error) }, 'unexpected');
  return new Problem('internal');
}

function expected(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof WriteRefusedError) {
    return new Problem('busy', { headers: { 'Retry-After': '1' } });
  }
  if (error instanceof BadCursorError) {
    return new Problem('not-acceptable', {
      errors: [
        {
          path: '$.after',
          code: 'not-a-cursor',
          message: { 'zh-CN': '翻页的位置不对，请从头查看', en: error.message },
        },
      ],
    });
  }
  // What the validators throw of themselves: a body that is missing, or of another type.
  if (error instanceof HTTPException && (error.status === 400 || error.status === 415)) {
    return new Problem('not-json');
  }
  return undefined;
}
