import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../survey-definitions/text.ts';
import { languageOf } from './http/language.ts';
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts';

/** One thing wrong with what was sent: in a definition or a body by JSON path, in a response by item. */
const FaultIn = z.object({
  path: z.string().optional().describe('JSON path, e.g. $.sections[1].items[0].scale'),
  item: z.string().optional().describe('Item of the questionnaire; empty where it is none'),
  code: z.string(),
  message: z.string(),
});
export type FaultIn = z.infer<typeof FaultIn>;

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

interface Particulars {
  /** Said in the language of the answer, where the title alone does not say enough. */
  detail?: { 'zh-CN': string; en: string };
  errors?: FaultIn[];
  warnings?: FaultIn[];
  state?: string;
  headers?: Record<string, string>;
}

/** Thrown anywhere in a route; answered as the problem it names. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly particulars: Particulars;
  constructor(code: ProblemCode, particulars: Particulars = {}) {
    super(code);
    this.code = code;
    this.particulars = particulars;
  }
}

export function statusOf(code: ProblemCode): ContentfulStatusCode {
  return PROBLEMS[code][0];
}

export function titleOf(code: ProblemCode, language: Language): string {
  return PROBLEMS[code][language === 'en' ? 2 : 1];
}

/** The problem as application/problem+json in the language of the request. */
export function answerProblem(c: Context, problem: Problem): Response {
  const { detail, headers, ...rest } = problem.particulars;
  const language = languageOf(c);
  const body: z.infer<typeof ProblemBody> = {
    type: `urn:manping:problem:${problem.code}`,
    title: titleOf(problem.code, language),
    status: statusOf(problem.code),
    code: problem.code,
    ...(detail === undefined ? {} : { detail: detail[language] }),
    ...rest,
  };
  return c.body(JSON.stringify(body), statusOf(problem.code), {
    'Content-Type': 'application/problem+json; charset=UTF-8',
    'Content-Language': language,
    ...headers,
  });
}
