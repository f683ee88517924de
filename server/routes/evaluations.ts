import { randomUUID } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { RespondentGroup } from '../../survey-definitions/questionnaire.ts';
import { FIRST_YEAR, LAST_YEAR, LONGEST_NAME } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { checkPatch, mustExist } from '../evaluations/check-change.ts';
import { foundEvaluation } from '../evaluations/load.ts';
import { newRouter } from '../http/router.ts';
import {
  CalculatedOrNull,
  EvaluationId,
  json,
  jsonRequest,
  listOf,
  otherwise,
  Paging,
  SurveySummary,
  TitledRef,
  WantedDefinition,
} from '../http/shapes.ts';
import { evaluationShown } from '../presenters/evaluation.ts';
import { Problem } from '../problem.ts';
import { readEvaluationSoFar } from '../scoring/current.ts';
import {
  deleteEvaluation,
  type Evaluation,
  holdEvaluation,
  insertEvaluation,
  listEvaluations,
  updateEvaluation,
} from '../store/evaluations.ts';

const name = filledText(LONGEST_NAME);
const NewEvaluation = z.strictObject({
  department: name.describe('预算部门'),
  place: name,
  year: z.int().min(FIRST_YEAR).max(LAST_YEAR).describe('Budget year'),
  indicatorSystem: WantedDefinition,
});
const Patch = NewEvaluation.partial().extend({
  feeds: z
    .partialRecord(RespondentGroup, z.string().max(40))
    .optional()
    .describe('Respondent group -> code of the formal survey that feeds its indicators'),
});

const EvaluationShown = z
  .object({
    id: z.string(),
    department: z.string(),
    place: z.string(),
    year: z.int(),
    indicatorSystem: TitledRef,
    feeds: z.partialRecord(RespondentGroup, z.string()),
    example: z.boolean(),
    createdAt: z.string(),
    surveys: z.array(SurveySummary),
    score: z.object({
      total: CalculatedOrNull,
      grade: z.string().nullable(),
      complete: z.boolean(),
    }),
  })
  .openapi('Evaluation');

const list = createRoute({
  method: 'get',
  path: '/api/evaluations',
  summary: 'Evaluations, newest first',
  request: { query: Paging },
  responses: { 200: json(listOf(EvaluationShown), 'A page'), ...otherwise(401, 422) },
});
const create = createRoute({
  method: 'post',
  path: '/api/evaluations',
  summary: 'Begin an evaluation',
  request: { body: jsonRequest(NewEvaluation) },
  responses: { 201: json(EvaluationShown, 'Begun'), ...otherwise(401, 403, 415, 422) },
});
const show = createRoute({
  method: 'get',
  path: '/api/evaluations/{id}',
  summary: 'One evaluation with its surveys and score',
  request: { params: EvaluationId },
  responses: { 200: json(EvaluationShown, 'The evaluation'), ...otherwise(401, 404) },
});
const change = createRoute({
  method: 'patch',
  path: '/api/evaluations/{id}',
  summary: 'Change what is named; department, place and year only before a survey has opened',
  request: { params: EvaluationId, body: jsonRequest(Patch) },
  responses: {
    200: json(EvaluationShown, 'As it is now'),
    ...otherwise(401, 403, 404, 409, 415, 422),
  },
});
const remove = createRoute({
  method: 'delete',
  path: '/api/evaluations/{id}',
  summary: 'Delete the worked example with everything in it',
  request: { params: EvaluationId },
  responses: {
    200: json(z.object({ surveys: z.int(), responses: z.int() }), 'How much went'),
    ...otherwise(401, 403, 404, 409),
  },
});

export function evaluationRoutes(deps: Deps) {
  const { store } = deps;
  return newRouter()
    .openapi(list, async (c) => {
      const { items, next } = await listEvaluations(store.read, c.req.valid('query'));
      const soFar = await Promise.all(items.map((each) => readEvaluationSoFar(store.read, each)));
      return c.json({ items: soFar.map((each) => evaluationShown(c, deps, each)), next }, 200);
    })
    .openapi(create, async (c) => {
      const wanted = c.req.valid('json');
      const evaluation: Evaluation = {
        id: randomUUID(),
        ...wanted,
        feeds: {},
        example: false,
        createdAt: deps.now().toISOString(),
      };
      const { id } = evaluation;
      await audited(
        deps,
        c,
        { action: 'evaluation.create', evaluationId: id, subject: id, detail: wanted },
        async (trx) => {
          await mustExist(trx, wanted.indicatorSystem);
          await insertEvaluation(trx, evaluation);
        },
      );
      const soFar = await readEvaluationSoFar(store.read, evaluation);
      return c.json(evaluationShown(c, deps, soFar), 201);
    })
    .openapi(show, async (c) => {
      const evaluation = await foundEvaluation(store.read, c.req.valid('param').id);
      return c.json(
        evaluationShown(c, deps, await readEvaluationSoFar(store.read, evaluation)),
        200,
      );
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param');
      const patch = c.req.valid('json');
      const changed = await audited(
        deps,
        c,
        { action: 'evaluation.change', evaluationId: id, subject: id, detail: patch },
        async (trx) => {
          await holdEvaluation(trx, id);
          await checkPatch(trx, await foundEvaluation(trx, id), patch);
          return updateEvaluation(trx, id, patch);
        },
      );
      if (changed === undefined) throw new Problem('unknown-evaluation');
      return c.json(evaluationShown(c, deps, await readEvaluationSoFar(store.read, changed)), 200);
    })
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('param');
      const gone = await audited(
        deps,
        c,
        (detail: { surveys: number; responses: number }) => ({
          action: 'evaluation.delete',
          evaluationId: id,
          subject: id,
          detail,
        }),
        async (trx) => {
          if (!(await foundEvaluation(trx, id)).example)
            throw new Problem('evaluation-not-example');
          return deleteEvaluation(trx, id);
        },
      );
      return c.json(gone, 200);
    });
}
