import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { MOST_IN_LIST } from '../../survey-definitions/definition-size.ts';
import { Particulars } from '../../survey-definitions/particulars.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { EVALUATION_ROLES } from '../../survey-definitions/role.ts';
import { Entered } from '../../survey-definitions/rules/numbers.ts';
import {
  COMBINE_WAYS,
  FIRST_YEAR,
  LAST_YEAR,
  LONGEST_NAME,
  LONGEST_REASON,
} from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { mustHold, standingIn } from '../accounts/access.ts';
import type { Actor } from '../accounts/actor.ts';
import { type Act, audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { changeEvaluation, mustExist, mustFeed } from '../evaluations/change-evaluation.ts';
import { copyEvaluation } from '../evaluations/copy-evaluation.ts';
import { deleteWholeEvaluation, mustBeAllowedToDelete } from '../evaluations/delete-evaluation.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { changeRetention } from '../evaluations/retention.ts';
import type { AppEnv } from '../http/env.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import {
  EvaluationId,
  json,
  jsonRequest,
  problems,
  surveyCode,
  WantedDefinition,
} from '../http/schemas.ts';
import { EvaluationSchema, presentEvaluation } from '../presenters/evaluation.ts';
import { Problem } from '../problem.ts';
import type { Summaries } from '../scoring/summaries.ts';
import {
  type Evaluation,
  type EvaluationPatch,
  insertEvaluation,
  type NewEvaluation,
} from '../store/evaluations.ts';
import { setRole } from '../store/memberships.ts';

