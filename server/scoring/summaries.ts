import { cellsOf } from '../../analysis/scoring/cells.ts';
import { scoreSystem } from '../../analysis/scoring/score.ts';
import type { AskSurvey } from '../../analysis/scoring/survey-answer.ts';
import { NO_BASE_DATA } from '../../survey-definitions/cells.ts';
import type { Fraction } from '../../survey-definitions/fraction.ts';
import { isShippedGroup } from '../../survey-definitions/group-name.ts';
import type { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { Text } from '../../survey-definitions/text.ts';
import { type Feeding, feedingSurveys } from '../evaluations/feeding-surveys.ts';
import { firstNames, publishedNames } from '../evaluations/group-names.ts';
import { evaluationOf } from '../evaluations/load.ts';
import { type Planning, readPlanning } from '../evaluations/planning.ts';
import { resultsNow } from '../figures/current.ts';
import type { SurveyResultsNow } from '../figures/figure.ts';
import { readBaseDataOf } from '../store/base-data.ts';
import { NOTHING_RECEIVED, type Received, readReceivedOf } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { readScoredFiguresOf } from '../store/frozen-figures.ts';
import { indicatorSystemOf, referredIndicatorSystems } from '../store/indicator-systems.ts';
import { readEntriesOf } from '../store/scoring-entries.ts';
import { listSurveys, listSurveysOf, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import {
  askAmong,
  groupsAsked,
  indicatorsAsking,
  indicatorsFedBy,
  resultsFeeding,
} from './current.ts';

/** A survey in short: what came back, what it says so far, and which indicators it feeds. */
export interface SurveySummary {
  survey: Survey;
  title: Text;
  /** What its questionnaire calls the respondent group, where it does. */
  named: Text | undefined;
  received: Received;
  composite: Fraction | null;
  /** How many responses the composite is taken of. */
  compositeBase: number;
  feeds: string[];
}

/** A respondent group that the rules of the system ask. */
export interface GroupAsked {
  group: RespondentGroup;
  /** What a questionnaire calls it, where one does. */
  named: Text | undefined;
  /** Codes of the indicators whose rule asks it. */
  indicators: string[];
  /** Codes of the evaluation's surveys of it, whatever their phase and state. */
  surveys: string[];
  /** Its composite as its indicators score by it: as it was last frozen, else as it is; null where nothing feeds it. */
  composite: Fraction | null;
  base: number | null;
}

/** An evaluation in short: its surveys, and where its score stands. */
export interface EvaluationSummary {
  evaluation: Evaluation;
  system: Pick<IndicatorSystem, 'title' | 'scoreDecimals'>;
  surveys: SurveySummary[];
  asks: GroupAsked[];
  /** Groups of which several surveys, or one that nobody chose, could feed the indicators. */
  undecided: RespondentGroup[];
  /** Codes of the indicators that have no score yet. */
  unscored: string[];
  score: { total: Fraction | null; grade: Text | null; complete: boolean };
}

/** Evaluations in short, kept by the revision they were made at; of one process. */
export interface Summaries {
  /** In the order of the evaluations. As many statements for two hundred as for twenty, and none where nothing has changed. */
  of(db: Db, evaluations: readonly Evaluation[]): Promise<EvaluationSummary[]>;
}

/** A few kilobytes each. */
const MOST_KEPT = 2000;

export function createSummaries(mostKept = MOST_KEPT): Summaries {
  /** In the order in which they were last used. */
  const kept = new Map<string, { revision: number; made: EvaluationSummary }>();

  const keep = (id: string, revision: number, made: EvaluationSummary) => {
    kept.delete(id);
    kept.set(id, { revision, made });
    for (const [oldest] of kept) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
  };

  return {
    async of(db, evaluations) {
      // A revision was read before what it stands for is: what is kept is never older than its revision says.
      const known = new Map(
        evaluations.flatMap(({ id, revision }) => {
          const one = kept.get(id);
          return one?.revision === revision ? [[id, one.made] as const] : [];
        }),
      );
      const made = await summarize(
        db,
        evaluations.filter(({ id }) => !known.has(id)),
      );
      const summaries = evaluations.map((evaluation) => {
        const { id, revision } = evaluation;
        // Not looked up again: what is made now may take the place of what was kept.
        const summary = made.get(id) ?? known.get(id);
        if (summary === undefined) throw new Error('an evaluation that was not summarized');
        keep(id, revision, summary);
        return { ...summary, evaluation };
      });
      return withPublishedNames(db, summaries);
    },
  };
}

/** Reads and scores these evaluations, each kind of thing for all of them in one statement. */
async function summarize(
  db: Db,
  evaluations: readonly Evaluation[],
): Promise<Map<string, EvaluationSummary>> {
  if (evaluations.length === 0) return new Map();
  const ids = evaluations.map(({ id }) => id);
  const [systemFor, entries, surveys, baseData, figures] = await Promise.all([
    referredIndicatorSystems(
      db,
      evaluations.map(({ indicatorSystem }) => indicatorSystem),
    ),
    readEntriesOf(db, ids),
    listSurveysOf(db, ids),
    readBaseDataOf(db, ids),
    readScoredFiguresOf(db, ids),
  ]);
  const [today, received] = await Promise.all([
    resultsNow(db, surveys),
    readReceivedOf(
      db,
      surveys.map(({ code }) => code),
    ),
  ]);
  return new Map(
    evaluations.map((evaluation) => {
      const system = systemFor(evaluation.indicatorSystem);
      const own = surveys.filter((survey) => survey.evaluationId === evaluation.id);
      const feeding = feedingSurveys(evaluation, own, groupsAsked(system));
      const fed = resultsFeeding(today, feeding);
      const ask = askAmong(fed, new Map(), figures.get(evaluation.id));
      const { total, grade, complete, missing } = scoreSystem(
        system,
        entries.get(evaluation.id) ?? {},
        ask,
        cellsOf(baseData.get(evaluation.id) ?? NO_BASE_DATA),
      );
      const summary: EvaluationSummary = {
        evaluation,
        system: { title: system.title, scoreDecimals: system.scoreDecimals },
        surveys: own.map((survey) =>
          surveySummary(survey, today, received, indicatorsFedBy(system, feeding, survey)),
        ),
        asks: groupsAskedOf(system, own, today, ask),
        undecided: undecidedAmong(system, feeding),
        unscored: missing.map(({ code }) => code),
        score: { total, grade, complete },
      };
      return [evaluation.id, summary];
    }),
  );
}

/** Groups that the system asks and somebody has to choose a survey of. */
function undecidedAmong(
  system: IndicatorSystem,
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
): RespondentGroup[] {
  return [...new Set(groupsAsked(system))].filter((group) => {
    const why = feeding.get(group)?.why;
    return why === 'several-formal' || why === 'none-chosen';
  });
}

/** The groups that the system asks, in the order in which its indicators first ask them. */
function groupsAskedOf(
  system: IndicatorSystem,
  surveys: readonly Survey[],
  today: ReadonlyMap<string, SurveyResultsNow>,
  ask: AskSurvey,
): GroupAsked[] {
  const names = firstNames(surveys.flatMap(({ code }) => today.get(code)?.questionnaire ?? []));
  return [...new Set(groupsAsked(system))].map((group) => {
    const figure = ask({ group, quantity: 'composite' });
    return {
      group,
      named: names.get(group),
      indicators: indicatorsAsking(system, group),
      surveys: surveys
        .filter(({ respondentGroup }) => respondentGroup === group)
        .map(({ code }) => code),
      composite: figure.value,
      base: figure.base,
    };
  });
}

/**
 * The summaries with the name of each group that no survey of the evaluation has a name for, as any published questionnaire
 * has it: looked up each time, since the name is no part of what is kept.
 */
async function withPublishedNames(
  db: Db,
  summaries: readonly EvaluationSummary[],
): Promise<EvaluationSummary[]> {
  const isUnnamed = ({ group, named }: GroupAsked) => named === undefined && !isShippedGroup(group);
  if (!summaries.some(({ asks }) => asks.some(isUnnamed))) return [...summaries];
  const names = await publishedNames(db);
  return summaries.map((summary) => ({
    ...summary,
    asks: summary.asks.map((ask) => ({ ...ask, named: ask.named ?? names.get(ask.group) })),
  }));
}

/** A survey with its evaluation and how it is planned. */
export interface SurveyInFull {
  summary: SurveySummary;
  evaluation: Evaluation;
  planning: Planning;
}

export async function surveyInFull(db: Db, survey: Survey, now: Date): Promise<SurveyInFull> {
  const evaluation = await evaluationOf(db, survey);
  const [summary, planning] = await Promise.all([
    summarizeSurvey(db, evaluation, survey),
    readPlanning(db, survey, now),
  ]);
  return { summary, evaluation, planning };
}

/** One survey in short, without scoring the evaluation it belongs to. */
async function summarizeSurvey(
  db: Db,
  evaluation: Evaluation,
  survey: Survey,
): Promise<SurveySummary> {
  const [system, surveys, today, received] = await Promise.all([
    indicatorSystemOf(db, evaluation),
    listSurveys(db, evaluation.id),
    resultsNow(db, [survey]),
    readReceivedOf(db, [survey.code]),
  ]);
  const feeding = feedingSurveys(evaluation, surveys, groupsAsked(system));
  return surveySummary(survey, today, received, indicatorsFedBy(system, feeding, survey));
}

function surveySummary(
  survey: Survey,
  today: ReadonlyMap<string, SurveyResultsNow>,
  received: ReadonlyMap<string, Received>,
  feeds: string[],
): SurveySummary {
  const now = today.get(survey.code);
  return {
    survey,
    title: now?.questionnaire.title ?? '',
    named: now?.questionnaire.respondentGroupName,
    received: received.get(survey.code) ?? NOTHING_RECEIVED,
    composite: now?.results.composite ?? null,
    compositeBase: now?.results.compositeBase ?? 0,
    feeds,
  };
}
