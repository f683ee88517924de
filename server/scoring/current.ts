import { type ScoredSystem, scoreSystem } from '../../analysis/scoring/score.ts';
import type { AskSurvey } from '../../analysis/scoring/survey-answer.ts';
import { type IndicatorSystem, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { surveyNeedOf } from '../../survey-definitions/scoring-rule.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import { type Feeding, feedingSurveys } from '../evaluations/feeding-surveys.ts';
import { feedingCodes, figureOf, resultsNow, type SurveyResultsNow } from '../figures/current.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { indicatorSystemOf } from '../store/indicator-systems.ts';
import { readEntries, type ScoringEntry } from '../store/scoring-entries.ts';
import { listSurveys, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** An evaluation scored as it stands, with what its score rests on. */
export interface ScoredEvaluation {
  evaluation: Evaluation;
  system: IndicatorSystem;
  entries: Record<string, ScoringEntry>;
  feeding: ReadonlyMap<RespondentGroup, Feeding>;
  scored: ScoredSystem;
}

/** Reads what the score of an evaluation rests on, and scores it. Costs the same however many responses there are. */
export async function scoreEvaluation(db: Db, evaluation: Evaluation): Promise<ScoredEvaluation> {
  const [system, entries, surveys] = await Promise.all([
    indicatorSystemOf(db, evaluation),
    readEntries(db, evaluation.id),
    listSurveys(db, evaluation.id),
  ]);
  const feeding = feedingSurveys(evaluation, surveys, groupsAsked(system));
  const codes = feedingCodes(feeding);
  const today = await resultsNow(
    db,
    surveys.filter(({ code }) => codes.has(code)),
  );
  const scored = scoreSystem(system, entries, askAmong(today, feeding));
  return { evaluation, system, entries, feeding, scored };
}

/** Answers each question of an indicator by today's figure of the survey that feeds its group. */
export function askAmong(
  today: ReadonlyMap<string, SurveyResultsNow>,
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
): AskSurvey {
  return (need) => {
    const survey = today.get(feeding.get(need.group)?.survey ?? '');
    if (survey === undefined) return { survey: null, value: null, base: null };
    const { survey: code, value, base, label } = figureOf(survey, need);
    return { survey: code, value, base, ...(label === null ? {} : { label }) };
  };
}

/** Codes of the indicators that a survey feeds. */
export function indicatorsFedBy(
  system: IndicatorSystem,
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
  survey: Pick<Survey, 'code' | 'respondentGroup'>,
): string[] {
  if (feeding.get(survey.respondentGroup)?.survey !== survey.code) return [];
  return indicatorsAsking(system, survey.respondentGroup);
}

/** Codes of the indicators whose rule asks the survey of a group. */
export function indicatorsAsking(system: IndicatorSystem, group: RespondentGroup): string[] {
  return indicatorsOf(system)
    .filter(({ indicator }) => surveyNeedOf(indicator.rule)?.group === group)
    .map(({ indicator }) => indicator.code);
}

/** The groups that the rules of a system ask. */
export function groupsAsked(system: IndicatorSystem): RespondentGroup[] {
  return indicatorsOf(system).flatMap(({ indicator }) => surveyNeedOf(indicator.rule)?.group ?? []);
}
