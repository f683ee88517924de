import type { Deps } from '../context.ts';
import { surveyFor } from '../evaluations/load.ts';
import { languageOf } from '../http/language.ts';
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

export function progressRoutes({ store, now }: Deps) {
  return newRouter().openapi(show, async (c) => {
    const { code } = c.req.valid('param');
    const survey = await surveyFor(store.read, c.get('actor'), 'progress.read', code);
    const progress = await readProgressNow(store.read, survey, now());
    return c.json(presentProgress(progress, languageOf(c)), 200);
  });
}
