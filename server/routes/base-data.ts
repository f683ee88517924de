import { z } from '@hono/zod-openapi';
import { BaseData } from '../../survey-definitions/base-data.ts';
import { baseDataFaults } from '../../survey-definitions/base-data-faults.ts';
import { faultsIn } from '../../survey-definitions/fault.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { languageOf } from '../http/language.ts';
import { isNotModified } from '../http/not-modified.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, jsonRequest, NOT_MODIFIED, problems } from '../http/schemas.ts';
import { BaseDataSchema, presentBaseData, presentDryRun } from '../presenters/base-data.ts';
import { Problem } from '../problem.ts';
import { baseDataChange, movesBy } from '../scoring/base-data-change.ts';
import { scoreEvaluation } from '../scoring/current.ts';
import { readBaseData, writeBaseData } from '../store/base-data.ts';

const PATH = '/api/evaluations/{id}/base-data';

const show = route({
  method: 'get',
  path: PATH,
  access: 'base-data.read',
  operationId: 'getBaseData',
  summary: 'The amounts and numbers that inputs are computed from, and the checks that fail',
  request: { params: EvaluationId },
  responses: {
    200: json(BaseDataSchema, 'The base data'),
    304: NOT_MODIFIED,
    ...problems(401, 403, 404),
  },
});
const put = route({
  method: 'put',
  path: PATH,
  access: 'base-data.write',
  operationId: 'changeBaseData',
  summary:
    'Put cells and checks in the place of those there are; `dryRun=1` only says what it moves',
  request: {
    params: EvaluationId,
    query: z.strictObject({ dryRun: z.literal('1').optional() }),
    body: jsonRequest(BaseData),
  },
  responses: {
    200: json(BaseDataSchema, 'The base data as it is now, or would be'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});

export function baseDataRoutes(deps: Deps) {
  const { store, now } = deps;
  return newRouter()
    .openapi(show, async (c) => {
      const { id } = c.req.valid('param');
      const language = languageOf(c);
      const evaluation = await evaluationFor(store.read, c.get('actor'), 'base-data.read', id);
      if (isNotModified(c, [id, evaluation.revision, language], now())) return c.body(null, 304);
      return c.json(presentBaseData(await readBaseData(store.read, id), language), 200);
    })
    .openapi(put, async (c) => {
      const { id } = c.req.valid('param');
      const data = c.req.valid('json');
      const { dryRun } = c.req.valid('query');
      const actor = c.get('actor');
      const language = languageOf(c);
      // What is only looked at needs nothing to be held.
      const evaluation = await evaluationFor(store.read, actor, 'base-data.read', id);
      const faults = baseDataFaults(data);
      if (faults.length > 0)
        throw new Problem('not-acceptable', { errors: faultsIn(faults, language) });
      if (dryRun !== undefined) {
        const evaluated = await scoreEvaluation(store.read, evaluation);
        const unstored = { ...data, updatedAt: null, updatedBy: null };
        return c.json(presentDryRun(unstored, movesBy(evaluated, data), evaluated, language), 200);
      }
      const { stored } = await audited(
        deps,
        actor,
        ({ change }: { change: ReturnType<typeof baseDataChange> }) =>
          change && {
            action: 'base-data.change',
            evaluationId: id,
            subject: id,
            detail: { ...change },
          },
        async (trx) => {
          await evaluationFor(trx, actor, 'base-data.write', id);
          const change = baseDataChange(await readBaseData(trx, id), data);
          if (change !== undefined) await writeBaseData(trx, id, data, actor.name, now());
          return { change, stored: await readBaseData(trx, id) };
        },
      );
      return c.json(presentBaseData(stored, language), 200);
    });
}
