import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';
import { Quotas, SampleSizeSchema, Shares } from '../../survey-definitions/plan.ts';
import { MOST_PLANNED, MOST_POPULATION } from '../../survey-definitions/survey.ts';
import { Id } from '../../survey-definitions/text.ts';
import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import { LONGEST_TYPED_PASSWORD } from '../password-rules.ts';
import { ProblemBody } from './answer-problem.ts';
import { isUsableText } from './json-hazards.ts';

/** Shapes of requests, and of answers as such; what stands in an answer is said by its presenter. */

/** A reference in a request: an id and a version that may exist. */
export const WantedDefinition = z.strictObject({
  id: Id,
  version: z.int().min(1).max(1_000_000),
});

/** How many questionnaires are to be handed out, and how many people are asked of, in a request. */
export const Planned = z.int().min(0).max(MOST_PLANNED);
export const WantedPlan = z.strictObject({
  total: Planned.describe('计划发放数'),
  byChannel: z.strictObject({ online: Planned.optional(), paper: Planned.optional() }).optional(),
  quotas: Quotas.optional(),
  shares: Shares.optional(),
  sampleSize: SampleSizeSchema.optional(),
});
export const Population = z.int().min(1).max(MOST_POPULATION);

/** A time in a request: ISO 8601 with its offset. */
export const Time = z.iso.datetime({ offset: true, error: 'a time such as 2026-11-21T14:05:00Z' });

/** A password in a request, as it is typed: what is wrong with one that is chosen is said beside its field. */
export const TypedPassword = z.string().min(1).max(LONGEST_TYPED_PASSWORD);

/** Path parts. Whatever else stands there names nothing: it is answered 404, and no query sees it. */
export const EvaluationId = z.object({ id: z.guid().transform((id) => id.toLowerCase()) });
/** What the database can be asked for: PostgreSQL refuses text with a NUL, and would take it for a fault of ours. */
export const usableText = (longest: number) =>
  z.string().max(longest).refine(isUsableText, 'no NUL and no half of a surrogate pair');
/** Names a session or a token, whatever they were called before ids were UUIDs. */
export const StoredId = z.object({ id: usableText(100) });
/** A survey's code has no capitals: what was copied from a poster, or typed with an input method on, is folded. */
export const surveyCode = z
  .string()
  .max(200)
  .transform(foldCaseless)
  .pipe(z.string().regex(/^[a-z0-9-]{1,40}$/, 'letters, digits and hyphens, at most 40'));
export const SurveyCode = z.object({ code: surveyCode });
export const DefinitionPath = z.object({
  id: Id,
  version: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number),
});

export const Paging = z.object({
  after: z.string().max(500).optional().describe('`next` of the page before'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50),
});

/** A list: `next` asks for the following page, null on the last. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
export const html = (description: string) => ({
  description,
  content: { 'text/html': { schema: { type: 'string' as const } } },
});
export const jsonRequest = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** What a caller is answered who has that very answer already, by `If-None-Match`. */
export const NOT_MODIFIED = { description: 'As it was: see `ETag` and `If-None-Match`' };

/** What Node itself answers, on every route, before any code of ours runs. */
export const HEADS_TOO_LARGE = { 431: { description: 'Heads of more than 16 KB' } };

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemBody } },
});

/** What any call may answer besides; every one of them is a problem with a stable code. */
export const problems = <S extends number>(...statuses: S[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, problem(STATUS_CODES[status] ?? 'Problem')]),
  ) as Record<S, ReturnType<typeof problem>>;
