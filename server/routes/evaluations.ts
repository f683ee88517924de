import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { MOST_IN_LIST } from '../../survey-definitions/definition-size.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { Entered } from '../../survey-definitions/rules/numbers.ts';
import {
  COMBINE_WAYS,
  FIRST_YEAR,
  LAST_YEAR,
  LONGEST_NAME,
  LONGEST_REASON,
} from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { changeEvaluation, mustExist, mustFeed } from '../evaluations/change-evaluation.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { changeRetention, nextNotice } from '../evaluations/retention.ts';
import { nextChangeOfState } from '../evaluations/survey-state.ts';
import { goodUntil, isNotModified } from '../http/not-modified.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import {
  EvaluationId,
  json,
  jsonRequest,
  listOf,
  NOT_MODIFIED,
  Paging,
  problems,
  surveyCode,
  WantedDefinition,
} from '../http/schemas.ts';
import { EvaluationSchema, presentEvaluation } from '../presenters/evaluation.ts';
import { Problem } from '../problem.ts';
import type { Summaries } from '../scoring/summaries.ts';
import {
  deleteEvaluation,
  type Evaluation,
  type EvaluationPatch,
  holdEvaluation,
  insertEvaluation,
  listEvaluations,
  type NewEvaluation,
} from '../store/evaluations.ts';
import { readOverallRevision } from '../store/revisions.ts';

const name = filledText(LONGEST_NAME);
const Wanted = z.strictObject({
  department: name.describe('预算部门'),
  place: name,
  year: z.int().min(FIRST_YEAR).max(LAST_YEAR).describe('Budget year'),
  indicatorSystem: WantedDefinition,
});
const Feeds = z
  .record(
    RespondentGroup,
    z.union([
      surveyCode,
      z.strictObject({
        combine: z.enum(COMBINE_WAYS),
        surveys: z
          .array(z.strictObject({ code: surveyCode, weight: Entered.optional() }))
          .max(MOST_IN_LIST),
      }),
    ]),
  )
  .optional()
  .describe(
    'Respondent group -> code of the formal survey that feeds its indicators, or several that are pooled, or weighted by weights that close to 1',
  );
const New = Wanted.extend({ feeds: Feeds });
const Patch = Wanted.partial().extend({
  feeds: Feeds,
  answersKeptUntil: z
    .string()
    .max(LONGEST_NAME)
    .nullable()
    .optional()
    .describe(
      'Day in China (2027-12-31) until which single answers are kept, at least thirty days from today; null: as long as the evaluation',
    ),
  reason: filledText(LONGEST_REASON)
    .optional()
    .describe('Why answersKeptUntil is moved or taken away; needed once it was set'),
});

const earliest = (...times: (Date | null)[]): Date | null =>
  times.reduce((first, time) => (first === null || (time && time < first) ? time : first), null);

