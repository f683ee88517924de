import type { Evaluation } from './api/evaluations.ts';
import type { SurveySummary } from './api/surveys.ts';
import { count, outOf } from './format.ts';
import type { Stop } from './paths.ts';
import type { Words } from './words/zh.ts';

/** What a stop says about where its numbers stand; label and unit may be left out where room is short. */
export interface StopLine {
  label?: string;
  value: string;
  unit?: string;
}
export interface StopState {
  /** ahead: nothing there yet; begun: not yet whole; done: its numbers are there. */
  progress: 'ahead' | 'begun' | 'done';
  lines: StopLine[];
}

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

/** What each of the four open stops shows, in the reader's words. */
export function stopStates(evaluation: Evaluation, words: Words): Record<Stop, StopState> {
  const { surveys, score } = evaluation;
  const feeding = scoreRelevantSurveys(evaluation);
  const labelled = (survey: SurveySummary, value: string, unit?: string): StopLine => ({
    label: words.groups[survey.respondentGroup],
    value,
    ...(unit ? { unit } : {}),
  });
  const received = feeding.filter((survey) => survey.received > 0);
  const begun = (score.total?.value ?? 0) > 0;
  const measured = feeding.filter((survey) => survey.composite !== null);
  return {
    questionnaires: {
      progress: surveys.length > 0 ? 'done' : 'ahead',
      lines: [
        surveys.length > 0
          ? { value: count(surveys.length), unit: words.stops.surveys(surveys.length) }
          : { value: words.stops.noSurveys },
      ],
    },
    returns: {
      progress: progressOf(received.length, feeding),
      lines:
        feeding.length > 0
          ? firstTwoLines(feeding, (survey) =>
              labelled(survey, outOf(survey.valid, survey.plan.total), words.stops.valid),
            )
          : [{ value: words.stops.nothing }],
    },
    results: {
      progress: progressOf(measured.length, feeding),
      lines:
        measured.length > 0
          ? firstTwoLines(measured, (survey) => labelled(survey, survey.composite?.display ?? ''))
          : [{ value: words.stops.nothing }],
    },
    scoring: {
      progress: score.complete ? 'done' : begun ? 'begun' : 'ahead',
      lines: [
        score.complete || begun
          ? {
              value: score.total?.display ?? '',
              unit: score.complete ? (score.grade ?? '') : words.stops.incomplete,
            }
          : { value: words.stops.nothing },
      ],
    },
  };
}

/** Two lines have room in the rail; what does not fit is counted. */
function firstTwoLines(
  surveys: SurveySummary[],
  line: (survey: SurveySummary) => StopLine,
): StopLine[] {
  const [first, second, ...rest] = surveys;
  const lines = [first, second].filter((survey) => survey !== undefined).map(line);
  const last = lines.at(-1);
  if (last && rest.length > 0) last.unit = `${last.unit ?? ''} +${rest.length}`;
  return lines;
}

function progressOf(reached: number, surveys: SurveySummary[]): StopState['progress'] {
  if (reached === 0) return 'ahead';
  const open = surveys.some((survey) => survey.state !== 'closed');
  return reached === surveys.length && !open ? 'done' : 'begun';
}

/** Where an evaluation opens: the furthest stop that has something to read. */
export function furthestStop(evaluation: Evaluation): Stop {
  if (evaluation.surveys.length === 0) return 'questionnaires';
  if (evaluation.score.complete) return 'scoring';
  return evaluation.surveys.some((survey) => survey.valid > 0) ? 'results' : 'returns';
}
