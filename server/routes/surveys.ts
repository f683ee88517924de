import { z } from '@hono/zod-openapi';
import { PlannedPoint, PlannedPoints, PointId } from '../../survey-definitions/point.ts';
import { CHANNELS } from '../../survey-definitions/response.ts';
import {
  LONGEST_REASON,
  MOST_PLANNED,
  MOST_POINTS,
  MOST_POPULATION,
  PHASES,
  SAMPLINGS,
  SURVEY_ACCESSES,
} from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { type Change, changeSurvey } from '../evaluations/change-survey.ts';
import { mustBeConsistent } from '../evaluations/consistent-survey.ts';
import { copySurvey } from '../evaluations/copy-survey.ts';
import { createSurvey } from '../evaluations/create-survey.ts';
import { deleteDraft } from '../evaluations/delete-survey.ts';
import { evaluationFor, surveyFor } from '../evaluations/load.ts';
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
import { surveyInFull } from '../scoring/summaries.ts';
import type { Survey } from '../store/surveys.ts';

const planned = z.int().min(0).max(MOST_PLANNED);
const WantedPlan = z.strictObject({
  total: planned.describe('计划发放数'),
  byChannel: z.strictObject({ online: planned.optional(), paper: planned.optional() }).optional(),
});
const population = z.int().min(1).max(MOST_POPULATION);
/** What a survey is asked for with. */
const NewSurvey = z.strictObject({
  questionnaire: WantedDefinition,
  plan: WantedPlan,
  points: PlannedPoints.optional().describe('调查点, each with a link of its own'),
  population: population.optional(),
  sampling: z.enum(SAMPLINGS).optional(),
  phase: z.enum(PHASES),
  access: z.enum(SURVEY_ACCESSES),
  proofOfWork: z.boolean().optional(),
  opensAt: Time.optional(),
  closesAt: Time.optional(),
});
/** How a survey is corrected. */
const Patch = z.strictObject({
  questionnaire: WantedDefinition.optional(),
  phase: z.enum(PHASES).optional(),
  proofOfWork: z.boolean().optional(),
  access: z.enum(SURVEY_ACCESSES).optional(),
  opensAt: Time.nullable().optional(),
  closesAt: Time.nullable().optional(),
  plan: WantedPlan.optional(),
  points: z
    .array(
      PlannedPoint.extend({
        plan: planned.nullable().optional(),
        closed: z.boolean().optional().describe('Left out: as it was'),
      }),
    )
    .max(MOST_POINTS)
    .optional()
    .describe('The whole list; one left out goes, or is closed where responses came from it'),
  handedOut: z
    .array(
      z.strictObject({
        channel: z.enum(CHANNELS),
        point: PointId.nullable().optional(),
        n: planned.nullable().describe('null takes the entry back'),
      }),
    )
    .max(CHANNELS.length * (MOST_POINTS + 1))
    .optional()
    .describe('实际发放数; entries that are not named stay'),
  population: population.nullable().optional(),
  sampling: z.enum(SAMPLINGS).nullable().optional(),
  reason: filledText(LONGEST_REASON).optional(),
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
const change = route({
  method: 'patch',
  path: '/api/surveys/{code}',
  access: 'surveys.write',
  operationId: 'changeSurvey',
  summary: 'Correct a survey, within what its state leaves open; once opened, with a reason',
  request: { params: SurveyCode, body: jsonRequest(Patch) },
  responses: {
    200: json(SurveySchema, 'As it is now'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const remove = route({
  method: 'delete',
  path: '/api/surveys/{code}',
  access: 'surveys.write',
  operationId: 'deleteSurvey',
  summary: 'Delete a draft with its points, plans and access codes',
  request: { params: SurveyCode },
  responses: {
    200: json(z.object({ accessCodes: z.int() }), 'How many access codes went with it'),
    ...problems(401, 403, 404, 409),
  },
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
      const survey = await surveyFor(store.read, c.get('actor'), 'surveys.read', code);
      const to = presentedTo(c, deps);
      return c.json(presentSurvey(await surveyInFull(store.read, survey, to.now), to), 200);
    })
    .openapi(change, async (c) => {
      const { code } = c.req.valid('param');
      const patch = c.req.valid('json');
      const actor = c.get('actor');
      const { survey } = await audited(
        deps,
        actor,
        ({ survey, change }: { survey: Survey; change: Change | undefined }) =>
          change && {
            action: 'survey.change',
            evaluationId: survey.evaluationId,
            subject: code,
            detail: { before: change.before, after: change.after, reason: change.reason },
          },
        async (trx) => {
          const before = await surveyFor(trx, actor, 'surveys.write', code);
          return changeSurvey(trx, before, patch, actor, deps.now());
        },
      );
      const to = presentedTo(c, deps);
      return c.json(presentSurvey(await surveyInFull(store.read, survey, to.now), to), 200);
    })
    .openapi(remove, async (c) => {
      const { code } = c.req.valid('param');
      const actor = c.get('actor');
      const { accessCodes } = await audited(
        deps,
        actor,
        ({ survey, accessCodes }: { survey: Survey; accessCodes: number }) => ({
          action: 'survey.delete',
          evaluationId: survey.evaluationId,
          subject: code,
          detail: { questionnaire: survey.questionnaire, plan: survey.plan, accessCodes },
        }),
        async (trx) => deleteDraft(trx, await surveyFor(trx, actor, 'surveys.write', code)),
      );
      return c.json({ accessCodes }, 200);
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
          return copySurvey(trx, source, source.evaluationId, actor, deps.now());
        },
      );
      const url = surveyUrl(presentedTo(c, deps), copied.code);
      return c.json({ code: copied.code, url }, 201);
    });
}
