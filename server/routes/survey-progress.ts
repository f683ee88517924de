import type { Deps } from '../context.ts';
import { surveyFor } from '../evaluations/load.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, problems, SurveyCode } from '../http/schemas.ts';
import { readProgressNow } from '../live/read-progress.ts';
import { ProgressSchema, presentProgress } from '../presenters/progress.ts';

const show = route({
  method: 'get',
  path: '/api/surveys/{code}/progress',
  access: 'progress.read',
  operationId: 'getProgress',
  summary: 'How the fieldwork goes, by channel, by collection point, by day and by hour',
  request: { params: SurveyCode },
  responses: { 200: json(ProgressSchema, 'The progress'), ...problems(401, 403, 404) },
});

export function progressRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter().openapi(show, async (c) => {
    const { code } = c.req.valid('param');
    const survey = await surveyFor(store.read, c.get('actor'), 'progress.read', code);
    const to = presentedTo(c, deps);
    const progress = await readProgressNow(store.read, survey, to.now);
    return c.json(presentProgress(progress, to), 200);
  });
}
