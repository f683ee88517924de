import { scoreSystem } from '../../analysis/scoring/score.ts';
import type { Fraction } from '../../survey-definitions/fraction.ts';
import type { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { Text } from '../../survey-definitions/text.ts';
import { feedingSurveys } from '../evaluations/feeding-surveys.ts';
import { resultsNow, type SurveyResultsNow } from '../figures/current.ts';
import { NOTHING_RECEIVED, type Received, readReceivedOf } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { indicatorSystemOf, referredIndicatorSystems } from '../store/indicator-systems.ts';
import { readEntriesOf } from '../store/scoring-entries.ts';
import { listSurveys, listSurveysOf, type Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { askAmong, groupsAsked, indicatorsFedBy } from './current.ts';

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

/** An evaluation in short: its surveys, and where its score stands. */
export interface EvaluationSummary {
  evaluation: Evaluation;
  system: Pick<IndicatorSystem, 'title' | 'scoreDecimals'>;
  surveys: SurveySummary[];
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
      const isKnown = ({ id, revision }: Evaluation) => kept.get(id)?.revision === revision;
      const made = await summarize(
        db,
        evaluations.filter((each) => !isKnown(each)),
      );
      return evaluations.map((evaluation) => {
        const { id, revision } = evaluation;
        const summary = made.get(id) ?? kept.get(id)?.made;
        if (summary === undefined) throw new Error('an evaluation that was not summarized');
        keep(id, revision, summary);
        return { ...summary, evaluation };
      });
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
  const [systemFor, entries, surveys] = await Promise.all([
    referredIndicatorSystems(
      db,
      evaluations.map(({ indicatorSystem }) => indicatorSystem),
    ),
    readEntriesOf(db, ids),
    listSurveysOf(db, ids),
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
      const { total, grade, complete } = scoreSystem(
        system,
        entries.get(evaluation.id) ?? {},
        askAmong(today, feeding),
      );
      const summary: EvaluationSummary = {
        evaluation,
        system: { title: system.title, scoreDecimals: system.scoreDecimals },
        surveys: own.map((survey) =>
          surveySummary(survey, today, received, indicatorsFedBy(system, feeding, survey)),
        ),
        score: { total, grade, complete },
      };
      return [evaluation.id, summary];
    }),
  );
}

/** One survey in short, without scoring the evaluation it belongs to. */
export async function summarizeSurvey(
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
