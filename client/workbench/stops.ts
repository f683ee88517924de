import type { Calculated, Evaluation } from './api/evaluations.ts';
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

/** A number on its way to the score: of one survey, or of several that feed a group's indicators together. */
export interface NumberOnItsWay {
  surveys: SurveySummary[];
  composite: Calculated;
  /** What the composite is taken of. */
  base: number;
}

/** The numbers that travel on to the score: of surveys that are combined one, else one of each survey. */
export function scoreRelevantNumbers(evaluation: Evaluation): NumberOnItsWay[] {
  const surveys = scoreRelevantSurveys(evaluation);
  return surveys.flatMap((survey) => {
    const ask = evaluation.asks.find(({ group }) => group === survey.respondentGroup);
    const together = surveys.filter(({ code }) => combinedWith(evaluation, survey).includes(code));
    if (!ask || together.length < 2)
      return [{ surveys: [survey], composite: survey.composite, base: survey.compositeBase ?? 0 }];
    if (together[0] !== survey) return [];
    return [{ surveys: together, composite: ask.composite, base: ask.base ?? 0 }];
  });
}

/** Codes of the surveys that a survey is combined with to feed the indicators of its group, itself among them; none where it is not. */
export function combinedWith({ feeds }: Evaluation, survey: SurveySummary): string[] {
  const feed = feeds[survey.respondentGroup];
  if (survey.feeds.length === 0 || feed === undefined || typeof feed === 'string') return [];
  return feed.surveys.map(({ code }) => code);
}

/** Whether an indicator asks the group of a survey, or of a questionnaire. */
export const isAsked = ({ asks }: Evaluation, { respondentGroup }: { respondentGroup: string }) =>
  asks.some(({ group }) => group === respondentGroup);

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
