import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { LONGEST_REASON, type StoredState } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { surveyFor } from '../evaluations/load.ts';
import {
  forgetWhenCodesWereSpent,
  type Moved,
  moveSurvey,
  reopenSurvey,
} from '../evaluations/move-survey.ts';
import type { AppEnv } from '../http/env.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems, SurveyCode, Time } from '../http/schemas.ts';
import { presentSurvey, SurveySchema } from '../presenters/survey.ts';
import { surveyInFull } from '../scoring/summaries.ts';
import type { Survey } from '../store/surveys.ts';

const moved = { 200: json(SurveySchema, 'As it is now'), ...problems(401, 403, 404, 409, 415) };
const open = route({
  method: 'post',
  path: '/api/surveys/{code}/open',
  access: 'surveys.write',
  operationId: 'openSurvey',
  summary: 'Open a draft; from then on its questionnaire, phase and access are fixed',
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
const reopen = route({
  method: 'post',
  path: '/api/surveys/{code}/reopen',
  access: 'surveys.write',
  operationId: 'reopenSurvey',
  summary: 'Open a closed survey again, and say why',
  request: {
    params: SurveyCode,
    body: jsonRequest(
      z.strictObject({
        reason: filledText(LONGEST_REASON),
        closesAt: Time.nullable().optional().describe('Needed where its end is past; null: no end'),
      }),
    ),
  },
  responses: { 200: moved[200], ...problems(401, 403, 404, 409, 413, 415, 422) },
});

/** Whoever changes a survey sees what its answers say. */
const SEES_RESULTS = true;

export function surveyMoveRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(open, async (c) => {
      return c.json(await presented(c, await move(c, c.req.valid('param').code, 'open')), 200);
    })
    .openapi(close, async (c) => {
      return c.json(await presented(c, await move(c, c.req.valid('param').code, 'closed')), 200);
    })
    .openapi(reopen, async (c) => {
      const { code } = c.req.valid('param');
      const { reason, closesAt } = c.req.valid('json');
      const actor = c.get('actor');
      const { survey } = await audited(
        deps,
        actor,
        ({ survey, before }: { survey: Survey; before: Survey }) => ({
          action: 'survey.reopen',
          evaluationId: survey.evaluationId,
          subject: code,
          detail: {
            reason,
            ...(survey.closesAt !== before.closesAt && {
              before: { closesAt: before.closesAt },
              after: { closesAt: survey.closesAt },
            }),
          },
        }),
        async (trx) => {
          const closed = await surveyFor(trx, actor, 'surveys.write', code);
          return reopenSurvey(trx, closed, { closesAt }, deps.now());
        },
      );
      return c.json(await presented(c, survey), 200);
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

  async function presented(c: Context<AppEnv>, survey: Survey) {
    const to = presentedTo(c, deps);
    return presentSurvey(await surveyInFull(store.read, survey, to.now), to, SEES_RESULTS);
  }
}
