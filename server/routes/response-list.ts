import { z } from '@hono/zod-openapi';
import { finding } from '../../survey-definitions/fault.ts';
import { PointId } from '../../survey-definitions/point.ts';
import { FLAG_CODES, REASON_CODES } from '../../survey-definitions/response.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { refusedFor } from '../evaluations/consistent-survey.ts';
import { mustBeDerivable } from '../evaluations/derivable.ts';
import { mustHavePoint } from '../evaluations/known-point.ts';
import { surveyFor } from '../evaluations/load.ts';
import { mustHaveAnswers } from '../evaluations/retention.ts';
import {
  listMatching,
  type MatchingFilter,
  neighboursOf,
} from '../fieldwork/matching-responses.ts';
import { responseId } from '../fieldwork/response-identity.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, listOf, Paging, problems, SurveyCode, usableText } from '../http/schemas.ts';
import {
  ListedResponseSchema,
  presentListed,
  presentResponse,
  ResponseSchema,
} from '../presenters/response.ts';
import { Channel, Disposition } from '../presenters/schemas.ts';
import { Problem } from '../problem.ts';
import { lastJudgementsOf, readJudgements } from '../store/judgements.ts';
import { readReceipt } from '../store/receipt.ts';
import { totalOf } from '../store/response-totals.ts';
import { findResponse } from '../store/responses.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

const Filter = z.object({
  channel: Channel.optional(),
  point: PointId.optional(),
  disposition: Disposition.optional(),
  flagged: z
    .enum(['0', '1', 'true', 'false'])
    .transform((value) => value === '1' || value === 'true')
    .optional(),
  flag: z.enum(FLAG_CODES).optional(),
  reason: z.enum(REASON_CODES).optional(),
  overruled: z
    .enum(['0', '1', 'true', 'false'])
    .transform((value) => value === '1' || value === 'true')
    .optional()
    .describe('Only those of which somebody has overruled the rules, or nobody has'),
  receipt: usableText(100)
    .optional()
    .describe('Receipt number; case, width, spaces and dashes aside'),
  serial: usableText(100).optional().describe('Number on a paper questionnaire'),
  item: z.string().max(40).optional().describe('Only responses that answer this item'),
  option: z.string().max(40).optional().describe('… with this option'),
});
type Filter = z.infer<typeof Filter>;

const list = route({
  method: 'get',
  path: '/api/surveys/{code}/responses',
  access: 'responses.read',
  operationId: 'listResponses',
  summary: 'Responses, the newest first; reading answers is audited',
  request: {
    params: SurveyCode,
    query: Paging.extend(Filter.shape).extend({
      answers: z.enum(['none']).optional().describe('none: what is known of them only'),
    }),
  },
  responses: {
    200: json(
      listOf(ListedResponseSchema).extend({
        total: z.int().nullable().describe('null where only reading every answer would tell'),
      }),
      'A page',
    ),
    ...problems(401, 403, 404, 409, 422),
  },
});

const one = route({
  method: 'get',
  path: '/api/surveys/{code}/responses/{id}',
  access: 'responses.read',
  operationId: 'getResponse',
  summary: 'A response with its answers and its neighbours in the list; reading it is audited',
  request: { params: SurveyCode.extend({ id: z.string().max(100) }), query: Filter },
  responses: { 200: json(ResponseSchema, 'The response'), ...problems(401, 403, 404, 409, 422) },
});

export function responseListRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(list, async (c) => {
      const actor = c.get('actor');
      const survey = await surveyFor(
        store.read,
        actor,
        'responses.read',
        c.req.valid('param').code,
      );
      const { after, limit, answers, ...asked } = c.req.valid('query');
      const filter = await wantedOf(store.read, survey, asked);
      const { items, next } =
        filter === undefined
          ? { items: [], next: null }
          : await listMatching(store.read, survey, { ...filter, after, limit });
      const total = filter === undefined ? 0 : await totalOf(store.read, survey.code, filter);
      const withAnswers = answers !== 'none';
      // Who is found by an answer has shown it.
      if (withAnswers || asked.item !== undefined)
        await audited(
          deps,
          actor,
          {
            action: 'responses.read',
            evaluationId: survey.evaluationId,
            subject: survey.code,
            detail: { ...asked, rows: items.length },
          },
          async () => undefined,
        );
      const judged = await lastJudgementsOf(
        store.read,
        items.map(({ id }) => id),
      );
      const presented = items.map((item) =>
        presentListed(item, { withAnswers, judgement: judged.get(item.id) }),
      );
      return c.json({ items: presented, next, total }, 200);
    })
    .openapi(one, async (c) => {
      const { code, id: given } = c.req.valid('param');
      const actor = c.get('actor');
      const survey = await surveyFor(store.read, actor, 'responses.read', code);
      const filter = await wantedOf(store.read, survey, c.req.valid('query'));
      const response = await findResponse(store.read, responseId(given) ?? '');
      if (response?.surveyCode !== survey.code) throw new Problem('unknown-response');
      const neighbours =
        filter === undefined
          ? { previous: null, next: null }
          : await neighboursOf(store.read, survey, response, filter);
      await audited(
        deps,
        actor,
        {
          action: 'response.read',
          evaluationId: survey.evaluationId,
          subject: response.id,
          detail: { survey: survey.code, receipt: response.receipt },
        },
        async () => undefined,
      );
      const judgements = await readJudgements(store.read, response.id);
      return c.json(presentResponse(response, judgements, neighbours), 200);
    });
}

/**
 * The filters as the database is asked, undefined where nothing can be under them: no questionnaire has a number yet. Throws
 * answers-removed, not-derivable and not-acceptable.
 */
async function wantedOf(
  db: Db,
  survey: Survey,
  { receipt: typed, serial, ...filter }: Filter,
): Promise<MatchingFilter | undefined> {
  mustHaveAnswers(survey);
  const { channel, point, flagged, flag, reason, overruled, item } = filter;
  // Who answered what is a count that was published; who did so by which channel is not.
  if (item !== undefined)
    mustBeDerivable(survey, [channel, point, flagged, flag, reason, overruled, typed, serial]);
  await mustHavePoint(db, survey, point);
  const receipt = typed === undefined ? undefined : readReceipt(typed);
  if (typed !== undefined && receipt === undefined) throw notAReceipt();
  return serial === undefined ? { ...filter, receipt } : undefined;
}

const notAReceipt = () =>
  refusedFor([
    finding(
      ['receipt'],
      'not-a-receipt',
      '回执号是八个字母和数字，如 7K3F-29QD',
      'a receipt number is eight letters and digits, such as 7K3F-29QD',
    ),
  ]);
