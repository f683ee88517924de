import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { SurveyState } from '../../survey-definitions/survey.ts';
import { audited } from '../accounts/audited.ts';
import { pick } from '../accounts/passwords.ts';
import type { AppEnv, Deps } from '../context.ts';
import { foundEvaluation, foundSurvey } from '../evaluations/load.ts';
import { NewSurvey, newSurveyErrors } from '../evaluations/new-survey.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, jsonRequest, otherwise, SurveyCode } from '../http/shapes.ts';
import { surveyUrl } from '../presenters/evaluation.ts';
import { SurveyShown, shownSurvey } from '../presenters/survey.ts';
import { Problem } from '../problem.ts';
import { rewriteAccessCodes } from '../store/access-codes.ts';
import { findQuestionnaire } from '../store/questionnaires.ts';
import { insertSurvey, type Survey, setSurveyState } from '../store/surveys.ts';

const create = createRoute({
  method: 'post',
  path: '/api/evaluations/{id}/surveys',
  summary: 'Put a questionnaire version before its respondent group; it begins as a draft',
  request: { params: EvaluationId, body: jsonRequest(NewSurvey) },
  responses: {
    201: json(z.object({ code: z.string(), url: z.string() }), 'The survey'),
    ...otherwise(401, 403, 404, 415, 422),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/surveys/{code}',
  summary: 'One survey and the evaluation it belongs to',
  request: { params: SurveyCode },
  responses: { 200: json(SurveyShown, 'The survey'), ...otherwise(401, 404) },
});
const moved = { 200: json(SurveyShown, 'As it is now'), ...otherwise(401, 403, 404, 409, 415) };
const open = createRoute({
  method: 'post',
  path: '/api/surveys/{code}/open',
  summary: 'Open a survey; from then on its questionnaire is fixed',
  request: { params: SurveyCode },
  responses: moved,
});
const close = createRoute({
  method: 'post',
  path: '/api/surveys/{code}/close',
  summary: 'Close a survey',
  request: { params: SurveyCode },
  responses: moved,
});

/** Characters that are not mistaken for one another when a code is read from a poster or over the telephone. */
const CODE_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 8;

export function surveyRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(create, async (c) => {
      const { id: evaluationId } = c.req.valid('param');
      const wanted = c.req.valid('json');
      const errors = newSurveyErrors(wanted);
      if (errors.length > 0) throw new Problem('not-acceptable', { errors });
      const survey = await audited(
        deps,
        c,
        (made: Survey) => ({
          action: 'survey.create',
          evaluationId,
          subject: made.code,
          detail: wanted,
        }),
        async (trx) => {
          await foundEvaluation(trx, evaluationId);
          const { id, version } = wanted.questionnaire;
          const questionnaire = await findQuestionnaire(trx, id, version);
          if (questionnaire === undefined) throw unknownQuestionnaire(id, version);
          for (;;) {
            const made: Survey = {
              code: pick(CODE_ALPHABET, CODE_LENGTH),
              evaluationId,
              respondentGroup: questionnaire.respondentGroup,
              provenance: 'collected',
              state: 'draft',
              createdAt: deps.now().toISOString(),
              ...wanted,
              proofOfWork: wanted.proofOfWork ?? false,
              population: wanted.population ?? null,
              sampling: wanted.sampling ?? null,
              opensAt: utc(wanted.opensAt),
              closesAt: utc(wanted.closesAt),
            };
            if (await insertSurvey(trx, made)) return made;
          }
        },
      );
      return c.json({ code: survey.code, url: surveyUrl(c, deps, survey.code) }, 201);
    })
    .openapi(show, async (c) => {
      const survey = await foundSurvey(store.read, c.req.valid('param').code);
      return c.json(await shownSurvey(c, deps, survey), 200);
    })
    .openapi(open, async (c) => {
      const survey = await move(c, c.req.valid('param').code, 'open');
      return c.json(await shownSurvey(c, deps, survey), 200);
    })
    .openapi(close, async (c) => {
      const survey = await move(c, c.req.valid('param').code, 'closed');
      return c.json(await shownSurvey(c, deps, survey), 200);
    });

  /** Opens or closes; again the same changes nothing. Responses that were not collected here are never added to. */
  function move(
    c: Context<AppEnv>,
    code: string,
    to: Exclude<SurveyState, 'draft'>,
  ): Promise<Survey> {
    return audited(
      deps,
      c,
      ({ evaluationId }: Survey) => ({
        action: to === 'open' ? 'survey.open' : 'survey.close',
        evaluationId,
        subject: code,
      }),
      async (trx) => {
        const survey = await foundSurvey(trx, code);
        if (to === 'open' && survey.provenance !== 'collected') {
          throw new Problem('survey-not-collected');
        }
        if (to === 'closed' && survey.state === 'draft') throw new Problem('survey-never-opened');
        if (to === 'closed' && survey.access === 'code') await rewriteAccessCodes(trx, code);
        return (await setSurveyState(trx, code, to)) ?? survey;
      },
    );
  }
}

const utc = (time: string | undefined) =>
  time === undefined ? null : new Date(time).toISOString();

function unknownQuestionnaire(id: string, version: number): Problem {
  return new Problem('not-acceptable', {
    errors: [
      { path: '$.questionnaire', code: 'unknown-questionnaire', message: `${id}/${version}` },
    ],
  });
}
