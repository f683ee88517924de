import type { InferResponseType } from 'hono/client';
import { api, encodePathPart, queryOptions } from './client.ts';
import { resultsKey } from './results.ts';

const comparisonOf = api.surveys[':code'].comparison;

/** A survey's results beside one another, as far as counts know them. */
export const comparison = (code: string) =>
  queryOptions([...resultsKey(code), 'comparison'], (options) =>
    comparisonOf.$get({ param: { code: encodePathPart(code) }, query: {} }, options),
  );

/** The same with what is read from the responses one by one: of no survey's key, so that no arrival asks for it again. */
export const comparisonFromRows = (code: string) =>
  queryOptions(['comparison', code], (options) =>
    comparisonOf.$get({ param: { code: encodePathPart(code) }, query: { rows: '1' } }, options),
  );

export type Comparison = InferResponseType<typeof comparisonOf.$get, 200>;
export type ComparedSplit = Comparison['splits'][number];
export type ComparedItem = Comparison['items'][number];
