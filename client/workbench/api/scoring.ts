import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart, queryOptions } from './client.ts';
import { evaluationsKey } from './evaluations.ts';

const scoringOf = api.evaluations[':id'].scoring;

export const scoring = (id: string) =>
  queryOptions([...evaluationsKey, id, 'scoring'], (options) =>
    scoringOf.$get({ param: { id: encodePathPart(id) } }, options),
  );

/** Changes what a scorer entered for one indicator; answers the whole scoring as it is then. */
export const changeScoring = (id: string, indicator: string, json: ScoreChange) =>
  answer(
    scoringOf[':code'].$put({
      param: { id: encodePathPart(id), code: encodePathPart(indicator) },
      json,
    }),
  );

export type Scoring = InferResponseType<typeof scoringOf.$get, 200>;
export type ScoredIndicator = Scoring['indicators'][number];
export type Source = NonNullable<ScoredIndicator['source']>;
export type Subtotal = Omit<Scoring['level1'][number], 'level1'>;
export type ScoreChange = InferRequestType<(typeof scoringOf)[':code']['$put']>['json'];
