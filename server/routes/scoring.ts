import { z } from '@hono/zod-openapi';
import { cellsOf } from '../../analysis/scoring/cells.ts';
import { faultsIn } from '../../survey-definitions/fault.ts';
import { Entered } from '../../survey-definitions/rules/numbers.ts';
import { LONGEST_NOTE, LONGEST_REASON } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { isBlankText } from '../../survey-definitions/unseen.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { evaluationFor } from '../evaluations/load.ts';
import { languageOf } from '../http/language.ts';
import { isNotModified } from '../http/not-modified.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, jsonRequest, NOT_MODIFIED, problems } from '../http/schemas.ts';
import { presentScoring, ScoringSchema } from '../presenters/scoring.ts';
import { Problem } from '../problem.ts';
import { uncomputable } from '../scoring/computable.ts';
import { scoreEvaluation } from '../scoring/current.ts';
import { changeIn } from '../scoring/entry-change.ts';
import { indicatorFor, readEntry } from '../scoring/entry-findings.ts';
import { readBaseData } from '../store/base-data.ts';
import { holdEvaluation } from '../store/evaluations.ts';
import { indicatorSystemOf } from '../store/indicator-systems.ts';
import { type EntryChange, readEntries, writeEntry } from '../store/scoring-entries.ts';

const Entry = z
  .strictObject({
    inputs: z.record(z.string(), z.unknown()).nullable().optional(),
    override: z
      .strictObject({ score: Entered, reason: filledText(LONGEST_REASON) })
      .nullable()
      .optional()
      .describe('评价组核定; null takes it back'),
    note: z.string().trim().max(LONGEST_NOTE).nullable().optional(),
  })
  .refine((entry) => Object.keys(entry).length > 0, 'inputs, override or note');
type Entry = z.infer<typeof Entry>;

const show = route({
  method: 'get',
  path: '/api/evaluations/{id}/scoring',
  access: 'scoring.read',
  operationId: 'getScoring',
  summary:
    'The scoring table: every indicator by its rule and as it counts, subtotals, total, grade',
  request: { params: EvaluationId },
  responses: {
    200: json(ScoringSchema, 'The table'),
    304: NOT_MODIFIED,
    ...problems(401, 403, 404),
  },
});
const put = route({
  method: 'put',
  path: '/api/evaluations/{id}/scoring/{code}',
  access: 'scoring.write',
  operationId: 'enterScore',
  summary: 'Enter what an indicator is scored by, or override it; what is left out stays',
  request: {
    params: EvaluationId.extend({ code: z.string().max(40) }),
    body: jsonRequest(Entry),
  },
  responses: {
    200: json(ScoringSchema, 'The table as it is now'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});

export function scoringRoutes(deps: Deps) {
  const { store, now } = deps;
  return newRouter()
    .openapi(show, async (c) => {
      const { id } = c.req.valid('param');
      const language = languageOf(c);
      const evaluation = await evaluationFor(store.read, c.get('actor'), 'scoring.read', id);
      if (isNotModified(c, [id, evaluation.revision, language], now())) return c.body(null, 304);
      return c.json(presentScoring(await scoreEvaluation(store.read, evaluation), language), 200);
    })
    .openapi(put, async (c) => {
      const { id, code } = c.req.valid('param');
      const entry = c.req.valid('json');
      const actor = c.get('actor');
      const language = languageOf(c);
      const { evaluation } = await audited(
        deps,
        actor,
        ({ change }: { change: EntryChange }) =>
          Object.keys(change).length === 0
            ? undefined
            : {
                action: actionOf(change),
                evaluationId: id,
                subject: code,
                detail: { ...change },
              },
        async (trx) => {
          await holdEvaluation(trx, id);
          const found = await evaluationFor(trx, actor, 'scoring.write', id);
          const indicator = await indicatorFor(trx, found, code);
          const cells = cellsOf(await readBaseData(trx, id));
          const { findings, entry: kept } = readEntry(indicator, entry, cells);
          if (findings.length > 0) {
            throw new Problem('not-acceptable', { errors: faultsIn(findings, language) });
          }
          const change = changeIn((await readEntries(trx, id))[code], changeOf(kept));
          if (Object.keys(change).length > 0)
            await writeEntry(trx, id, code, change, actor.name, now());
          if (change.inputs) {
            const together = uncomputable(
              await indicatorSystemOf(trx, found),
              await readEntries(trx, id),
            );
            if (together.length > 0)
              throw new Problem('not-acceptable', { errors: faultsIn(together, language) });
          }
          return { evaluation: found, change };
        },
      );
      return c.json(presentScoring(await scoreEvaluation(store.read, evaluation), language), 200);
    });
}

function actionOf({ override, inputs }: EntryChange): string {
  if (override === null) return 'scoring.override-taken-back';
  if (override !== undefined) return 'scoring.override';
  return inputs === undefined ? 'scoring.note' : 'scoring.inputs';
}

function changeOf({ inputs, override, note }: Entry): EntryChange {
  return {
    inputs,
    override: override && { score: String(override.score), reason: override.reason },
    note: typeof note === 'string' && isBlankText(note) ? null : note,
  };
}
