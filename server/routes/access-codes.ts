import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { MOST_CODES_AT_ONCE } from '../../survey-definitions/survey.ts';
import { audited } from '../accounts/audited.ts';
import type { AppEnv, Deps } from '../context.ts';
import { foundSurvey } from '../evaluations/load.ts';
import { accessCodeHash, newAccessCode } from '../fieldwork/access-code.ts';
import { requireRole } from '../http/guard.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, otherwise, SurveyCode } from '../http/shapes.ts';
import { surveyUrl } from '../presenters/evaluation.ts';
import { Problem } from '../problem.ts';
import { countAccessCodes, insertAccessCodes } from '../store/access-codes.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

const issue = createRoute({
  method: 'post',
  path: '/api/surveys/{code}/access-codes',
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
    ...otherwise(401, 403, 404, 409, 415, 422),
  },
});
const count = createRoute({
  method: 'get',
  path: '/api/surveys/{code}/access-codes',
  summary: 'How many codes were issued and how many are spent; never which',
  request: { params: SurveyCode },
  responses: {
    200: json(z.object({ issued: z.int(), spent: z.int() }), 'The numbers'),
    ...otherwise(401, 404, 409),
  },
});

export function accessCodeRoutes(deps: Deps) {
  return newRouter()
    .openapi(issue, async (c) => {
      requireRole(c.get('actor'), 'admin', 'evaluator');
      const { code: survey } = c.req.valid('param');
      const codes = Array.from({ length: c.req.valid('json').count }, newAccessCode);
      await audited(
        deps,
        c,
        ({ evaluationId }: Survey) => ({
          action: 'access-codes.issue',
          evaluationId,
          subject: survey,
          // How many, never which.
          detail: { count: codes.length },
        }),
        async (trx) => {
          const found = await foundWithCodes(trx, survey);
          await insertAccessCodes(
            trx,
            survey,
            codes.map((code) => accessCodeHash(survey, code)),
          );
          return found;
        },
      );
      return c.json({ codes: codes.map((code) => ({ code, url: linkOf(c, survey, code) })) }, 201);
    })
    .openapi(count, async (c) => {
      const survey = await foundWithCodes(deps.store.read, c.req.valid('param').code);
      return c.json(await countAccessCodes(deps.store.read, survey.code), 200);
    });

  function linkOf(c: Context<AppEnv>, survey: string, code: string): string {
    return `${surveyUrl(c, deps, survey)}?k=${code}`;
  }
}

async function foundWithCodes(db: Db, code: string): Promise<Survey> {
  const survey = await foundSurvey(db, code);
  if (survey.access !== 'code') throw new Problem('access-codes-not-used');
  return survey;
}
