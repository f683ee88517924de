import { z } from '@hono/zod-openapi';
import { surveyResults } from '../../analysis/satisfaction.ts';
import { PointId } from '../../survey-definitions/point.ts';
import { CHANNELS } from '../../survey-definitions/response.ts';
import { HALVES } from '../../survey-definitions/split.ts';
import { PHASES } from '../../survey-definitions/survey.ts';
import type { Deps } from '../context.ts';
import { mustBeDerivable } from '../evaluations/derivable.ts';
import { feedingSurveys } from '../evaluations/feeding-surveys.ts';
import { mustHavePoint } from '../evaluations/known-point.ts';
import { evaluationOf, surveyFor } from '../evaluations/load.ts';
import { mustHaveAnswers } from '../evaluations/retention.ts';
import type { RowCounts } from '../figures/row-counts.ts';
import { isFromRows, splitCounts } from '../figures/split-counts.ts';
import { uncertaintyFrom } from '../figures/uncertainty.ts';
import { languageOf } from '../http/language.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, problems, SurveyCode } from '../http/schemas.ts';
import { presentResults, ResultsSchema } from '../presenters/results.ts';
import { compositeTargets } from '../scoring/composite-targets.ts';
import { readFlagCounts } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { indicatorSystemOf } from '../store/indicator-systems.ts';
import { ownMeansOf } from '../store/own-mean-counts.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import { listSurveys, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

const show = route({
  method: 'get',
  path: '/api/surveys/{code}/results',
  access: 'results.read',
  operationId: 'getResults',
  summary: 'Frequencies, satisfaction, composite and comparators of the valid responses so far',
  request: {
    params: SurveyCode,
    query: z.object({
      rounding: z.enum(['exact', 'published']).default('exact'),
      channel: z.enum([...CHANNELS, '']).optional(),
      point: PointId.optional().describe('Only responses of a collection point'),
      flagged: z.enum(['without', '']).optional().describe('Only responses without any flag'),
      half: z
        .enum([...HALVES, ''])
        .optional()
        .describe(
          'Of the valid responses in the order they came in, those before or behind the middle',
        ),
      phase: z
        .enum([...PHASES, ''])
        .optional()
        .describe('Only if the survey is of it'),
    }),
  },
  responses: { 200: json(ResultsSchema, 'The results'), ...problems(401, 403, 404, 409, 422) },
});

/** What the survey's composite is held to, where it feeds its group. */
async function targetsOf(db: Db, evaluation: Evaluation, survey: Survey) {
  const [system, surveys] = await Promise.all([
    indicatorSystemOf(db, evaluation),
    listSurveys(db, evaluation.id),
  ]);
  return compositeTargets(system, feedingSurveys(evaluation, surveys), survey);
}

const NOTHING: RowCounts = { counts: new Map(), means: { sums: new Map(), owns: new Map() } };

export function resultRoutes(deps: Deps) {
  const { read } = deps.store;
  return newRouter().openapi(show, async (c) => {
    const { code } = c.req.valid('param');
    const { rounding, phase, point, ...wanted } = c.req.valid('query');
    const channel = wanted.channel || undefined;
    const flagged = wanted.flagged || undefined;
    const half = wanted.half || undefined;
    const split = { channel, point, flagged, half };
    const survey = await surveyFor(read, c.get('actor'), 'results.read', code);
    mustBeDerivable(survey, Object.values(split));
    if (isFromRows(split)) mustHaveAnswers(survey);
    await mustHavePoint(read, survey, point);
    const evaluation = await evaluationOf(read, survey);
    const questionnaire = await questionnaireOf(read, survey);
    // A survey is of one phase: asked for the other, it has nothing to say.
    const asked = !phase || phase === survey.phase;
    const counted = asked && (await splitCounts(read, code, questionnaire, split));
    const { counts, means } = counted || NOTHING;
    const flags = asked ? await readFlagCounts(read, code, { channel, point }) : [];
    const results = surveyResults(questionnaire, counts, rounding);
    const exactly = rounding === 'exact' ? results : surveyResults(questionnaire, counts, 'exact');
    const isWhole = Object.values(split).every((part) => part === undefined);
    const uncertainty = uncertaintyFrom(
      ownMeansOf(means),
      { survey, questionnaire, results: exactly },
      !isWhole,
    );
    const targets = isWhole ? await targetsOf(read, evaluation, survey) : [];
    const given = {
      ...{ survey, evaluation, questionnaire, rounding },
      ...{ results, flags, uncertainty, targets },
    };
    return c.json(presentResults(given, languageOf(c)), 200);
  });
}
