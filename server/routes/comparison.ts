import { z } from '@hono/zod-openapi';
import { standingIn } from '../accounts/access.ts';
import type { Deps } from '../context.ts';
import { evaluationOf, surveyFor } from '../evaluations/load.ts';
import { languageOf } from '../http/language.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, problems, SurveyCode } from '../http/schemas.ts';
import { ComparisonSchema, presentComparison } from '../presenters/comparison.ts';
import { compareSurvey } from '../scoring/compared.ts';

const show = route({
  method: 'get',
  path: '/api/surveys/{code}/comparison',
  access: 'results.read',
  operationId: 'getComparison',
  summary: 'The results of parts of the responses beside one another, and what each would score',
  request: {
    params: SurveyCode,
    query: z.object({
      rows: z
        .enum(['1'])
        .optional()
        .describe('Also without flagged responses and by time: read from the responses one by one'),
    }),
  },
  responses: {
    200: json(ComparisonSchema, 'The splits, item non-response and flags'),
    ...problems(401, 403, 404, 409, 422),
  },
});

export function comparisonRoutes(deps: Deps) {
  const { read } = deps.store;
  return newRouter().openapi(show, async (c) => {
    const { code } = c.req.valid('param');
    const fromRows = c.req.valid('query').rows === '1';
    const actor = c.get('actor');
    const survey = await surveyFor(read, actor, 'results.read', code);
    const evaluation = await evaluationOf(read, survey);
    const standing = await standingIn(read, actor, evaluation.id);
    const withScores = standing?.permissions.includes('scoring.read') ?? false;
    const compared = await compareSurvey(read, survey, evaluation, { fromRows, withScores });
    return c.json(
      presentComparison({ survey, evaluation, fromRows }, compared, languageOf(c)),
      200,
    );
  });
}
