import { createRoute, z } from '@hono/zod-openapi';
import { type SurveyResults, surveyResults } from '../../analysis/satisfaction.ts';
import { itemsOf, optionsOf, type Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { PHASES, PROVENANCES } from '../../survey-definitions/survey.ts';
import { fillIn, type Text, textIn } from '../../survey-definitions/text.ts';
import type { Deps } from '../context.ts';
import { foundEvaluation, foundSurvey, questionnaireOf } from '../evaluations/load.ts';
import { languageOf } from '../http/language.ts';
import { newRouter } from '../http/router.ts';
import { CalculatedOrNull, Channel, json, otherwise, SurveyCode } from '../http/shapes.ts';
import { shownOrNull } from '../presenters/calculated.ts';
import { placeholdersOf } from '../presenters/evaluation.ts';
import { readCounts } from '../store/counts.ts';
import { textAnswers } from '../store/text-answers.ts';

const Results = z
  .object({
    code: z.string(),
    rounding: z.enum(['exact', 'published']),
    provenance: z.enum(PROVENANCES),
    base: z.int().describe('Valid responses'),
    items: z.array(
      z.object({
        id: z.string(),
        topic: z.string(),
        type: z.enum(['single', 'multiple', 'satisfaction', 'text']),
        section: z.string(),
        base: z.int().describe('Valid answers to the item (答题人数)'),
        options: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            count: z.int(),
            percent: CalculatedOrNull,
            weight: z.number().optional(),
            weighted: CalculatedOrNull.optional(),
          }),
        ),
        satisfaction: CalculatedOrNull,
      }),
    ),
    composite: CalculatedOrNull,
    comparators: z.object({
      topTwoBox: CalculatedOrNull,
      evenWeights: CalculatedOrNull,
      overallItem: CalculatedOrNull,
    }),
    uncertainty: z.null(),
    texts: z.array(z.object({ item: z.string(), answers: z.array(z.string()) })),
  })
  .openapi('Results');

const show = createRoute({
  method: 'get',
  path: '/api/surveys/{code}/results',
  summary: 'Frequencies, satisfaction, composite and comparators of the valid responses so far',
  request: {
    params: SurveyCode,
    query: z.object({
      rounding: z.enum(['exact', 'published']).default('exact'),
      channel: Channel.or(z.literal('')).optional(),
      phase: z
        .enum([...PHASES, ''])
        .optional()
        .describe('Only if the survey is of it'),
    }),
  },
  responses: { 200: json(Results, 'The results'), ...otherwise(401, 404, 422) },
});

/** Open answers shown beside the figures; all of them are in the list of responses. */
const TEXTS = 50;

export function resultRoutes(deps: Deps) {
  const { read } = deps.store;
  return newRouter().openapi(show, async (c) => {
    const { code } = c.req.valid('param');
    const { rounding, channel: wanted, phase } = c.req.valid('query');
    const channel = wanted || undefined;
    const survey = await foundSurvey(read, code);
    const evaluation = await foundEvaluation(read, survey.evaluationId);
    const questionnaire = await questionnaireOf(read, survey);
    // A survey is of one phase: asked for the other, it has nothing to say.
    const asked = !phase || phase === survey.phase;
    const counts = asked ? await readCounts(read, code, { channel }) : new Map();
    const language = languageOf(c);
    const values = placeholdersOf(evaluation);
    const say = (text: Text) => fillIn(textIn(text, language), values);
    const results = surveyResults(questionnaire, counts, rounding);
    const texts = asked ? await textsOf(questionnaire, code, channel) : [];
    return c.json(
      {
        code,
        rounding,
        provenance: survey.provenance,
        base: results.base,
        items: itemsShown(questionnaire, results, say),
        composite: shownOrNull(results.composite, 2),
        comparators: {
          topTwoBox: shownOrNull(results.comparators.topTwoBox, 2),
          evenWeights: shownOrNull(results.comparators.evenWeights, 2),
          overallItem: shownOrNull(results.comparators.overallItem, 2),
        },
        uncertainty: null,
        texts,
      },
      200,
    );
  });

  function textsOf(
    questionnaire: Questionnaire,
    code: string,
    channel: z.infer<typeof Channel> | undefined,
  ) {
    const items = itemsOf(questionnaire).filter((item) => item.type === 'text');
    return Promise.all(
      items.map(async ({ id }) => ({
        item: id,
        answers: await textAnswers(read, code, id, TEXTS, channel),
      })),
    );
  }
}

function itemsShown(
  questionnaire: Questionnaire,
  results: SurveyResults,
  say: (text: Text) => string,
) {
  return questionnaire.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const result = results.items.find(({ id }) => id === item.id);
      if (result === undefined) return [];
      const labels = new Map(optionsOf(questionnaire, item).map(({ id, label }) => [id, label]));
      return [
        {
          id: item.id,
          topic: say(item.topic),
          type: item.type,
          section: section.id,
          base: result.base,
          options: result.options.map(({ id, count, percent, weight, weighted }) => ({
            id,
            label: say(labels.get(id) ?? id),
            count,
            percent: shownOrNull(percent, 2),
            ...(weight === undefined ? {} : { weight, weighted: shownOrNull(weighted ?? null, 2) }),
          })),
          satisfaction: shownOrNull(result.satisfaction, 2),
        },
      ];
    }),
  );
}
