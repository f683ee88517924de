import { z } from '@hono/zod-openapi';
import { MOST_CODES_AT_ONCE } from '../../survey-definitions/survey.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { surveyFor } from '../evaluations/load.ts';
import { issueAccessCodes, mustUseCodes } from '../fieldwork/issue-access-codes.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems, SurveyCode } from '../http/schemas.ts';
import { surveyUrl } from '../presenters/survey.ts';
import { countAccessCodes } from '../store/access-codes.ts';

const issue = route({
  method: 'post',
  path: '/api/surveys/{code}/access-codes',
  access: 'access-codes.issue',
  operationId: 'issueAccessCodes',
  summary: 'Issue single-use codes, shown this once; only their hashes are kept',
  request: {
    params: SurveyCode,
    body: jsonRequest(z.strictObject({ count: z.int().min(1).max(MOST_CODES_AT_ONCE) })),
  },
  responses: {
    201: json(
      z.object({ codes: z.array(z.object({ code: z.string(), url: z.string() })) }),
      'The codes, each with the link that carries it',
    ),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const count = route({
  method: 'get',
  path: '/api/surveys/{code}/access-codes',
  access: 'access-codes.read',
  operationId: 'countAccessCodes',
  summary: 'How many codes were issued and how many are spent; never which',
  request: { params: SurveyCode },
  responses: {
    200: json(z.object({ issued: z.int(), spent: z.int() }), 'The numbers'),
    ...problems(401, 403, 404, 409),
  },
});

export function accessCodeRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(issue, async (c) => {
      const { code } = c.req.valid('param');
      const actor = c.get('actor');
      const { codes } = await audited(
        deps,
        actor,
        ({ evaluationId, codes: issued }: { evaluationId: string; codes: string[] }) => ({
          action: 'access-codes.issue',
          evaluationId,
          subject: code,
          // How many, never which.
          detail: { count: issued.length },
        }),
        async (trx) => {
          const survey = await surveyFor(trx, actor, 'access-codes.issue', code);
          const issued = await issueAccessCodes(trx, survey, c.req.valid('json').count);
          return { evaluationId: survey.evaluationId, codes: issued };
        },
      );
      const url = surveyUrl(presentedTo(c, deps), code);
      return c.json({ codes: codes.map((each) => ({ code: each, url: `${url}?k=${each}` })) }, 201);
    })
    .openapi(count, async (c) => {
      const { code } = c.req.valid('param');
      const survey = await surveyFor(store.read, c.get('actor'), 'access-codes.read', code);
      mustUseCodes(survey);
      const { issued, spent } = await countAccessCodes(store.read, code);
      return c.json({ issued, spent }, 200);
    });
}
