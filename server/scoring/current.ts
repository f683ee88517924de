import { type Cells, cellsOf } from '../../analysis/scoring/cells.ts';
import { type ScoredSystem, scoreSystem } from '../../analysis/scoring/score.ts';
import type { AskSurvey, SurveyAnswer } from '../../analysis/scoring/survey-answer.ts';
import { exact } from '../../survey-definitions/fraction.ts';
import { isShippedGroup } from '../../survey-definitions/group-name.ts';
import { type IndicatorSystem, indicatorsOf } from '../../survey-definitions/indicator-system.ts';
import { surveyNeedOf } from '../../survey-definitions/scoring-rule.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import { codesFeeding, type Feeding, feedingSurveys } from '../evaluations/feeding-surveys.ts';
import { type GroupNames, namesInSurveys, publishedNames } from '../evaluations/group-names.ts';
import { feedingCodes, resultsNow } from '../figures/current.ts';
import { type FedResults, fedResults, figureOf, type SurveyResultsNow } from '../figures/figure.ts';
import { keyOf } from '../figures/quantities.ts';
import { type MovesByGroup, movesSince } from '../figures/stale.ts';
import { readBaseData } from '../store/base-data.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { listScoring, readScoredFigures, type ScoredFigures } from '../store/frozen-figures.ts';
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
  /** What groups are called, where a questionnaire says so. */
  groupNames: GroupNames;
  /** What the fed groups are fed with, by group. */
  fed: ReadonlyMap<RespondentGroup, FedResults>;
  /** What was last frozen of each group: its indicators score by it and not by what is fed now. */
  figures: FiguresByGroup;
  /** How far that has moved since. */
  moves: MovesByGroup;
  /** Its base data, as expressions look it up. */
  cells: Cells;
  scored: ScoredSystem;
}

export type FiguresByGroup = ReadonlyMap<RespondentGroup, ScoredFigures>;

/** Reads what the score of an evaluation rests on, and scores it. Costs the same however many responses there are. */
export async function scoreEvaluation(db: Db, evaluation: Evaluation): Promise<ScoredEvaluation> {
  const [system, entries, surveys, baseData, figures] = await Promise.all([
    indicatorSystemOf(db, evaluation),
    readEntries(db, evaluation.id),
    listSurveys(db, evaluation.id),
    readBaseData(db, evaluation.id),
    readScoredFigures(db, evaluation.id),
  ]);
  const feeding = feedingSurveys(evaluation, surveys, groupsAsked(system));
  const codes = feedingCodes(feeding);
  const [today, groupNames] = await Promise.all([
    resultsNow(
      db,
      surveys.filter(({ code }) => codes.has(code)),
    ),
    namesOfAsked(db, system, surveys),
  ]);
  const fed = resultsFeeding(today, feeding);
  const cells = cellsOf(baseData);
  const scored = scoreSystem(system, entries, askAmong(fed, groupNames, figures), cells);
  const moves = figures.size === 0 ? new Map() : await movesOf(db, evaluation, figures);
  return { evaluation, system, entries, feeding, groupNames, fed, figures, moves, cells, scored };
}

/** How far each group has moved since that was frozen which it scores by. */
async function movesOf(
  db: Db,
  evaluation: Evaluation,
  figures: FiguresByGroup,
): Promise<MovesByGroup> {
  const frozen = await listScoring(db, evaluation.id);
  // Of a survey's state nothing is compared, so that it does not matter what time it is.
  const moves = await movesSince(db, evaluation, frozen, new Date(0));
  return new Map(
    frozen.flatMap(({ id }, index) =>
      [...(moves[index] ?? [])].filter(([group]) => figures.get(group)?.id === id),
    ),
  );
}

/** The same evaluation as it scores with other frozen figures, all else as it is. */
export function scoredBy(evaluated: ScoredEvaluation, figures: FiguresByGroup): ScoredSystem {
  const { system, entries, fed, groupNames, cells } = evaluated;
  return scoreSystem(system, entries, askAmong(fed, groupNames, figures), cells);
}

/** The same evaluation with other base data, all else as it is. */
export function scoredWith(evaluated: ScoredEvaluation, cells: Cells): ScoredSystem {
  const { system, entries, fed, groupNames, figures } = evaluated;
  return scoreSystem(system, entries, askAmong(fed, groupNames, figures), cells);
}

/** What the groups of the evaluation are called; where its surveys do not say it of a group that is asked, by any published questionnaire. */
async function namesOfAsked(
  db: Db,
  system: IndicatorSystem,
  surveys: readonly Survey[],
): Promise<GroupNames> {
  const named = await namesInSurveys(db, surveys);
  const unnamed = groupsAsked(system).some((group) => !named.has(group) && !isShippedGroup(group));
  return unnamed ? new Map([...(await publishedNames(db)), ...named]) : named;
}

/** What each fed group is fed with, by group. */
export function resultsFeeding(
  today: ReadonlyMap<string, SurveyResultsNow>,
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
): Map<RespondentGroup, FedResults> {
  return new Map(
    [...feeding].flatMap(([group, fed]) => {
      const results = fed.why === undefined ? fedResults(today, group, fed) : undefined;
      return results === undefined ? [] : [[group, results] as const];
    }),
  );
}

/** Answers each question of an indicator by what was last frozen of its group, else by today's figure of what feeds it. */
export function askAmong(
  fed: ReadonlyMap<RespondentGroup, FedResults>,
  groupNames: GroupNames = new Map(),
  frozen: FiguresByGroup = new Map(),
): AskSurvey {
  return (need) => {
    const live = liveAnswer(fed, groupNames, need);
    return frozenAnswer(frozen.get(need.group), need, live) ?? live;
  };
}

function liveAnswer(
  fed: ReadonlyMap<RespondentGroup, FedResults>,
  groupNames: GroupNames,
  need: SurveyQuantity,
): SurveyAnswer {
  const results = fed.get(need.group);
  const groupName = groupNames.get(need.group);
  if (results === undefined)
    return { survey: null, value: null, base: null, ...(groupName && { groupName }) };
  const { survey, combined, value, base, label } = figureOf(results, need);
  return {
    survey,
    value,
    base,
    ...(combined === null ? {} : { combined }),
    ...(label === null ? {} : { label }),
  };
}

/** undefined where nothing was frozen, or not this quantity: the indicators may ask for more than they did then. */
function frozenAnswer(
  frozen: ScoredFigures | undefined,
  need: SurveyQuantity,
  live: SurveyAnswer,
): SurveyAnswer | undefined {
  const figure = frozen?.figures.find((each) => keyOf(each) === keyOf(need));
  if (frozen === undefined || figure === undefined) return undefined;
  const { survey, combine, surveys, base, topic } = figure;
  const exactly = (value: typeof figure.value) => value && exact(value.exact);
  return {
    survey,
    value: exactly(figure.value),
    base,
    ...(topic === null ? {} : { label: topic }),
    ...(combine === null
      ? {}
      : {
          combined: {
            combine,
            parts: surveys.map((part) => ({
              survey: part.code,
              weight: part.weight === null ? null : exact(part.weight),
              value: exactly(part.value),
              base: part.base,
            })),
          },
        }),
    figures: { id: frozen.id, frozenAt: frozen.frozenAt, live: live.value },
  };
}

/** Codes of the indicators that a survey feeds. */
export function indicatorsFedBy(
  system: IndicatorSystem,
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
  survey: Pick<Survey, 'code' | 'respondentGroup'>,
): string[] {
  if (!codesFeeding(feeding.get(survey.respondentGroup)).includes(survey.code)) return [];
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
