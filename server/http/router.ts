import { type Hook, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ZodError } from 'zod';
import { type Fault, faultsIn } from '../../survey-definitions/fault.ts';
import { shapeFindings } from '../../survey-definitions/shape-findings.ts';
import { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-catalogue.ts';
import type { AppEnv } from './env.ts';
import { languageOf } from './language.ts';
import { meantPath } from './meant-path.ts';

/** What is unknown where a part of the path cannot name anything; the first that fits. */
const UNKNOWN: readonly (readonly [RegExp, ProblemCode])[] = [
  [/^\/api\/surveys\//, 'unknown-survey'],
  [/^\/api\/evaluations\/[\da-f-]{36}\/preview\//i, 'unknown-questionnaire'],
  [/^\/api\/evaluations\/[\da-f-]{36}\/people\//i, 'unknown-account'],
  [/^\/api\/evaluations\//, 'unknown-evaluation'],
  [/^\/api\/questionnaires\//, 'unknown-questionnaire'],
  [/^\/api\/indicator-systems\//, 'unknown-indicator-system'],
  [/^\/api\/accounts\//, 'unknown-account'],
  [/^\/api\/sessions\//, 'unknown-session'],
  [/^\/api\/tokens\//, 'unknown-token'],
  [/^\/api\/invitations\//, 'unknown-invitation'],
];

/** Runs after each validation: what does not fit is a problem before the route's own code sees it. */
const refuseFaults: Hook<unknown, AppEnv, string, undefined> = (result, c) => {
  if (result.success) return undefined;
  if (result.target === 'param') throw unknownAt(c);
  throw new Problem('not-acceptable', { errors: shapeFaults(result, c) });
};

/** What a path that cannot name anything is answered with. */
export function unknownAt(c: Context): Problem {
  const unknown = UNKNOWN.find(([path]) => path.test(c.req.path));
  return new Problem(unknown?.[1] ?? 'not-found');
}

/** Every fault that validation found, by JSON path, in the language of the answer. */
export function shapeFaults(result: { error: ZodError }, c: Context): Fault[] {
  return faultsIn(shapeFindings(result.error, sentIn(result)), languageOf(c));
}

/** What was validated; the validator hands it over, though its type does not say so where it failed. */
export function sentIn(result: object): unknown {
  return 'data' in result ? result.data : undefined;
}

/** A router whose routes are validated by their own schemas and described by them in OpenAPI. */
export function newRouter() {
  return new OpenAPIHono<AppEnv>({ defaultHook: refuseFaults, getPath: meantPath });
}
