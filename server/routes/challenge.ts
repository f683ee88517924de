import { createRoute, z } from '@hono/zod-openapi';
import { foundSurvey } from '../evaluations/load.ts';
import { newChallenge } from '../fieldwork/proof-of-work.ts';
import type { RespondentDeps } from '../fieldwork/protection.ts';
import { newRouter } from '../http/router.ts';
import { json, otherwise, SurveyCode } from '../http/shapes.ts';
import { Problem } from '../problem.ts';

const Challenge = z
  .object({
    parameters: z.record(z.string(), z.unknown()),
    signature: z.string().optional(),
  })
  .openapi('Challenge');

const show = createRoute({
  method: 'get',
  path: '/api/surveys/{code}/challenge',
  security: [],
  summary: 'An ALTCHA challenge whose solution is good for one response id, for twenty minutes',
  request: {
    params: SurveyCode,
    query: z.object({ id: z.guid().describe('The response’s id') }),
  },
  responses: { 200: json(Challenge, 'The challenge'), ...otherwise(404, 409, 422) },
});

export function challengeRoutes({ store, now, protection }: RespondentDeps) {
  return newRouter().openapi(show, async (c) => {
    const survey = await foundSurvey(store.read, c.req.valid('param').code);
    if (!survey.proofOfWork) throw new Problem('proof-not-used');
    const id = c.req.valid('query').id.toLowerCase();
    const { parameters, signature } = await newChallenge(protection.sign, survey.code, id, now());
    c.header('Cache-Control', 'no-store');
    return c.json({ parameters: { ...parameters }, signature }, 200);
  });
}
