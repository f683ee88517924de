import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Deps } from '../context.ts';
import { foundEvaluation } from '../evaluations/load.ts';
import { SurveySummary } from '../http/shapes.ts';
import { Problem } from '../problem.ts';
import { readEvaluationSoFar } from '../scoring/current.ts';
import type { Survey } from '../store/surveys.ts';
import { summaryOf } from './evaluation.ts';

export const SurveyShown = SurveySummary.extend({
  evaluation: z.object({
    id: z.string(),
    department: z.string(),
    place: z.string(),
    year: z.int(),
  }),
}).openapi('Survey');

/** One survey as the API shows it, with what it feeds and the evaluation it belongs to. */
export async function shownSurvey(
  c: Context,
  deps: Deps,
  { code, evaluationId }: Survey,
): Promise<z.infer<typeof SurveyShown>> {
  const { read } = deps.store;
  const soFar = await readEvaluationSoFar(read, await foundEvaluation(read, evaluationId));
  const survey = soFar.surveys.find((each) => each.survey.code === code);
  if (survey === undefined) throw new Problem('unknown-survey');
  const { id, department, place, year } = soFar.evaluation;
  return { ...summaryOf(c, deps, soFar, survey), evaluation: { id, department, place, year } };
}
