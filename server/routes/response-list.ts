import { z } from '@hono/zod-openapi';
import { PointId } from '../../survey-definitions/point.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { mustBeDerivable } from '../evaluations/derivable.ts';
import { mustHavePoint } from '../evaluations/known-point.ts';
import { surveyFor } from '../evaluations/load.ts';
import { mustHaveAnswers } from '../evaluations/retention.ts';
import { listMatching } from '../fieldwork/matching-responses.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, listOf, Paging, problems, SurveyCode } from '../http/schemas.ts';
import { presentResponse, ResponseSchema } from '../presenters/response.ts';
import { Channel, Disposition } from '../presenters/schemas.ts';

const Filter = Paging.extend({
  channel: Channel.optional(),
  point: PointId.optional(),
  disposition: Disposition.optional(),
  flagged: z
    .enum(['0', '1', 'true', 'false'])
    .transform((value) => value === '1' || value === 'true')
    .optional(),
  item: z.string().max(40).optional().describe('Only responses that answer this item'),
  option: z.string().max(40).optional().describe('… with this option'),
});

const list = route({
  method: 'get',
  path: '/api/surveys/{code}/responses',
  access: 'responses.read',
  operationId: 'listResponses',
  summary: 'Responses in the order they came in; reading them is audited',
  request: { params: SurveyCode, query: Filter },
  responses: { 200: json(listOf(ResponseSchema), 'A page'), ...problems(401, 403, 404, 409, 422) },
});

export function responseListRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter().openapi(list, async (c) => {
    const { code } = c.req.valid('param');
    const actor = c.get('actor');
    const survey = await surveyFor(store.read, actor, 'responses.read', code);
    mustHaveAnswers(survey);
    const filter = c.req.valid('query');
    const { channel, point, disposition, flagged, item, option } = filter;
    // Who answered what is a count that was published; who did so by which channel is not.
    if (item !== undefined) mustBeDerivable(survey, [channel, point, flagged]);
    await mustHavePoint(store.read, survey, point);
    const { items, next } = await listMatching(store.read, survey, filter);
    await audited(
      deps,
      actor,
      {
        action: 'responses.read',
        evaluationId: survey.evaluationId,
        subject: survey.code,
        detail: { channel, point, disposition, flagged, item, option, rows: items.length },
      },
      async () => undefined,
    );
    return c.json({ items: items.map(presentResponse), next }, 200);
  });
}
