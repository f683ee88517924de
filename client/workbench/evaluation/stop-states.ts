import type { Language } from '../../../survey-definitions/text.ts';
import type { Evaluation } from '../api/evaluations.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { count, outOf } from '../format.ts';
import { groupLabel } from '../group-label.ts';
import type { Stop } from '../paths.ts';
import { type NumberOnItsWay, scoreRelevantNumbers, scoreRelevantSurveys } from '../stops.ts';
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
  const numbers = scoreRelevantNumbers(evaluation);
  const labelled = (
    { surveys: [first] }: NumberOnItsWay,
    value: string,
    unit?: string,
  ): StopLine => ({
    ...(first && { label: groupLabel(terms, first) }),
    value,
    ...(unit ? { unit } : {}),
  });
  const received = feeding.filter((survey) => survey.received > 0);
  const begun = score.total !== null;
  const measured = numbers.filter(({ composite }) => composite !== null);
  const answered = feeding.filter(({ composite }) => composite !== null);
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
          ? firstTwoLines(numbers, (number) =>
              labelled(
                number,
                outOf(
                  sumOf(number.surveys, ({ valid }) => valid),
                  sumOf(number.surveys, ({ plan }) => plan.total),
                ),
                words.valid,
              ),
            )
          : [{ value: words.nothing }],
    },
    results: {
      progress: progressOf(answered.length, feeding),
      lines:
        measured.length > 0
          ? firstTwoLines(measured, (number) => labelled(number, number.composite?.display ?? ''))
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
  numbers: NumberOnItsWay[],
  line: (number: NumberOnItsWay) => StopLine,
): StopLine[] {
  const [first, second, ...rest] = numbers;
  const lines = [first, second].filter((number) => number !== undefined).map(line);
  const last = lines.at(-1);
  if (last && rest.length > 0) last.unit = `${last.unit ?? ''} +${rest.length}`;
  return lines;
}

const sumOf = (surveys: readonly SurveySummary[], count: (survey: SurveySummary) => number) =>
  surveys.reduce((sum, survey) => sum + count(survey), 0);

function progressOf(reached: number, surveys: SurveySummary[]): StopState['progress'] {
  if (reached === 0) return 'ahead';
  const open = surveys.some((survey) => survey.state !== 'closed');
  return reached === surveys.length && !open ? 'done' : 'begun';
}
