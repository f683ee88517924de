import { type SurveyResults, surveyResults } from '../../analysis/satisfaction.ts';
import { type ScoredSystem, scoreSystem } from '../../analysis/scoring/score.ts';
import type { AskSurvey, SurveyAnswer } from '../../analysis/scoring/survey-answer.ts';
import { surveyValue } from '../../analysis/scoring/survey-value.ts';
import { type IndicatorSystem, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { surveyNeedOf } from '../../survey-definitions/scoring-rule.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import { type Feeding, feedingSurveys } from '../evaluations/feeding-surveys.ts';
import { questionnaireOf } from '../evaluations/load.ts';
import { readCounts, readProgress } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { findIndicatorSystem } from '../store/indicator-systems.ts';
import { readEntries, type ScoringEntry } from '../store/scoring-entries.ts';
import { listSurveys, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';

/** A survey with what came back and what it says so far, exactly. */
export interface SurveySoFar {
  survey: Survey;
  questionnaire: Questionnaire;
  progress: Awaited<ReturnType<typeof readProgress>>;
  results: SurveyResults;
}

/** Everything about an evaluation, scored as it stands. */
export interface EvaluationSoFar {
  evaluation: Evaluation;
  system: IndicatorSystem;
  entries: Record<string, ScoringEntry>;
  surveys: SurveySoFar[];
  feeding: Map<RespondentGroup, Feeding>;
  scored: ScoredSystem;
}

export async function readSurveySoFar(db: Db, survey: Survey): Promise<SurveySoFar> {
  const [questionnaire, counts, progress] = await Promise.all([
    questionnaireOf(db, survey),
    readCounts(db, survey.code),
    readProgress(db, survey.code),
  ]);
  return {
    survey,
    questionnaire,
    progress,
    results: surveyResults(questionnaire, counts, 'exact'),
  };
}

/** Reads an evaluation with its surveys and entries, and scores it. Costs the same however many responses there are. */
export async function readEvaluationSoFar(
  db: Db,
  evaluation: Evaluation,
): Promise<EvaluationSoFar> {
  const { id, version } = evaluation.indicatorSystem;
  const [system, entries, listed] = await Promise.all([
    findIndicatorSystem(db, id, version),
    readEntries(db, evaluation.id),
    listSurveys(db, evaluation.id),
  ]);
  if (system === undefined) throw new Error('an evaluation without its indicator system');
  const surveys = await Promise.all(listed.map((survey) => readSurveySoFar(db, survey)));
  const feeding = feedingSurveys(evaluation, listed);
  const scored = scoreSystem(system, entries, askAmong(surveys, feeding));
  return { evaluation, system, entries, surveys, feeding, scored };
}

/** Answers each question of an indicator from the survey that feeds its group. */
export function askAmong(
  surveys: readonly SurveySoFar[],
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
): AskSurvey {
  return (need): SurveyAnswer => {
    const code = feeding.get(need.group)?.survey;
    const fed = surveys.find(({ survey }) => survey.code === code);
    if (fed === undefined) return { survey: null, value: null, base: null };
    const { results, questionnaire, survey } = fed;
    return { survey: survey.code, ...surveyValue(questionnaire, results, need) };
  };
}

/** Codes of the indicators that a survey feeds. */
export function indicatorsFedBy(
  { system, feeding }: Pick<EvaluationSoFar, 'system' | 'feeding'>,
  survey: Pick<Survey, 'code' | 'respondentGroup'>,
): string[] {
  if (feeding.get(survey.respondentGroup)?.survey !== survey.code) return [];
  return indicatorsOf(system)
    .filter(({ indicator }) => surveyNeedOf(indicator.rule)?.group === survey.respondentGroup)
    .map(({ indicator }) => indicator.code);
}
