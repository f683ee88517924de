import type { Deps } from '../context.ts';
import { surveyFor } from '../evaluations/load.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, problems, SurveyCode } from '../http/schemas.ts';
import { ProgressSchema, presentProgress } from '../presenters/progress.ts';
import { readProgress } from '../store/counts.ts';

const show = route({
  method: 'get',
  path: '/api/surveys/{code}/progress',
  access: 'progress.read',
  operationId: 'getProgress',
  summary: 'How the fieldwork goes, by channel and by day',
  request: { params: SurveyCode },
  responses: { 200: json(ProgressSchema, 'The progress'), ...problems(401, 403, 404) },
});

export function progressRoutes({ store }: Deps) {
  return newRouter().openapi(show, async (c) => {
    const { code } = c.req.valid('param');
    const survey = await surveyFor(store.read, c.get('actor'), 'progress.read', code);
    return c.json(presentProgress(survey, await readProgress(store.read, code)), 200);
  });
}
