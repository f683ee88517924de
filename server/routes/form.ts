import { createRoute, z } from '@hono/zod-openapi';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import type { Deps } from '../context.ts';
import { foundEvaluation, foundSurvey, questionnaireOf } from '../evaluations/load.ts';
import { respondentState } from '../evaluations/survey-state.ts';
import { languageNamed, languageOf } from '../http/language.ts';
import { newRouter } from '../http/router.ts';
import { json, otherwise, SurveyCode } from '../http/shapes.ts';
import { placeholdersOf } from '../presenters/evaluation.ts';
import { FormShown } from '../presenters/form.ts';

const show = createRoute({
  method: 'get',
  path: '/api/surveys/{code}/form',
  security: [],
  summary: 'The questionnaire of a survey in one language, placeholders filled in',
  request: {
    params: SurveyCode,
    query: z.object({ lang: z.string().max(35).optional() }),
  },
  responses: { 200: json(FormShown, 'The form'), ...otherwise(404) },
});

export function formRoutes({ store, now }: Deps) {
  return newRouter().openapi(show, async (c) => {
    const survey = await foundSurvey(store.read, c.req.valid('param').code);
    const language = languageNamed(c.req.valid('query').lang) ?? languageOf(c);
    const evaluation = await foundEvaluation(store.read, survey.evaluationId);
    const questionnaire = await questionnaireOf(store.read, survey);
    const form = fillQuestionnaire(questionnaire, placeholdersOf(evaluation), language);
    c.header('Cache-Control', 'no-store');
    return c.json(
      {
        code: survey.code,
        state: respondentState(survey, now()),
        access: survey.access,
        proofOfWork: survey.proofOfWork,
        questionnaire: form,
      },
      200,
    );
  });
}
