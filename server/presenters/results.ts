import { z } from '@hono/zod-openapi';
import { COMPARATOR_GAPS } from '../../analysis/comparators.ts';
import { explainComposite } from '../../analysis/explain-composite.ts';
import type { Rounding } from '../../analysis/percent.ts';
import type { SurveyResults } from '../../analysis/satisfaction.ts';
import { compositeItems } from '../../survey-definitions/composite-items.ts';
import { asWritten, toNumber } from '../../survey-definitions/fraction.ts';
import { itemsOf, optionsOf } from '../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { FLAG_CODES } from '../../survey-definitions/response.ts';
import { PROVENANCES } from '../../survey-definitions/survey.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { SurveyUncertainty } from '../figures/uncertainty.ts';
import type { CompositeTarget } from '../scoring/composite-targets.ts';
import type { FlagCount } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import type { Survey } from '../store/surveys.ts';
import { presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull } from './schemas.ts';
import { presentUncertainty, UncertaintySchema } from './uncertainty.ts';

const Gap = z.enum(COMPARATOR_GAPS).nullable();

export const ResultsSchema = z
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
        base: z.int().describe('Valid scored answers to the item (答题人数)'),
        answered: z.int().describe('Valid answers to the item, scored or not'),
        scale: z
          .object({
            id: z.string(),
            outOf: z.string().describe('The weight that stands for 100 %'),
          })
          .nullable()
          .describe('null for an item that is on none'),
        options: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            count: z.int(),
            scored: z.boolean().describe('A grade of a scale, with a weight'),
            percent: CalculatedOrNull.describe(
              'Of the base where scored, else of all who answered',
            ),
            weight: z.number().optional(),
            weightWritten: z
              .string()
              .optional()
              .describe('The weight in full and exactly: 4.5, or 1/3 where its decimals never end'),
            weighted: CalculatedOrNull.optional(),
          }),
        ),
        satisfaction: CalculatedOrNull,
      }),
    ),
    composite: CalculatedOrNull,
    compositeBase: z
      .int()
      .describe('Valid responses with a scored answer to at least one item of the composite'),
    compositeMethod: z
      .enum(['mean', 'items', 'dimensions', 'pooled', 'overall', 'top', 'persons'])
      .describe(
        'How the composite is made (综合满意度算法); mean where the questionnaire says nothing',
      ),
    compositeInWords: z
      .string()
      .describe('How it was made of its items, in one line of the language asked for'),
    compositeItems: z.array(z.string()).describe('Ids of the items that count in the composite'),
    flags: z
      .array(
        z.object({
          code: z.enum(FLAG_CODES),
          valid: z.int().describe('Valid responses that carry it'),
          received: z.int().describe('All that carry it, whatever became of them'),
        }),
      )
      .describe('Flags (疑点) that any response carries; one may carry several'),
    comparators: z.object({
      topTwoBox: CalculatedOrNull,
      evenWeights: CalculatedOrNull,
      overallItem: CalculatedOrNull,
      itemMean: CalculatedOrNull,
      pooled: CalculatedOrNull,
    }),
    comparatorGaps: z
      .object({ topTwoBox: Gap, evenWeights: Gap, overallItem: Gap, itemMean: Gap, pooled: Gap })
      .describe('Why a comparator is null'),
    uncertainty: UncertaintySchema,
  })
  .openapi('Results');

/** What a survey says: frequencies, satisfaction, composite, comparators. Nobody's own words: those are for whoever may see responses. */
export function presentResults(
  given: {
    survey: Survey;
    evaluation: Evaluation;
    questionnaire: Questionnaire;
    rounding: Rounding;
    results: SurveyResults;
    flags: readonly FlagCount[];
    uncertainty: SurveyUncertainty;
    targets: readonly CompositeTarget[];
  },
  language: Language,
): z.infer<typeof ResultsSchema> {
  const { survey, results, rounding } = given;
  const { topTwoBox, evenWeights, overallItem, itemMean, pooled } = results.comparators;
  const gaps = results.comparatorGaps;
  return {
    code: survey.code,
    rounding,
    provenance: survey.provenance,
    base: results.base,
    items: presentItems(given, language),
    composite: presentNumberOrNull(results.composite, 2),
    compositeBase: results.compositeBase,
    compositeMethod: results.made.method,
    compositeInWords: sayComposite(given, language),
    compositeItems: compositeItems(given.questionnaire),
    flags: given.flags.map(({ code, valid, received }) => ({ code, valid, received })),
    comparators: {
      topTwoBox: presentNumberOrNull(topTwoBox, 2),
      evenWeights: presentNumberOrNull(evenWeights, 2),
      overallItem: presentNumberOrNull(overallItem, 2),
      itemMean: presentNumberOrNull(itemMean, 2),
      pooled: presentNumberOrNull(pooled, 2),
    },
    comparatorGaps: {
      topTwoBox: gaps.topTwoBox,
      evenWeights: gaps.evenWeights,
      overallItem: gaps.overallItem,
      itemMean: gaps.itemMean,
      pooled: gaps.pooled,
    },
    uncertainty: presentUncertainty(given.uncertainty, given.targets),
  };
}

function sayComposite(
  given: {
    evaluation: Evaluation;
    questionnaire: Questionnaire;
    rounding: Rounding;
    results: SurveyResults;
  },
  language: Language,
): string {
  const { evaluation, questionnaire, rounding, results } = given;
  const say = textFor(evaluation, language);
  const topics = new Map(itemsOf(questionnaire).map(({ id, topic }) => [id, topic]));
  const { composite } = questionnaire;
  const dimensions = new Map(
    (composite?.method === 'dimensions' ? composite.dimensions : []).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return explainComposite(
    { value: results.composite, made: results.made },
    rounding,
    {
      topicOf: (id) => say(topics.get(id) ?? id),
      nameOf: (id) => say(dimensions.get(id) ?? id),
    },
    language,
  );
}

function presentItems(
  {
    evaluation,
    questionnaire,
    results,
  }: { evaluation: Evaluation; questionnaire: Questionnaire; results: SurveyResults },
  language: Language,
): z.infer<typeof ResultsSchema>['items'] {
  const say = textFor(evaluation, language);
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
          answered: result.answered,
          scale: result.scale && { id: result.scale.id, outOf: asWritten(result.scale.outOf) },
          options: result.options.map(({ id, count, scored, percent, weight, weighted }) => ({
            id,
            label: say(labels.get(id) ?? id),
            count,
            scored,
            percent: presentNumberOrNull(percent, 2),
            ...(weight === undefined
              ? {}
              : {
                  weight: toNumber(weight),
                  weightWritten: asWritten(weight),
                  weighted: presentNumberOrNull(weighted ?? null, 2),
                }),
          })),
          satisfaction: presentNumberOrNull(result.satisfaction, 2),
        },
      ];
    }),
  );
}
