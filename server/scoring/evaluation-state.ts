import type { EvaluationState } from '../../survey-definitions/evaluation.ts';
import type { Fraction } from '../../survey-definitions/fraction.ts';
import { stillCollects, type WithPeriod } from '../evaluations/survey-state.ts';
import type { EvaluationSummary } from './summaries.ts';

/** What the state of an evaluation follows from. */
export interface Standing {
  /** How many respondent groups its indicators ask. */
  groups: number;
  complete: boolean;
  /** Whether any indicator has a score. */
  begun: boolean;
  surveys: readonly (WithPeriod & { feeds: boolean })[];
}

/** What lists are sifted and put in order by. */
export interface ScoredStanding extends Standing {
  total: Fraction | null;
}

/** How far an evaluation has got at a moment. */
export function evaluationState(
  { groups, complete, begun, surveys }: Standing,
  now: Date,
): EvaluationState {
  const collecting = surveys.filter((survey) => stillCollects(survey, now));
  // What still comes in and feeds nothing, such as a pilot, moves no score.
  if (complete) return collecting.some(({ feeds }) => feeds) ? 'fieldwork' : 'complete';
  if (collecting.length > 0) return 'fieldwork';
  if (surveys.some(({ state }) => state !== 'draft')) return 'scoring';
  return groups === 0 && begun ? 'scoring' : 'planning';
}

/** Where an evaluation stands, by its summary. */
export function standingOf({ asks, score, surveys }: EvaluationSummary): ScoredStanding {
  return {
    groups: asks.length,
    complete: score.complete,
    begun: score.total !== null,
    total: score.total,
    surveys: surveys.map(({ survey, feeds }) => ({
      state: survey.state,
      opensAt: survey.opensAt,
      closesAt: survey.closesAt,
      clockClosedAt: survey.clockClosedAt,
      answersRemovedAt: survey.answersRemovedAt,
      feeds: feeds.length > 0,
    })),
  };
}
