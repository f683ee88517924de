import { z } from '@hono/zod-openapi';
import { ASKED_UNKNOWN, type Share } from '../../analysis/item-nonresponse.ts';
import type { ScoredSystem } from '../../analysis/scoring/score.ts';
import { type Fraction, subtract } from '../../survey-definitions/fraction.ts';
import { itemsOf } from '../../survey-definitions/item-options.ts';
import { FLAG_CODES } from '../../survey-definitions/response.ts';
import { NO_SPLIT, SPLIT_KINDS } from '../../survey-definitions/split.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { textFor } from '../evaluations/placeholders.ts';
import type { Compared } from '../scoring/compared.ts';
import type { Evaluation } from '../store/evaluations.ts';
import type { Survey } from '../store/surveys.ts';
import { presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull } from './schemas.ts';

const ShareSchema = z.object({ n: z.int(), percent: CalculatedOrNull });

export const ComparisonSchema = z
  .object({
    code: z.string(),
    fromRows: z.boolean().describe('Whether flagged and half are among the splits'),
    splits: z.array(
      z.object({
        by: z.enum(SPLIT_KINDS),
        id: z
          .string()
          .nullable()
          .describe('without, a channel, a point (empty: none), early or late; null for all'),
        name: z.string().nullable().describe('Of a collection point'),
        because: z.enum(NO_SPLIT).nullable().describe('Why nothing can be said of it'),
        base: z.int().nullable().describe('Valid responses'),
        compositeBase: z.int().nullable(),
        composite: CalculatedOrNull,
        difference: CalculatedOrNull.describe('To all, in percentage points'),
        scored: z
          .object({
            indicators: z.array(z.object({ code: z.string(), score: CalculatedOrNull })),
            total: CalculatedOrNull,
            grade: z.string().nullable(),
          })
          .nullable()
          .describe(
            'What the evaluation would score if the survey had these responses alone; null where it feeds nothing, or for whoever may not read scores',
          ),
      }),
    ),
    items: z.array(
      z.object({
        id: z.string(),
        topic: z.string(),
        asked: z.int().nullable().describe('Valid responses to which it applied'),
        askedUnknown: z.enum(ASKED_UNKNOWN).nullable().describe('Why counts do not tell that'),
        answered: z.int(),
        nonResponse: ShareSchema.nullable().describe('Of those asked'),
        unscored: ShareSchema.nullable().describe(
          'Of the answers; null where it has no unscored option',
        ),
      }),
    ),
    flags: z.array(z.object({ code: z.enum(FLAG_CODES), valid: z.int(), received: z.int() })),
  })
  .openapi('Comparison');

/** A survey's results beside one another, each with its difference to all. */
export function presentComparison(
  { survey, evaluation, fromRows }: { survey: Survey; evaluation: Evaluation; fromRows: boolean },
  compared: Compared,
  language: Language,
): z.infer<typeof ComparisonSchema> {
  const { splits, items, flags, questionnaire } = compared;
  const say = textFor(evaluation, language);
  const topics = new Map(itemsOf(questionnaire).map(({ id, topic }) => [id, topic]));
  const whole = splits.find(({ by }) => by === 'all')?.of?.results.composite ?? null;
  return {
    code: survey.code,
    fromRows,
    splits: splits.map(({ by, id, name, because, of, scored }) => {
      const composite = of?.results.composite ?? null;
      return {
        by,
        id,
        name,
        because,
        base: of?.results.base ?? null,
        compositeBase: of?.results.compositeBase ?? null,
        composite: presentNumberOrNull(composite, 2),
        difference: presentNumberOrNull(by === 'all' ? null : differenceOf(composite, whole), 2),
        scored: scored && presentScored(scored, compared, say),
      };
    }),
    items: items.map(({ id, asked, askedUnknown, answered, nonResponse, unscored }) => ({
      id,
      topic: say(topics.get(id) ?? id),
      asked,
      askedUnknown,
      answered,
      nonResponse: presentShare(nonResponse),
      unscored: presentShare(unscored),
    })),
    flags: flags.map(({ code, valid, received }) => ({ code, valid, received })),
  };
}

const differenceOf = (a: Fraction | null, b: Fraction | null) =>
  a === null || b === null ? null : subtract(a, b);

const presentShare = (share: Share | null) =>
  share && { n: share.n, percent: presentNumberOrNull(share.percent, 2) };

function presentScored(
  { indicators, total, grade }: ScoredSystem,
  { evaluated, indicators: fed }: Compared,
  say: ReturnType<typeof textFor>,
) {
  const decimals = evaluated?.system.scoreDecimals ?? 2;
  return {
    indicators: indicators
      .filter(({ code }) => fed.includes(code))
      .map(({ code, score }) => ({ code, score: presentNumberOrNull(score, decimals) })),
    total: presentNumberOrNull(total, decimals),
    grade: grade && say(grade),
  };
}
