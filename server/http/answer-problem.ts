import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { faultsSaid, type Problem, statusOf, titleOf } from '../problem.ts';
import { PROBLEMS, type ProblemCode } from '../problem-catalogue.ts';
import { languageOf } from './language.ts';

const FaultIn = z.object({
  path: z.string().optional().describe('JSON path, e.g. $.sections[1].items[0].scale'),
  item: z.string().optional().describe('Item of the questionnaire; empty where it is none'),
  code: z.string(),
  message: z.string(),
});

/** The body of every error: RFC 9457 with a stable `code`. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    state: z.string().optional().describe('Of a survey that is not open: draft, not-yet or closed'),
    errors: z.array(FaultIn).optional(),
    warnings: z.array(FaultIn).optional(),
  })
  .openapi('Problem');

/** The problem as application/problem+json in the language of the request. */
export function answerProblem(c: Context, { code, particulars }: Problem): Response {
  const { detail, state, errors, warnings, headers } = particulars;
  const language = languageOf(c);
  const body: z.infer<typeof ProblemBody> = {
    type: `urn:manping:problem:${code}`,
    title: titleOf(code, language),
    status: statusOf(code),
    code,
    detail: detail?.[language],
    errors: errors && faultsSaid(errors, language),
    warnings: warnings && faultsSaid(warnings, language),
    state,
  };
  return c.body(JSON.stringify(body), statusOf(code), {
    'Content-Type': 'application/problem+json; charset=UTF-8',
    'Content-Language': language,
    ...headers,
  });
}
