import type { Deps } from '../context.ts';
import { surveyFor } from '../evaluations/load.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, listOf, problems, SurveyCode } from '../http/schemas.ts';
import { PlanVersionSchema, presentPlanVersion } from '../presenters/plan-version.ts';
import { readPlanVersions } from '../store/plan-versions.ts';

const list = route({
  method: 'get',
  path: '/api/surveys/{code}/plan-versions',
  access: 'surveys.read',
  operationId: 'listPlanVersions',
  summary: "Every version of a survey's plan and points, the newest last",
  request: { params: SurveyCode },
  responses: {
    200: json(listOf(PlanVersionSchema), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export function planVersionRoutes({ store }: Deps) {
  return newRouter().openapi(list, async (c) => {
    const { code } = c.req.valid('param');
    const survey = await surveyFor(store.read, c.get('actor'), 'surveys.read', code);
    const versions = await readPlanVersions(store.read, survey.code);
    return c.json({ items: versions.map(presentPlanVersion), next: null }, 200);
  });
}
