import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppEnv, Deps } from '../context.ts';
import { describeError } from '../log.ts';
import { answerProblem, Problem } from '../problem.ts';
import { problemPage } from '../routes/form-page.ts';
import { BadCursorError } from '../store/cursor.ts';
import { WriteRefusedError } from '../store/response-writer.ts';

/**
 * Answers whatever a route threw: as a problem, or as a page where a respondent is looking. What nobody expected is
 * logged, without anyone's answers, and said plainly.
 */
export function answerError(deps: Deps, c: Context<AppEnv>, error: unknown): Response {
  const problem = problemFrom(error);
  if (problem.code === 'internal') {
    deps.log.error({ request: c.get('requestId'), error: describeError(error) }, 'unexpected');
  }
  if (c.req.path.startsWith('/s/')) return problemPage(c, deps, problem.code);
  return answerProblem(c, problem);
}

function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof WriteRefusedError) {
    return new Problem('busy', { headers: { 'Retry-After': '1' } });
  }
  if (error instanceof BadCursorError) {
    return new Problem('not-acceptable', {
      errors: [{ path: '$.after', code: 'not-a-cursor', message: error.message }],
    });
  }
  // What the validators throw of themselves: a body that is missing, or of another type.
  if (error instanceof HTTPException && (error.status === 400 || error.status === 415)) {
    return new Problem('not-json');
  }
  return new Problem('internal');
}
