import { z } from '@hono/zod-openapi';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import type { EvaluationSummary } from '../scoring/summaries.ts';
import { presentNumberOrNull } from './calculated.ts';
import { CalculatedOrNull, type PresentedTo, TitledRef } from './schemas.ts';
import { presentSurveySummary, SurveySummarySchema } from './survey.ts';

const Feeds = z.record(RespondentGroup, z.string());

export const EvaluationSchema = z
  .object({
    id: z.string(),
    department: z.string(),
    place: z.string(),
    year: z.int(),
    indicatorSystem: TitledRef,
    feeds: Feeds,
    example: z.boolean(),
    createdAt: z.string(),
    surveys: z.array(SurveySummarySchema),
    score: z.object({
      total: CalculatedOrNull,
      grade: z.string().nullable(),
      complete: z.boolean(),
    }),
  })
  .openapi('Evaluation');

/** An evaluation with its surveys and where its score stands. */
export function presentEvaluation(
  { evaluation, system, surveys, score }: EvaluationSummary,
  to: PresentedTo,
): z.infer<typeof EvaluationSchema> {
  const { id, version } = evaluation.indicatorSystem;
  return {
    id: evaluation.id,
    department: evaluation.department,
    place: evaluation.place,
    year: evaluation.year,
    indicatorSystem: { id, version, title: textIn(system.title, to.language) },
    feeds: presentFeeds(evaluation.feeds),
    example: evaluation.example,
    createdAt: evaluation.createdAt,
    surveys: surveys.map((survey) => presentSurveySummary(survey, evaluation, to)),
    score: {
      total: presentNumberOrNull(score.total, system.scoreDecimals),
      grade: score.grade && textIn(score.grade, to.language),
      complete: score.complete,
    },
  };
}

/** By group, whatever groups there are. */
function presentFeeds(feeds: Readonly<Record<string, string>>): z.infer<typeof Feeds> {
  return Object.fromEntries(
    Object.entries(feeds).filter(([group]) => RespondentGroup.safeParse(group).success),
  );
}
