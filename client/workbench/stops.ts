import type { Evaluation } from './api/evaluations.ts';
import type { SurveySummary } from './api/surveys.ts';
import type { Stop } from './paths.ts';

/**
 * The surveys whose numbers travel on to the score: those that feed an indicator, else (nothing chosen, or
 * no indicator needs one) every formal survey. Pilots never.
 */
export function scoreRelevantSurveys(evaluation: Evaluation): SurveySummary[] {
  const formal = evaluation.surveys.filter((survey) => survey.phase === 'formal');
  const feeding = formal.filter((survey) => survey.feeds.length > 0);
  return feeding.length > 0 ? feeding : formal;
}

/** Surveys as they are listed: those that may score before pilots. */
export const formalFirst = (surveys: readonly SurveySummary[]): SurveySummary[] => [
  ...surveys.filter((survey) => survey.phase === 'formal'),
  ...surveys.filter((survey) => survey.phase === 'pilot'),
];

/** Where an evaluation opens: the furthest stop that has something to read. */
export function furthestStop(evaluation: Evaluation): Stop {
  if (evaluation.surveys.length === 0) return 'questionnaires';
  if (evaluation.score.complete) return 'scoring';
  return evaluation.surveys.some((survey) => survey.valid > 0) ? 'results' : 'returns';
}
