import { displayEstimate } from '../../analysis/estimate.ts';
import { type NoUncertainty, type Uncertainty, uncertaintyOf } from '../../analysis/uncertainty.ts';
import type { FrozenUncertainty } from '../../survey-definitions/frozen-figures.ts';
import type { Channel } from '../../survey-definitions/response.ts';
import { type OwnMeans, readOwnMeans } from '../store/own-mean-counts.ts';
import type { Db } from '../store/tables.ts';
import type { SurveyResultsNow } from './figure.ts';

/** The uncertainty of a survey's composite, or of a split of it, with whether its sample was one at all. */
export interface SurveyUncertainty {
  of: Uncertainty | { none: NoUncertainty };
  /** Whoever wanted to took part: it describes those who answered, no more. */
  descriptive: boolean;
}

/** From sums that are kept, so that it costs the same however many responses there are. `results` are the exact ones. */
export async function uncertaintyNow(
  db: Db,
  now: Pick<SurveyResultsNow, 'survey' | 'questionnaire' | 'results'>,
  split: { channel?: Channel | undefined; point?: string | undefined } = {},
): Promise<SurveyUncertainty> {
  const isSplit = split.channel !== undefined || split.point !== undefined;
  return uncertaintyFrom(await readOwnMeans(db, now.survey.code, split), now, isSplit);
}

export function uncertaintyFrom(
  { sums, owns }: OwnMeans,
  {
    survey,
    questionnaire,
    results,
  }: Pick<SurveyResultsNow, 'survey' | 'questionnaire' | 'results'>,
  isSplit: boolean,
): SurveyUncertainty {
  return {
    of: uncertaintyOf({
      composite: questionnaire.composite,
      provenance: survey.provenance,
      value: results.composite,
      respondents: results.compositeBase,
      sums,
      owns,
      // How many of the population would have come by a channel, or live at a point, nobody said.
      population: isSplit ? null : survey.population,
      seed: survey.code,
    }),
    descriptive: survey.sampling === 'opt-in',
  };
}

/** As it is frozen: without the second opinion, which only looks at the same numbers another way. */
export function frozenUncertainty({ of, descriptive }: SurveyUncertainty): FrozenUncertainty {
  if ('none' in of) return { none: of.none };
  const estimate = (value: number) => ({ value, display: displayEstimate(value) });
  return {
    standardError: estimate(of.standardError),
    low: estimate(of.low),
    high: estimate(of.high),
    degreesOfFreedom: of.degreesOfFreedom,
    descriptive,
  };
}
