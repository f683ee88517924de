import { z } from '@hono/zod-openapi';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import { PointId } from '../../survey-definitions/point.ts';
import { CHANNELS } from '../../survey-definitions/response.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { mustBeDerivable } from '../evaluations/derivable.ts';
import { surveyFor } from '../evaluations/load.ts';
import { mustHaveAnswers } from '../evaluations/retention.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, listOf, Paging, problems, SurveyCode } from '../http/schemas.ts';
import { presentTextAnswer, TextAnswerSchema } from '../presenters/text-answer.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import { listTextAnswers } from '../store/text-answers.ts';

const list = route({
  method: 'get',
  path: '/api/surveys/{code}/texts',
  access: 'responses.read',
  operationId: 'listTexts',
  summary:
    'Open answers to one text item, word for word, the newest first; reading them is audited',
  request: {
    params: SurveyCode,
    query: Paging.extend({
      item: z.string().min(1).max(40).describe('A text item'),
      channel: z.enum([...CHANNELS, '']).optional(),
      point: PointId.optional().describe('Only responses of a collection point'),
    }),
  },
  responses: {
    200: json(listOf(TextAnswerSchema), 'A page'),
    ...problems(401, 403, 404, 409, 422),
  },
});

export function textRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter().openapi(list, async (c) => {
    const { code } = c.req.valid('param');
    const { item, channel: wanted, point, after, limit } = c.req.valid('query');
    const channel = wanted || undefined;
    const actor = c.get('actor');
    const survey = await surveyFor(store.read, actor, 'responses.read', code);
    mustHaveAnswers(survey);
    mustBeDerivable(survey, [channel, point]);
    const questionnaire = await questionnaireOf(store.read, survey);
    const isText = itemsOf(questionnaire).some(({ id, type }) => id === item && type === 'text');
    const { items, next } = isText
      ? await listTextAnswers(store.read, code, questionnaire, {
          item,
          channel,
          point,
          after,
          limit,
        })
      : { items: [], next: null };
    await audited(
      deps,
      actor,
      {
        action: 'texts.read',
        evaluationId: survey.evaluationId,
        subject: survey.code,
        detail: { item, channel, point, rows: items.length },
      },
      async () => undefined,
    );
    return c.json({ items: items.map(presentTextAnswer), next }, 200);
  });
}
