import { z } from '@hono/zod-openapi';
import { publicSurvey } from '../evaluations/load.ts';
import { newChallenge } from '../fieldwork/proof-of-work.ts';
import type { RespondentDeps } from '../fieldwork/protection.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, problems, SurveyCode } from '../http/schemas.ts';
import { Problem } from '../problem.ts';

const Challenge = z
  .object({
    parameters: z.record(z.string(), z.unknown()),
    signature: z.string().optional(),
  })
  .openapi('Challenge');

const show = route({
  method: 'get',
  path: '/api/surveys/{code}/challenge',
  access: 'public',
  operationId: 'getChallenge',
  summary: 'An ALTCHA challenge whose solution is good for one response id, for twenty minutes',
  request: {
    params: SurveyCode,
    query: z.object({ id: z.guid().describe('The response’s id') }),
  },
  responses: { 200: json(Challenge, 'The challenge'), ...problems(404, 409, 422) },
});

export function challengeRoutes({ store, now, protection }: RespondentDeps) {
  return newRouter().openapi(show, async (c) => {
    const survey = await publicSurvey(store.read, c.req.valid('param').code);
    if (!survey.proofOfWork) throw new Problem('proof-not-used');
    const id = c.req.valid('query').id.toLowerCase();
    const { parameters, signature } = await newChallenge(protection.sign, survey.code, id, now());
    c.header('Cache-Control', 'no-store');
    // What ALTCHA signed has to arrive as it is.
    return c.json({ parameters: { ...parameters }, signature }, 200);
  });
}
