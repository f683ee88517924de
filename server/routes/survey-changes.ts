import { z } from '@hono/zod-openapi';
import { PlannedPoint, PointId } from '../../survey-definitions/point.ts';
import { CHANNELS } from '../../survey-definitions/response.ts';
import {
  LONGEST_REASON,
  MOST_POINTS,
  PHASES,
  SAMPLINGS,
  SURVEY_ACCESSES,
} from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { changeSurvey } from '../evaluations/change-survey.ts';
import { deleteDraft } from '../evaluations/delete-survey.ts';
import { surveyFor } from '../evaluations/load.ts';
import type { Change } from '../evaluations/may-change.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import {
  json,
  jsonRequest,
  Planned,
  Population,
  problems,
  SurveyCode,
  Time,
  WantedDefinition,
  WantedPlan,
} from '../http/schemas.ts';
import { presentSurvey, SurveySchema } from '../presenters/survey.ts';
import { surveyInFull } from '../scoring/summaries.ts';
import type { Survey } from '../store/surveys.ts';

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
        plan: Planned.nullable().optional(),
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
        n: Planned.nullable().describe('null takes the entry back'),
      }),
    )
    .max(CHANNELS.length * (MOST_POINTS + 1))
    .optional()
    .describe('实际发放数; entries that are not named stay'),
  population: Population.nullable().optional(),
  sampling: z.enum(SAMPLINGS).nullable().optional(),
  reason: filledText(LONGEST_REASON).optional(),
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
/** Whoever changes a survey sees what its answers say. */
const SEES_RESULTS = true;

export function surveyChangeRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
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
      return c.json(
        presentSurvey(await surveyInFull(store.read, survey, to.now), to, SEES_RESULTS),
        200,
      );
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
    });
}
