import { z } from '@hono/zod-openapi';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import { PointId } from '../../survey-definitions/point.ts';
import { CHANNELS } from '../../survey-definitions/response.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { mustBeDerivable } from '../evaluations/derivable.ts';
import { mustHavePoint } from '../evaluations/known-point.ts';
import { surveyFor } from '../evaluations/load.ts';
import { mustHaveAnswers } from '../evaluations/retention.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, listOf, Paging, problems, SurveyCode, usableText } from '../http/schemas.ts';
import { presentTextAnswer, TextAnswerSchema } from '../presenters/text-answer.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import { totalOfTexts } from '../store/response-totals.ts';
import { listTextAnswers } from '../store/text-answers.ts';

const list = route({
  method: 'get',
  path: '/api/surveys/{code}/texts',
  access: 'responses.read',
  operationId: 'listTexts',
  summary: 'Open answers to text items, word for word, the newest first; reading them is audited',
  request: {
    params: SurveyCode,
    query: Paging.extend({
      item: z.string().min(1).max(40).optional().describe('A text item; all of them if left out'),
      q: usableText(100).optional().describe('Only texts with this in them, however it is typed'),
      channel: z.enum([...CHANNELS, '']).optional(),
      point: PointId.optional().describe('Only responses of a collection point'),
    }),
  },
  responses: {
    200: json(
      listOf(TextAnswerSchema).extend({
        total: z.int().nullable().describe('null for a search that goes over several pages'),
      }),
      'A page',
    ),
    ...problems(401, 403, 404, 409, 422),
  },
});

export function textRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter().openapi(list, async (c) => {
    const { code } = c.req.valid('param');
    const { item, q, channel: wanted, point, after, limit } = c.req.valid('query');
    const channel = wanted || undefined;
    const actor = c.get('actor');
    const survey = await surveyFor(store.read, actor, 'responses.read', code);
    mustHaveAnswers(survey);
    mustBeDerivable(survey, [channel, point]);
    await mustHavePoint(store.read, survey, point);
    const questionnaire = await questionnaireOf(store.read, survey);
    const texts = itemsOf(questionnaire)
      .filter(({ id, type }) => type === 'text' && (item === undefined || id === item))
      .map(({ id }) => id);
    const { items, next } = await listTextAnswers(store.read, code, questionnaire, {
      items: texts,
      q,
      channel,
      point,
      after,
      limit,
    });
    const isWhole = after === undefined && next === null;
    const total = isWhole
      ? items.length
      : q === undefined
        ? await totalOfTexts(store.read, code, texts, { channel, point })
        : null;
    await audited(
      deps,
      actor,
      {
        action: 'texts.read',
        evaluationId: survey.evaluationId,
        subject: survey.code,
        // What was looked for may be a name that somebody wrote.
        detail: {
          item,
          searched: q === undefined ? undefined : true,
          channel,
          point,
          rows: items.length,
        },
      },
      async () => undefined,
    );
    return c.json({ items: items.map(presentTextAnswer), next, total }, 200);
  });
}
