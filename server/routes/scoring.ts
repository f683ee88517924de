import { createRoute, z } from '@hono/zod-openapi';
import { type Finding, faultsIn, finding } from '../../survey-definitions/fault.ts';
import { compare, exact, ZERO } from '../../survey-definitions/fraction.ts';
import { type Indicator, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { isBlankText } from '../../survey-definitions/response.ts';
import { Exact } from '../../survey-definitions/scoring-rule.ts';
import { LONGEST_NOTE, LONGEST_REASON } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { foundEvaluation } from '../evaluations/load.ts';
import { languageOf } from '../http/language.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, jsonRequest, otherwise } from '../http/shapes.ts';
import { Scoring, scoringShown } from '../presenters/scoring.ts';
import { Problem } from '../problem.ts';
import { readEvaluationSoFar } from '../scoring/current.ts';
import { inputFindings } from '../scoring/entered-inputs.ts';
import { findIndicatorSystem } from '../store/indicator-systems.ts';
import { writeEntry } from '../store/scoring-entries.ts';
import type { Db } from '../store/tables.ts';

const Entry = z
  .strictObject({
    inputs: z.record(z.string(), z.unknown()).nullable().optional(),
    override: z
      .strictObject({ score: Exact, reason: filledText(LONGEST_REASON) })
      .nullable()
      .optional()
      .describe('评价组核定; null takes it back'),
    note: z.string().trim().max(LONGEST_NOTE).nullable().optional(),
  })
  .refine((entry) => Object.keys(entry).length > 0, 'inputs, override or note');
type Entry = z.infer<typeof Entry>;

const show = createRoute({
  method: 'get',
  path: '/api/evaluations/{id}/scoring',
  summary:
    'The scoring table: every indicator by its rule and as it counts, subtotals, total, grade',
  request: { params: EvaluationId },
  responses: { 200: json(Scoring, 'The table'), ...otherwise(401, 404) },
});
const put = createRoute({
  method: 'put',
  path: '/api/evaluations/{id}/scoring/{code}',
  summary: 'Enter what an indicator is scored by, or override it; what is left out stays',
  request: {
    params: EvaluationId.extend({ code: z.string().max(40) }),
    body: jsonRequest(Entry),
  },
  responses: {
    200: json(Scoring, 'The table as it is now'),
    ...otherwise(401, 403, 404, 415, 422),
  },
});

export function scoringRoutes(deps: Deps) {
  const { store } = deps;
  const table = async (id: string) =>
    readEvaluationSoFar(store.read, await foundEvaluation(store.read, id));
  return newRouter()
    .openapi(show, async (c) => {
      return c.json(scoringShown(await table(c.req.valid('param').id), languageOf(c)), 200);
    })
    .openapi(put, async (c) => {
      const { id, code } = c.req.valid('param');
      const entry = c.req.valid('json');
      await audited(
        deps,
        c,
        { action: actionOf(entry), evaluationId: id, subject: code, detail: entry },
        async (trx) => {
          const indicator = await foundIndicator(trx, id, code);
          const findings = findingsOf(indicator, entry);
          if (findings.length > 0) {
            throw new Problem('not-acceptable', { errors: faultsIn(findings, languageOf(c)) });
          }
          const override = entry.override && {
            ...entry.override,
            score: String(entry.override.score),
          };
          const change = {
            ...entry,
            override,
            note: typeof entry.note === 'string' && isBlankText(entry.note) ? null : entry.note,
          };
          await writeEntry(trx, id, code, change, c.get('actor').name, deps.now());
        },
      );
      return c.json(scoringShown(await table(id), languageOf(c)), 200);
    });
}

function actionOf({ override, inputs }: Entry): string {
  if (override === null) return 'scoring.override-taken-back';
  if (override !== undefined) return 'scoring.override';
  return inputs === undefined ? 'scoring.note' : 'scoring.inputs';
}

async function foundIndicator(db: Db, evaluationId: string, code: string): Promise<Indicator> {
  const evaluation = await foundEvaluation(db, evaluationId);
  const { id, version } = evaluation.indicatorSystem;
  const system = await findIndicatorSystem(db, id, version);
  const found = system && indicatorsOf(system).find(({ indicator }) => indicator.code === code);
  if (found === undefined) throw new Problem('unknown-indicator');
  return found.indicator;
}

function findingsOf(indicator: Indicator, { inputs, override }: Entry): Finding[] {
  const entered = inputs ? inputFindings(indicator, inputs) : [];
  if (!override) return entered;
  const score = String(override.score);
  const steps = ['override', 'score'];
  const weight = String(indicator.weight);
  const range = finding(
    steps,
    'out-of-range',
    `核定得分应在 0 到分值 ${weight} 之间`,
    `an override is between 0 and the weight ${weight}`,
  );
  if (score.length > 40) return [...entered, range];
  const value = exact(score);
  const fits = compare(value, ZERO) >= 0 && compare(value, exact(indicator.weight)) <= 0;
  return fits ? entered : [...entered, range];
}
