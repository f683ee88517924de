import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { PlannedPoints } from '../../survey-definitions/point.ts';
import {
  MOST_PLANNED,
  MOST_POPULATION,
  PHASES,
  SAMPLINGS,
  type StoredState,
  SURVEY_ACCESSES,
} from '../../survey-definitions/survey.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { createSurvey, mustBeConsistent } from '../evaluations/create-survey.ts';
import { evaluationFor, evaluationOf, surveyFor } from '../evaluations/load.ts';
import { forgetWhenCodesWereSpent, type Moved, moveSurvey } from '../evaluations/move-survey.ts';
import type { AppEnv } from '../http/env.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import {
  EvaluationId,
  json,
  jsonRequest,
  problems,
  SurveyCode,
  Time,
  WantedDefinition,
} from '../http/schemas.ts';
import { NewSurveySchema, presentSurvey, SurveySchema, surveyUrl } from '../presenters/survey.ts';
import { summarizeSurvey } from '../scoring/summaries.ts';
import type { Survey } from '../store/surveys.ts';

const planned = z.int().min(0).max(MOST_PLANNED);
/** What a survey is asked for with. */
const NewSurvey = z.strictObject({
  questionnaire: WantedDefinition,
  plan: z.strictObject({
    total: planned.describe('计划发放数'),
    byChannel: z.strictObject({ online: planned.optional(), paper: planned.optional() }).optional(),
  }),
  points: PlannedPoints.optional().describe('调查点, each with a link of its own'),
  population: z.int().min(1).max(MOST_POPULATION).optional(),
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
    ...problems(401, 403, 404, 413, 415, 422),
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
const moved = { 200: json(SurveySchema, 'As it is now'), ...problems(401, 403, 404, 409, 415) };
const open = route({
  method: 'post',
  path: '/api/surveys/{code}/open',
  access: 'surveys.write',
  operationId: 'openSurvey',
  summary: 'Open a survey; from then on its questionnaire is fixed',
  request: { params: SurveyCode },
  responses: moved,
});
const close = route({
  method: 'post',
  path: '/api/surveys/{code}/close',
  access: 'surveys.write',
  operationId: 'closeSurvey',
  summary: 'Close a survey',
  request: { params: SurveyCode },
  responses: moved,
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
      const survey = await surveyFor(store.read, c.get('actor'), 'surveys.read', code);
      return c.json(await presentedSurvey(c, survey), 200);
    })
    .openapi(open, async (c) => {
      return c.json(
        await presentedSurvey(c, await move(c, c.req.valid('param').code, 'open')),
        200,
      );
    })
    .openapi(close, async (c) => {
      return c.json(
        await presentedSurvey(c, await move(c, c.req.valid('param').code, 'closed')),
        200,
      );
    });

  async function move(c: Context<AppEnv>, code: string, to: Exclude<StoredState, 'draft'>) {
    const actor = c.get('actor');
    const moved = await audited(
      deps,
      actor,
      ({ survey, changed, begunToFeed }: Moved) =>
        changed
          ? {
              action: to === 'open' ? 'survey.open' : 'survey.close',
              evaluationId: survey.evaluationId,
              subject: code,
              ...(begunToFeed && { detail: { feeds: survey.respondentGroup } }),
            }
          : undefined,
      async (trx) =>
        moveSurvey(trx, await surveyFor(trx, actor, 'surveys.write', code), to, deps.now()),
    );
    // As often as it is asked for: a server that was stopped meanwhile has not finished.
    if (to === 'closed') await forgetWhenCodesWereSpent(store.write, moved.survey);
    return moved.survey;
  }

  async function presentedSurvey(c: Context<AppEnv>, survey: Survey) {
    const evaluation = await evaluationOf(store.read, survey);
    const summaryOf = await summarizeSurvey(store.read, evaluation, survey);
    return presentSurvey(summaryOf, evaluation, presentedTo(c, deps));
  }
}
