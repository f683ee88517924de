import { z } from '@hono/zod-openapi';
import { DISPOSITIONS, type Disposition } from '../../survey-definitions/response.ts';
import { LONGEST_REASON } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import type { Act } from '../accounts/audited.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { judge, MOST_JUDGED } from '../fieldwork/judge.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, jsonRequest, problems, SurveyCode, Time } from '../http/schemas.ts';
import { JudgedSchema, presentJudged } from '../presenters/judgement.ts';
import { Problem } from '../problem.ts';
import type { Decision, Judged } from '../store/judgements.ts';
import { oneAfterAnother } from '../store/one-after-another.ts';
import { findResponse } from '../store/responses.ts';
import type { Survey } from '../store/surveys.ts';

const Reason = filledText(LONGEST_REASON).describe('Why; needed but to take a decision back');
const Wanted = z.strictObject({
  disposition: z.enum(DISPOSITIONS).nullable().describe('null gives it back to the rules'),
  reason: Reason.optional(),
});

const one = route({
  method: 'patch',
  path: '/api/responses/{id}',
  access: 'responses.judge',
  operationId: 'judgeResponse',
  summary: 'Overrule what the rules decided about a response, or take that back',
  request: {
    params: EvaluationId,
    body: jsonRequest(
      Wanted.extend({
        seenAt: Time.nullable()
          .optional()
          .describe('When the last decision that was seen was made, null for none'),
      }),
    ),
  },
  responses: {
    200: json(JudgedSchema, 'What became of it'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const many = route({
  method: 'post',
  path: '/api/surveys/{code}/dispositions',
  access: 'responses.judge',
  operationId: 'judgeResponses',
  summary: 'The same for many responses of a survey at once: all of them, or none',
  request: {
    params: SurveyCode,
    body: jsonRequest(
      Wanted.extend({
        ids: z
          .array(z.guid().transform((id) => id.toLowerCase()))
          .min(1)
          .max(MOST_JUDGED),
      }),
    ),
  },
  responses: {
    200: json(JudgedSchema, 'What became of them'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});

export function judgementRoutes(deps: Deps) {
  const { store, now } = deps;
  // Decisions hold their evaluation and would wait for one another anyway, each with a connection that respondents need.
  const inTurn = oneAfterAnother();
  return newRouter()
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param');
      const { seenAt, ...wanted } = c.req.valid('json');
      const decision = decisionOf(wanted);
      const actor = c.get('actor');
      const response = await findResponse(store.read, id);
      if (response === undefined) throw new Problem('unknown-response');
      const { judged } = await inTurn(() =>
        audited(
          deps,
          actor,
          ({ survey, judged: [moved] }: { survey: Survey; judged: Judged[] }): Act | undefined =>
            moved && {
              action: 'response.judge',
              evaluationId: survey.evaluationId,
              subject: id,
              detail: {
                survey: survey.code,
                receipt: moved.receipt,
                before: moved.before,
                after: moved.after,
                takenBack: decision.disposition === null ? true : undefined,
                reason: decision.reason,
              },
            },
          (trx) =>
            judge(
              trx,
              store.shard,
              actor,
              {
                code: response.surveyCode,
                ids: [id],
                decision,
                seenAt: seenAt && new Date(seenAt).toISOString(),
              },
              now(),
            ),
        ),
      );
      return c.json(presentJudged(judged, 1), 200);
    })
    .openapi(many, async (c) => {
      const { code } = c.req.valid('param');
      const { ids, ...wanted } = c.req.valid('json');
      const decision = decisionOf(wanted);
      const actor = c.get('actor');
      const { judged } = await inTurn(() =>
        audited(
          deps,
          actor,
          ({ survey, judged: moved }: { survey: Survey; judged: Judged[] }): Act | undefined =>
            moved.length === 0
              ? undefined
              : {
                  action: 'responses.judge',
                  evaluationId: survey.evaluationId,
                  subject: code,
                  detail: {
                    disposition: decision.disposition ?? undefined,
                    takenBack: decision.disposition === null ? true : undefined,
                    reason: decision.reason,
                    n: moved.length,
                    were: byBefore(moved),
                  },
                },
          (trx) => judge(trx, store.shard, actor, { code, ids, decision }, now()),
        ),
      );
      return c.json(presentJudged(judged, new Set(ids).size), 200);
    });
}

/** The ids of those that were moved or confirmed, by what they had been. */
function byBefore(moved: readonly Judged[]): Partial<Record<Disposition, string[]>> {
  const were: Partial<Record<Disposition, string[]>> = {};
  for (const { id, before } of moved) were[before] = [...(were[before] ?? []), id];
  return were;
}

/** Throws not-acceptable where the rules are overruled without saying why. */
function decisionOf({ disposition, reason }: z.infer<typeof Wanted>): Decision {
  if (disposition !== null && reason === undefined)
    throw new Problem('not-acceptable', {
      errors: [
        {
          path: '$.reason',
          code: 'reason-needed',
          message: { 'zh-CN': '改判须写明理由', en: 'Please say why it is judged so' },
        },
      ],
    });
  return { disposition, reason: reason ?? '' };
}
