import type { Context } from 'hono';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import { fillIn, type Language, textIn } from '../../survey-definitions/text.ts';
import type { Deps } from '../context.ts';
import { languageOf } from '../http/language.ts';
import { ownAddress } from '../http/origin.ts';
import type { SurveySummary } from '../http/shapes.ts';
import { type EvaluationSoFar, indicatorsFedBy, type SurveySoFar } from '../scoring/current.ts';
import type { Received } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { shown, shownOrNull } from './calculated.ts';

/** What an evaluation fills into the texts of its questionnaires. */
export function placeholdersOf({ department, place, year }: Evaluation): Record<string, string> {
  return { department, place, year: String(year) };
}

/** The address a respondent opens. */
export function surveyUrl(c: Context, deps: Pick<Deps, 'config'>, code: string): string {
  return `${ownAddress(c, deps.config)}/s/${code}`;
}

/** How many of each kind came in, over all channels. */
export function totalsOf({ byChannel }: SurveySoFar['progress']) {
  const sum = (kind: keyof Received) =>
    byChannel.reduce((total, channel) => total + channel[kind], 0);
  return {
    received: sum('received'),
    valid: sum('valid'),
    invalid: sum('invalid'),
    flagged: sum('flagged'),
  };
}

/** A survey as lists and screens show it. */
export function summaryOf(
  c: Context,
  deps: Pick<Deps, 'config'>,
  soFar: EvaluationSoFar,
  { survey, questionnaire, progress, results }: SurveySoFar,
): SurveySummary {
  const { evaluationId: _, ...rest } = survey;
  return {
    ...rest,
    url: surveyUrl(c, deps, survey.code),
    title: fillIn(textIn(questionnaire.title, languageOf(c)), placeholdersOf(soFar.evaluation)),
    ...totalsOf(progress),
    composite: shownOrNull(results.composite, 2),
    feeds: indicatorsFedBy(soFar, survey),
  };
}

/** An evaluation with its surveys and where its score stands. */
export function evaluationShown(c: Context, deps: Pick<Deps, 'config'>, soFar: EvaluationSoFar) {
  const language: Language = languageOf(c);
  const { evaluation, system, scored, surveys } = soFar;
  const feeds: Partial<Record<RespondentGroup, string>> = evaluation.feeds;
  return {
    ...evaluation,
    feeds,
    indicatorSystem: { ...evaluation.indicatorSystem, title: textIn(system.title, language) },
    surveys: surveys.map((survey) => summaryOf(c, deps, soFar, survey)),
    score: {
      total: shown(scored.total, system.scoreDecimals),
      grade: scored.grade && textIn(scored.grade, language),
      complete: scored.complete,
    },
  };
}
