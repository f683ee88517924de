import { placesOfPoint } from '../../analysis/handed-out.ts';
import { handedOutInAll, type Returned, responseRate } from '../../analysis/response-rate.ts';
import { display } from '../../analysis/rounding.ts';
import {
  asWritten,
  type Fraction,
  HUNDRED,
  multiply,
  toNumber,
} from '../../survey-definitions/fraction.ts';
import type {
  ExactNumber,
  FrozenFigure,
  FrozenGroup,
  FrozenReturns,
  FrozenSurvey,
} from '../../survey-definitions/frozen-figures.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import type { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { SurveyQuantity } from '../../survey-definitions/survey-quantity.ts';
import type { Text } from '../../survey-definitions/text.ts';
import type { Fed, Feeding } from '../evaluations/feeding-surveys.ts';
import { textFor } from '../evaluations/placeholders.ts';
import { placesInAll, returnsByChannel } from '../evaluations/returns.ts';
import { surveyState } from '../evaluations/survey-state.ts';
import { type Progress, type Received, readProgress } from '../store/counts.ts';
import type { Evaluation } from '../store/evaluations.ts';
import { type HandedOut, readHandedOut } from '../store/handed-out.ts';
import type { OwnMeans } from '../store/own-mean-counts.ts';
import { readPoints, type StoredPoint } from '../store/points.ts';
import type { Db } from '../store/tables.ts';
import {
  type FedResults,
  type Figure,
  fedResults,
  figureOf,
  type SurveyResultsNow,
} from './figure.ts';
import { quantitiesOf } from './quantities.ts';

/** What a figure is made of, as it was read at one moment. */
export interface FigureParts {
  evaluation: Evaluation;
  system: IndicatorSystem;
  feeding: ReadonlyMap<RespondentGroup, Feeding>;
  today: ReadonlyMap<string, SurveyResultsNow>;
  /** By survey. */
  returns: ReadonlyMap<string, SurveyReturns>;
  /** By survey, where they are not to be read from what is kept. */
  ownMeans?: ReadonlyMap<string, OwnMeans>;
  now: Date;
}

/** What came back to a survey, and what was handed out where. */
export interface SurveyReturns {
  progress: Pick<Progress, 'byChannel' | 'byPoint'>;
  points: readonly StoredPoint[];
  handedOut: readonly HandedOut[];
}

export async function readReturns(db: Db, code: string): Promise<SurveyReturns> {
  const [progress, points, handedOut] = await Promise.all([
    readProgress(db, code),
    readPoints(db, code),
    readHandedOut(db, code),
  ]);
  return { progress, points, handedOut };
}

/** A group's figures and what they rest on, but for what only reading every response tells. */
export type GroupToday = Omit<FrozenGroup, 'surveys'> & {
  surveys: Omit<FrozenSurvey, 'responses' | 'uncertainty' | 'judgements'>[];
};
export interface FiguresToday {
  figures: FrozenFigure[];
  groups: GroupToday[];
}

/** The groups that something feeds, with it, in the order of the evaluation's groups. */
export function fedGroups(
  feeding: ReadonlyMap<RespondentGroup, Feeding>,
): Map<RespondentGroup, Fed> {
  return new Map(
    [...feeding].flatMap(([group, fed]) => (fed.why === undefined ? [[group, fed] as const] : [])),
  );
}

/** Today's figures of these groups: composite, every item, and the shares of options that indicators ask for. */
export function figuresToday(parts: FigureParts, groups: readonly RespondentGroup[]): FiguresToday {
  const fed = fedGroups(parts.feeding);
  const made = groups.flatMap((group) => {
    const by = fed.get(group);
    const results = by && fedResults(parts.today, group, by);
    return results === undefined ? [] : [groupToday(parts, results)];
  });
  return {
    figures: made.flatMap(({ figures }) => figures),
    groups: made.map(({ group }) => group),
  };
}

function groupToday(
  parts: FigureParts,
  fed: FedResults,
): { figures: FrozenFigure[]; group: GroupToday } {
  const name = named(parts);
  const figures = quantitiesOf(fed, parts.system).map((need) => {
    const figure = figureOf(fed, need);
    return frozenFigure(figure, need, name);
  });
  return {
    figures,
    group: {
      group: fed.group,
      groupName: name(nameOf(fed)),
      combine: fed.combine,
      feeds: fed.parts.map(({ survey, weight }) => ({
        code: survey.code,
        weight: weight && asWritten(weight),
      })),
      surveys: fed.parts.map((part) => frozenSurvey(parts, part)),
    },
  };
}

