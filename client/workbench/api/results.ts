import type { InferResponseType } from 'hono/client';
import { api, encodePathPart, queryOptions, withoutEmpty } from './client.ts';
import type { Channel } from './responses.ts';
import { surveyKey } from './surveys.ts';

const resultsOf = api.surveys[':code'].results;

/** The beginning of every key of a survey's results, however they are rounded and filtered. */
export const resultsKey = (code: string) => [...surveyKey(code), 'results'] as const;

/** Whose answers are looked at: by a channel, of a collection point; everybody's where neither is named. */
export interface Split {
  channel: Channel | undefined;
  /** Id of a collection point. */
  point: string | undefined;
  /** Those without any flag. */
  flagged?: 'without' | undefined;
}

/** The filter of the list that holds the responses of a split. */
export const filterOf = ({ channel, point, flagged }: Split) => ({
  channel,
  point,
  ...(flagged && { flagged: '0' as const }),
});

export const results = (code: string, rounding: Rounding, split: Split) => {
  const query = { rounding, ...withoutEmpty({ ...split }) };
  return queryOptions([...resultsKey(code), query], (options) =>
    resultsOf.$get({ param: { code: encodePathPart(code) }, query }, options),
  );
};

export type Results = InferResponseType<typeof resultsOf.$get, 200>;
export type ResultItem = Results['items'][number];
export type ResultOption = ResultItem['options'][number];
export type Rounding = Results['rounding'];