const [EVALUATOR] = EVALUATION_ROLES;
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
const particulars = Particulars.optional().describe(
  '项目资料; replaced as a whole: what is left out is no longer given',
);
const New = Wanted.extend({ feeds: Feeds, particulars });
const Patch = Wanted.partial().extend({
  feeds: Feeds,
  particulars,
  archived: z.boolean().optional().describe('Archived ones can only be read, or taken out again'),
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

const create = route({
  method: 'post',
  path: '/api/evaluations',
  access: 'evaluations.create',
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
  summary:
    'Change what is named, or archive it; department, place and year only before a survey has opened',
  request: { params: EvaluationId, body: jsonRequest(Patch) },
  responses: {
    200: json(EvaluationSchema, 'As it is now'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const Copy = Wanted.pick({ department: true, place: true, year: true }).partial();
const copy = route({
  method: 'post',
  path: '/api/evaluations/{id}/copy',
  access: 'evaluations.write',
  // Whoever copies also begins one.
  also: async (_, actor) => mustHold(actor, 'evaluations.create'),
  operationId: 'copyEvaluation',
  summary:
    'Begin an evaluation as another was: system, particulars, surveys as drafts with points and plans; a year later unless `year` says otherwise',
  request: { params: EvaluationId, body: jsonRequest(Copy) },
  responses: { 201: json(EvaluationSchema, 'Begun'), ...problems(401, 403, 404, 413, 415, 422) },
});
const Confirmation = z.strictObject({
  department: z.string().max(LONGEST_NAME).optional().describe('The name of its department'),
});
const DeletedSchema = z.object({
  surveys: z.int(),
  responses: z.int(),
  accessCodes: z.int(),
  points: z.int(),
  planVersions: z.int(),
  scores: z.int().describe('Indicators for which something had been entered'),
  cells: z.int().describe('Cells of base data'),
  frozenFigures: z.int().describe('How often figures were frozen'),
});
const remove = route({
  method: 'delete',
  path: '/api/evaluations/{id}',
  access: 'example.delete',
  also: mustBeAllowedToDelete,
  operationId: 'deleteEvaluation',
  summary:
    'Delete an evaluation with everything in it; all but the example only by an admin who names its department',
  request: {
    params: EvaluationId,
    body: { ...jsonRequest(Confirmation), required: false },
  },
  responses: {
    200: json(DeletedSchema, 'How much went'),
    ...problems(401, 403, 404, 413, 415, 422),
  },
});

/** Whoever begins an evaluation is its evaluator; by a token, whoever made that. */
const evaluatorOf = ({ id, createdAt }: { id: string; createdAt: string }, actor: Actor) => ({
  evaluationId: id,
  userId: actor.account.id,
  role: EVALUATOR,
  since: createdAt,
  grantedBy: actor.name,
});

export function evaluationRoutes(deps: Deps & { summaries: Summaries }) {
  const { store, summaries } = deps;
  const presented = async (c: Context<AppEnv>, evaluation: Evaluation) => {
    const caller = await standingIn(store.read, c.get('actor'), evaluation.id);
    if (caller === undefined) throw new Problem('unknown-evaluation');
    return presentEvaluation(await summaryOf(evaluation), caller, presentedTo(c, deps));
  };
  const summaryOf = async (evaluation: Evaluation) => {
    const [only] = await summaries.of(store.read, [evaluation]);
    if (only === undefined) throw new Error('an evaluation that was not summarized');
    return only;
  };
  return newRouter()
    .openapi(create, async (c) => {
      const {
        department,
        place,
        year,
        indicatorSystem,
        feeds = {},
        particulars,
      } = c.req.valid('json');
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
        ...(particulars && { particulars }),
        createdAt: deps.now().toISOString(),
      };
      const begun = await audited(
        deps,
        actor,
        {
          action: 'evaluation.create',
          evaluationId: id,
          subject: id,
          detail: { department, place, year, indicatorSystem, ...(particulars && { particulars }) },
        },
        async (trx) => {
          await mustExist(trx, indicatorSystem);
          // It has no surveys yet, so that none can feed anything.
          await mustFeed(trx, feeds, []);
          await insertEvaluation(trx, evaluation);
          await setRole(trx, evaluatorOf(evaluation, actor));
          return evaluationFor(trx, actor, 'evaluations.write', id);
        },
      );
      return c.json(await presented(c, begun), 201);
    })
    .openapi(show, async (c) => {
      const { id } = c.req.valid('param');
      const evaluation = await evaluationFor(store.read, c.get('actor'), 'evaluations.read', id);
      return c.json(await presented(c, evaluation), 200);
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param');
      const { answersKeptUntil, reason, ...patch } = c.req.valid('json');
      const actor = c.get('actor');
      const { evaluation } = await audited(
        deps,
        actor,
        ({ kept, change }: { kept: Act | undefined; change: EvaluationPatch }) => [
          ...(kept === undefined ? [] : [kept]),
          ...(Object.keys(change).length === 0
            ? []
            : [
                {
                  action: 'evaluation.change',
                  evaluationId: id,
                  subject: id,
                  detail: { ...change },
                },
              ]),
        ],
        async (trx) => {
          // How long answers are kept is decided of an archived one too: that is when their time comes.
          const evenArchived = patch.archived !== undefined || answersKeptUntil !== undefined;
          const before = await evaluationFor(trx, actor, 'evaluations.write', id, { evenArchived });
          const wanted = { answersKeptUntil, reason };
          const kept = await changeRetention(trx, before, wanted, deps.now());
          const changed = await changeEvaluation(trx, kept.evaluation, patch, deps.now());
          return { kept: kept.act, ...changed };
        },
      );
      return c.json(await presented(c, evaluation), 200);
    })
    .openapi(copy, async (c) => {
      const { id: from } = c.req.valid('param');
      const wanted = c.req.valid('json');
      const actor = c.get('actor');
      const id = randomUUID();
      const { made } = await audited(
        deps,
        actor,
        ({ made, surveys }: { made: Evaluation; surveys: string[] }) => {
          const { department, place, year } = made;
          const detail = { from, department, place, year, surveys };
          return { action: 'evaluation.copy', evaluationId: id, subject: id, detail };
        },
        async (trx) => {
          // Held like one that is changed, so that whoever copies is its evaluator still; an archived one is what copies are made of.
          const evenArchived = true;
          const source = await evaluationFor(trx, actor, 'evaluations.write', from, {
            evenArchived,
          });
          const copied = { id, author: actor.name, now: deps.now() };
          const surveys = await copyEvaluation(trx, source, wanted, copied);
          await setRole(trx, evaluatorOf({ id, createdAt: copied.now.toISOString() }, actor));
          return { made: await evaluationFor(trx, actor, 'evaluations.write', id), surveys };
        },
      );
      return c.json(await presented(c, made), 201);
    })
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('param');
      const actor = c.get('actor');
      const { department } = c.req.valid('json');
      const gone = await deleteWholeEvaluation(deps, actor, id, department);
      const { surveys, responses, accessCodes, points, planVersions, scores } = gone;
      const { cells, frozenFigures } = gone;
      return c.json(
        { surveys, responses, accessCodes, points, planVersions, scores, cells, frozenFigures },
        200,
      );
    });
}
