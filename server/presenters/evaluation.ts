import { z } from '@hono/zod-openapi';
import { RespondentGroup } from '../../survey-definitions/questionnaire.ts';
import { RESPONDENT_GROUPS } from '../../survey-definitions/survey.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import type { EvaluationInShort } from '../scoring/summaries.ts';
import { shown } from './calculated.ts';
import { CalculatedOrNull, type PresentedTo, TitledRef } from './shapes.ts';
import { presentSurveyInShort, SurveySummary } from './survey.ts';

const Feeds = z.partialRecord(RespondentGroup, z.string());

export const EvaluationShown = z
  .object({
    id: z.string(),
    department: z.string(),
    place: z.string(),
    year: z.int(),
    indicatorSystem: TitledRef,
    feeds: Feeds,
    example: z.boolean(),
    createdAt: z.string(),
    surveys: z.array(SurveySummary),
    score: z.object({
      total: CalculatedOrNull,
      grade: z.string().nullable(),
      complete: z.boolean(),
    }),
  })
  .openapi('Evaluation');

/** An evaluation with its surveys and where its score stands. */
export function presentEvaluation(
  { evaluation, system, surveys, score }: EvaluationInShort,
  to: PresentedTo,
): z.infer<typeof EvaluationShown> {
  const { id, version } = evaluation.indicatorSystem;
  const feeds: z.infer<typeof Feeds> = {};
  for (const group of RESPONDENT_GROUPS) {
    const code = evaluation.feeds[group];
    if (code !== undefined) feeds[group] = code;
  }
  return {
    id: evaluation.id,
    department: evaluation.department,
    place: evaluation.place,
    year: evaluation.year,
    indicatorSystem: { id, version, title: textIn(system.title, to.language) },
    feeds,
    example: evaluation.example,
    createdAt: evaluation.createdAt,
    surveys: surveys.map((survey) => presentSurveyInShort(survey, evaluation, to)),
    score: {
      total: shown(score.total, system.scoreDecimals),
      grade: score.grade && textIn(score.grade, to.language),
      complete: score.complete,
    },
  };
}
