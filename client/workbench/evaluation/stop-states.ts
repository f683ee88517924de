import type { Language } from '../../../survey-definitions/text.ts';
import type { Evaluation } from '../api/evaluations.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { count, outOf } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import type { Stop } from '../paths.ts';
import { scoreRelevantSurveys } from '../stops.ts';
import { tradeTerms } from '../terms.ts';
import { inLanguage } from '../translation.ts';
import { evaluationWords } from './words.ts';

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

/** What each of the four open stops shows, in the reader's language. */
export function stopStates(evaluation: Evaluation, language: Language): Record<Stop, StopState> {
  const words = inLanguage(evaluationWords, language);
  const terms = inLanguage(tradeTerms, language);
  const { surveys, score } = evaluation;
  const feeding = scoreRelevantSurveys(evaluation);
  const labelled = (survey: SurveySummary, value: string, unit?: string): StopLine => ({
    label: groupLabel(terms, survey),
    value,
    ...(unit ? { unit } : {}),
  });
  const received = feeding.filter((survey) => survey.received > 0);
  const begun = score.total !== null;
  const measured = feeding.filter((survey) => survey.composite !== null);
  return {
    questionnaires: {
      progress: surveys.length > 0 ? 'done' : 'ahead',
      lines: [
        surveys.length > 0
          ? { value: count(surveys.length), unit: words.surveys(surveys.length) }
          : { value: words.noSurveys },
      ],
    },
    returns: {
      progress: progressOf(received.length, feeding),
      lines:
        feeding.length > 0
          ? firstTwoLines(feeding, (survey) =>
              labelled(survey, outOf(survey.valid, survey.plan.total), words.valid),
            )
          : [{ value: words.nothing }],
    },
    results: {
      progress: progressOf(measured.length, feeding),
      lines:
        measured.length > 0
          ? firstTwoLines(measured, (survey) => labelled(survey, survey.composite?.display ?? ''))
          : [{ value: words.nothing }],
    },
    scoring: {
      progress: score.complete ? 'done' : begun ? 'begun' : 'ahead',
      lines: [
        score.complete || begun
          ? {
              value: score.total?.display ?? '',
              unit: score.complete ? (score.grade ?? '') : terms.incomplete,
            }
          : { value: words.nothing },
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