const nameOf = ({ group, parts }: FedResults): Text =>
  groupName(
    group,
    parts.map(({ questionnaire }) => questionnaire.respondentGroupName).find(Boolean),
  );

/** Says a text of a definition in both languages, filled in for the evaluation. */
const named =
  ({ evaluation }: Pick<FigureParts, 'evaluation'>) =>
  (text: Text) => ({
    'zh-CN': textFor(evaluation, 'zh-CN')(text),
    en: textFor(evaluation, 'en')(text),
  });

function frozenFigure(
  figure: Figure,
  need: SurveyQuantity,
  name: ReturnType<typeof named>,
): FrozenFigure {
  const { survey, combined, questionnaire, value, base } = figure;
  const alone = survey === null ? [] : [{ survey, weight: null, value, base }];
  return {
    group: figure.group,
    groupName: name(groupName(figure.group, figure.groupNamed ?? undefined)),
    survey,
    combine: combined?.combine ?? null,
    surveys: (combined?.parts ?? alone).map((part) => ({
      code: part.survey,
      weight: part.weight && asWritten(part.weight),
      value: exactOrNull(part.value),
      base: part.base,
    })),
    questionnaire: questionnaire && { id: questionnaire.id, version: questionnaire.version },
    quantity: need.quantity,
    item: 'item' in need ? need.item : null,
    option: 'option' in need ? need.option : null,
    topic: figure.label === null ? null : name(figure.label),
    base,
    method: 'exact',
    value: exactOrNull(value),
  };
}

const DECIMALS = 2;

function exactOrNull(value: Fraction | null): ExactNumber | null {
  if (value === null) return null;
  return { exact: asWritten(value), value: toNumber(value), display: display(value, DECIMALS) };
}

function frozenSurvey(
  { returns, now }: FigureParts,
  { survey, results }: FedResults['parts'][number],
): GroupToday['surveys'][number] {
  const known = returns.get(survey.code);
  if (known === undefined) throw new Error(`nobody read what came back to ${survey.code}`);
  const { progress, points, handedOut } = known;
  const channels = returnsByChannel(survey.plan, progress, handedOut);
  const places = placesInAll(channels);
  const ofPoints = points.map(({ id, name, plan = null }) => ({ point: id, name, planned: plan }));
  const ofNone = { point: null, name: null, planned: null };
  return {
    code: survey.code,
    questionnaire: { id: survey.questionnaire.id, version: survey.questionnaire.version },
    phase: survey.phase,
    provenance: survey.provenance,
    state: surveyState(survey, now),
    sampling: survey.sampling,
    population: survey.population,
    composite: exactOrNull(results.composite),
    compositeBase: results.compositeBase,
    compositeMethod: results.made.method,
    returns: frozenReturns(survey.plan.total, places, progress.byChannel),
    byChannel: channels.map(({ channel, planned, places, came }) => ({
      channel,
      ...frozenReturns(planned, places, came),
    })),
    byPoint:
      points.length === 0
        ? []
        : [...ofPoints, ofNone].flatMap(({ point, name, planned }) => {
            const here = placesOfPoint(point, handedOut, progress.byPoint);
            const came = progress.byPoint.filter((each) => each.point === point);
            if (point === null && here.length === 0) return [];
            return [{ point, name, ...frozenReturns(planned, here, came) }];
          }),
    responseRate: frozenRate(places),
  };
}

function frozenReturns(
  planned: number | null,
  places: readonly Returned[],
  came: readonly Received[],
): FrozenReturns {
  const sum = (of: (each: Received) => number) => came.reduce((total, each) => total + of(each), 0);
  return {
    planned,
    handedOut: handedOutInAll(places),
    received: sum(({ received }) => received),
    valid: sum(({ valid }) => valid),
    invalid: sum(({ invalid }) => invalid),
    ineligible: sum(({ ineligible }) => ineligible),
    onHold: sum(({ onHold }) => onHold),
  };
}

function frozenRate(places: readonly Returned[]): FrozenSurvey['responseRate'] {
  const rate = responseRate(places);
  if (rate.value === null) return { none: rate.because };
  const percent = multiply(rate.value, HUNDRED);
  return { exact: asWritten(rate.value), display: `${display(percent, DECIMALS)}%` };
}
