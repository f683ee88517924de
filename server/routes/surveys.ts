import { z } from '@hono/zod-openapi';
import { PlannedPoints } from '../../survey-definitions/point.ts';
import { PHASES, SAMPLINGS, SURVEY_ACCESSES } from '../../survey-definitions/survey.ts';
import { standingIn } from '../accounts/access.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { mustBeConsistent } from '../evaluations/consistent-survey.ts';
import { copySurvey } from '../evaluations/copy-survey.ts';
import { createSurvey } from '../evaluations/create-survey.ts';
import { evaluationFor, surveyFor } from '../evaluations/load.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import {
  EvaluationId,
  json,
  jsonRequest,
  Population,
  problems,
  SurveyCode,
  Time,
  WantedDefinition,
  WantedPlan,
} from '../http/schemas.ts';
import { NewSurveySchema, presentSurvey, SurveySchema, surveyUrl } from '../presenters/survey.ts';
import { surveyInFull } from '../scoring/summaries.ts';
import type { Survey } from '../store/surveys.ts';

/** What a survey is asked for with. */
const NewSurvey = z.strictObject({
  questionnaire: WantedDefinition,
  plan: WantedPlan,
  points: PlannedPoints.optional().describe('调查点, each with a link of its own'),
  population: Population.optional(),
  sampling: z.enum(SAMPLINGS).optional(),
  phase: z.enum(PHASES),
  access: z.enum(SURVEY_ACCESSES),
  proofOfWork: z.boolean().optional(),
  opensAt: Time.optional(),
  closesAt: Time.optional(),
});
const create = route({
  method: 'post',
  path: '/api/evaluations/{id}/surveys',
  access: 'surveys.write',
  operationId: 'createSurvey',
  summary: 'Put a questionnaire version before its respondent group; it begins as a draft',
  request: { params: EvaluationId, body: jsonRequest(NewSurvey) },
  responses: {
    201: json(NewSurveySchema, 'The survey'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const show = route({
  method: 'get',
  path: '/api/surveys/{code}',
  access: 'surveys.read',
  operationId: 'getSurvey',
  summary: 'One survey and the evaluation it belongs to',
  request: { params: SurveyCode },
  responses: { 200: json(SurveySchema, 'The survey'), ...problems(401, 403, 404) },
});
const copy = route({
  method: 'post',
  path: '/api/surveys/{code}/copy',
  access: 'surveys.write',
  operationId: 'copySurvey',
  summary: 'A new draft with the same questionnaire, plan and points; no times, codes or responses',
  request: { params: SurveyCode, body: jsonRequest(z.strictObject({})) },
  responses: {
    201: json(NewSurveySchema, 'The draft'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});

export function surveyRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(create, async (c) => {
      const { id } = c.req.valid('param');
      const wanted = c.req.valid('json');
      const actor = c.get('actor');
      mustBeConsistent(wanted);
      const survey = await audited(
        deps,
        actor,
        ({ code, opensAt, closesAt }: Survey) => ({
          action: 'survey.create',
          evaluationId: id,
          subject: code,
          detail: { ...wanted, ...(opensAt && { opensAt }), ...(closesAt && { closesAt }) },
        }),
        async (trx) => {
          const evaluation = await evaluationFor(trx, actor, 'surveys.write', id);
          return createSurvey(trx, evaluation.id, wanted, actor.name, deps.now());
        },
      );
      const { code } = survey;
      return c.json({ code, url: surveyUrl(presentedTo(c, deps), code) }, 201);
    })
    .openapi(show, async (c) => {
      const { code } = c.req.valid('param');
      const actor = c.get('actor');
      const survey = await surveyFor(store.read, actor, 'surveys.read', code);
      const standing = await standingIn(store.read, actor, survey.evaluationId);
      const seesResults = standing?.permissions.includes('results.read') === true;
      const to = presentedTo(c, deps);
      return c.json(
        presentSurvey(await surveyInFull(store.read, survey, to.now), to, seesResults),
        200,
      );
    })
    .openapi(copy, async (c) => {
      const { code } = c.req.valid('param');
      const actor = c.get('actor');
      const copied = await audited(
        deps,
        actor,
        ({ code: to, evaluationId }: Survey) => ({
          action: 'survey.copy',
          evaluationId,
          subject: to,
          detail: { from: code },
        }),
        async (trx) => {
          const source = await surveyFor(trx, actor, 'surveys.write', code);
          return copySurvey(trx, source, source.evaluationId, actor.name, deps.now());
        },
      );
      const url = surveyUrl(presentedTo(c, deps), copied.code);
      return c.json({ code: copied.code, url }, 201);
    });
}
