import { z } from '@hono/zod-openapi';
import { fillQuestionnaire } from '../../survey-definitions/form.ts';
import type { Deps } from '../context.ts';
import { evaluationOf, publicSurvey } from '../evaluations/load.ts';
import { placeholdersOf } from '../evaluations/placeholders.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import { readFullOptions } from '../fieldwork/full-quotas.ts';
import { languageNamed, languageOf } from '../http/language.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, problems, SurveyCode } from '../http/schemas.ts';
import { FormSchema, presentForm } from '../presenters/form.ts';
import { questionnaireOf } from '../store/questionnaires.ts';

const show = route({
  method: 'get',
  path: '/api/surveys/{code}/form',
  access: 'public',
  operationId: 'getForm',
  summary: 'The questionnaire of a survey in one language, placeholders filled in',
  request: {
    params: SurveyCode,
    query: z.object({ lang: z.string().max(35).optional() }),
  },
  responses: { 200: json(FormSchema, 'The form'), ...problems(404, 422) },
});

export function formRoutes({ store, now }: Deps) {
  return newRouter().openapi(show, async (c) => {
    const survey = await publicSurvey(store.read, c.req.valid('param').code);
    const language = languageNamed(c.req.valid('query').lang) ?? languageOf(c);
    const evaluation = await evaluationOf(store.read, survey);
    const questionnaire = await questionnaireOf(store.read, survey);
    const full = await readFullOptions(store.read, survey);
    const form = fillQuestionnaire(questionnaire, placeholdersOf(evaluation), language, full);
    c.header('Cache-Control', 'no-store');
    return c.json(presentForm(survey, surveyState(survey, now()), form, evaluation), 200);
  });
}
