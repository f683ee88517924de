import { type ItemNonresponse, itemNonresponse } from '../../analysis/item-nonresponse.ts';
import type { ScoredSystem } from '../../analysis/scoring/score.ts';
import type { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { FLAG_CODES } from '../../survey-definitions/response.ts';
import { type ComparedSplit, compareSplits } from '../figures/comparison.ts';
import { type FlagCount, readFlagCounts } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { inSnapshot, oneAtATime } from '../store/in-snapshot.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import type { Survey } from '../store/surveys.ts';
import type { Db } from '../store/tables.ts';
import { type ScoredEvaluation, scoreEvaluation } from './current.ts';
import { indicatorsOfSurvey, scoredIf } from './what-if.ts';

/** A survey's results beside one another (各种口径对照), all of one moment. */
export interface Compared {
  questionnaire: Questionnaire;
  splits: (ComparedSplit & { scored: ScoredSystem | null })[];
  items: ItemNonresponse[];
  flags: Awaited<ReturnType<typeof readFlagCounts>>;
  /** What the scores are of; null where nobody asked for them. */
  evaluated: ScoredEvaluation | null;
  /** Codes of the indicators that the survey feeds; none where nobody asked for scores. */
  indicators: string[];
}

/**
 * `fromRows`: also without flagged responses and by time, which only the responses know. `withScores`: also what the
 * evaluation would score. Throws answers-removed where they go while it waits for its turn.
 */
export async function compareSurvey(
  db: Db,
  survey: Survey,
  evaluation: Evaluation,
  { fromRows, withScores }: { fromRows: boolean; withScores: boolean },
): Promise<Compared> {
  const compared = async (trx: Db): Promise<Compared> => {
    const questionnaire = await questionnaireOf(trx, survey);
    const evaluated = withScores ? await scoreEvaluation(trx, evaluation) : null;
    const splits = await compareSplits(trx, survey, questionnaire, { fromRows });
    const all = splits.find(({ by }) => by === 'all')?.of?.counts ?? new Map();
    return {
      questionnaire,
      splits: splits.map((split) => ({
        ...split,
        scored: evaluated && split.of && scoredIf(evaluated, survey, split.of.counts),
      })),
      items: itemNonresponse(questionnaire, all),
      flags: everyFlag(await readFlagCounts(trx, survey.code)),
      evaluated,
      indicators: evaluated === null ? [] : indicatorsOfSurvey(evaluated, survey),
    };
  };
  return fromRows ? oneAtATime(db, compared) : inSnapshot(db, compared);
}

/** Also those that no response carries: what none of them raises is worth seeing beside the others. */
const everyFlag = (carried: readonly FlagCount[]): FlagCount[] =>
  FLAG_CODES.map(
    (code) => carried.find((each) => each.code === code) ?? { code, valid: 0, received: 0 },
  );