const list = route({
  method: 'get',
  path: '/api/evaluations',
  access: 'evaluations.read',
  operationId: 'listEvaluations',
  summary: 'Evaluations, newest first',
  request: { query: Paging },
  responses: {
    200: json(listOf(EvaluationSchema), 'A page'),
    304: NOT_MODIFIED,
    ...problems(401, 403, 422),
  },
});
const create = route({
  method: 'post',
  path: '/api/evaluations',
  access: 'evaluations.write',
  operationId: 'createEvaluation',
  summary: 'Begin an evaluation',
  request: { body: jsonRequest(New) },
  responses: { 201: json(EvaluationSchema, 'Begun'), ...problems(401, 403, 413, 415, 422) },
});
const show = route({
  method: 'get',
  path: '/api/evaluations/{id}',
  access: 'evaluations.read',
  operationId: 'getEvaluation',
  summary: 'One evaluation with its surveys and score',
  request: { params: EvaluationId },
  responses: { 200: json(EvaluationSchema, 'The evaluation'), ...problems(401, 403, 404) },
});
const change = route({
  method: 'patch',
  path: '/api/evaluations/{id}',
  access: 'evaluations.write',
  operationId: 'changeEvaluation',
  summary: 'Change what is named; department, place and year only before a survey has opened',
  request: { params: EvaluationId, body: jsonRequest(Patch) },
  responses: {
    200: json(EvaluationSchema, 'As it is now'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const remove = route({
  method: 'delete',
  path: '/api/evaluations/{id}',
  access: 'evaluations.delete',
  operationId: 'deleteEvaluation',
  summary: 'Delete the worked example with everything in it',
  request: { params: EvaluationId },
  responses: {
    200: json(z.object({ surveys: z.int(), responses: z.int() }), 'How much went'),
    ...problems(401, 403, 404, 409),
  },
});

export function evaluationRoutes(deps: Deps & { summaries: Summaries }) {
  const { store, summaries } = deps;
  const summaryOf = async (evaluation: Evaluation) => {
    const [only] = await summaries.of(store.read, [evaluation]);
    if (only === undefined) throw new Error('an evaluation that was not summarized');
    return only;
  };
  return newRouter()
    .openapi(list, async (c) => {
      const to = presentedTo(c, deps);
      const paging = c.req.valid('query');
      const revision = await readOverallRevision(store.read);
      const { name: caller, role } = c.get('actor');
      const rests = [revision, to.language, to.baseUrl, caller, role, JSON.stringify(paging)];
      if (isNotModified(c, rests, to.now)) return c.body(null, 304);
      const { items, next } = await listEvaluations(store.read, paging);
      const summarized = await summaries.of(store.read, items);
      const surveys = summarized.flatMap((each) => each.surveys.map(({ survey }) => survey));
      goodUntil(c, earliest(nextChangeOfState(surveys, to.now), nextNotice(items, to.now)));
      return c.json({ items: summarized.map((each) => presentEvaluation(each, to)), next }, 200);
    })
    .openapi(create, async (c) => {
      const { department, place, year, indicatorSystem, feeds = {} } = c.req.valid('json');
      const actor = c.get('actor');
      const id = randomUUID();
      const evaluation: NewEvaluation = {
        id,
        department,
        place,
        year,
        indicatorSystem,
        feeds: {},
        example: false,
        createdAt: deps.now().toISOString(),
      };
      const begun = await audited(
        deps,
        actor,
        {
          action: 'evaluation.create',
          evaluationId: id,
          subject: id,
          detail: { department, place, year, indicatorSystem },
        },
        async (trx) => {
          await mustExist(trx, indicatorSystem);
          // It has no surveys yet, so that none can feed anything.
          await mustFeed(trx, feeds, []);
          await insertEvaluation(trx, evaluation);
          return evaluationFor(trx, actor, 'evaluations.write', id);
        },
      );
      return c.json(presentEvaluation(await summaryOf(begun), presentedTo(c, deps)), 201);
    })
    .openapi(show, async (c) => {
      const { id } = c.req.valid('param');
      const evaluation = await evaluationFor(store.read, c.get('actor'), 'evaluations.read', id);
      return c.json(presentEvaluation(await summaryOf(evaluation), presentedTo(c, deps)), 200);
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param');
      const { answersKeptUntil, reason, ...patch } = c.req.valid('json');
      const actor = c.get('actor');
      const { evaluation } = await audited(
        deps,
        actor,
        ({ change }: { change: EvaluationPatch }) =>
          Object.keys(change).length === 0
            ? undefined
            : {
                action: 'evaluation.change',
                evaluationId: id,
                subject: id,
                detail: { ...change },
              },
        async (trx) => {
          await holdEvaluation(trx, id);
          const before = await evaluationFor(trx, actor, 'evaluations.write', id);
          const wanted = { answersKeptUntil, reason };
          const kept = await changeRetention(trx, before, wanted, actor, deps.now());
          return changeEvaluation(trx, kept, patch);
        },
      );
      return c.json(presentEvaluation(await summaryOf(evaluation), presentedTo(c, deps)), 200);
    })
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('param');
      const actor = c.get('actor');
      const { surveys, responses } = await audited(
        deps,
        actor,
        (detail: { surveys: number; responses: number }) => ({
          action: 'evaluation.delete',
          evaluationId: id,
          subject: id,
          detail,
        }),
        async (trx) => {
          const evaluation = await evaluationFor(trx, actor, 'evaluations.delete', id);
          if (!evaluation.example) throw new Problem('evaluation-not-example');
          return deleteEvaluation(trx, id);
        },
      );
      return c.json({ surveys, responses }, 200);
    });
}
