import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, encodePathPart, queryOptions, withoutEmpty } from './client.ts';

const responsesOf = api.surveys[':code'].responses;

/**
 * The beginning of the keys of what was read of single responses: of no survey's, so that nothing that moves with a survey
 * reads them again. Reading answers is audited: what was read once stays until its reader leaves it.
 */
export const responsesKey = (code: string) => ['responses', code] as const;
export const responseListKey = (code: string) => [...responsesKey(code), 'list'] as const;

/** A page of what is known of responses; with those of an answer, which is audited, that answer as well. */
export const responses = (code: string, filter: ResponseFilter, after?: string) => {
  const known = filter.item ? {} : { answers: 'none' as const };
  const query = { ...withoutEmpty({ ...filter, after }), ...known, limit: '50' } as ListQuery;
  return {
    ...queryOptions([...responseListKey(code), query], (options) =>
      responsesOf.$get({ param: { code: encodePathPart(code) }, query }, options),
    ),
    staleTime: Number.POSITIVE_INFINITY,
  };
};

/** How many there are now; of an answer it is not asked, since finding by one is audited. */
export const responseTotal = (code: string, filter: ResponseFilter) => {
  const query = { ...withoutEmpty({ ...filter }), answers: 'none', limit: '1' } as ListQuery;
  return queryOptions([...responsesKey(code), 'total', query], (options) =>
    responsesOf.$get({ param: { code: encodePathPart(code) }, query }, options),
  );
};

/** Those of which the rules were overruled, without their answers: what was decided last, and why. */
export const overruledResponses = (code: string) => {
  const query = { overruled: '1', answers: 'none', limit: '50' } as ListQuery;
  return queryOptions([...responsesKey(code), 'overruled'], (options) =>
    responsesOf.$get({ param: { code: encodePathPart(code) }, query }, options),
  );
};

/** The beginning of the keys of one response, whatever list it was opened from. */
export const responseKey = (code: string, id: string) =>
  [...responsesKey(code), 'one', id] as const;

/** One response with its answers, and its neighbours under the filters: asked for once, since each reading is audited. */
export const response = (code: string, id: string, filter: ResponseFilter) => {
  const query = withoutEmpty({ ...filter }) as ResponseFilter;
  const param = { code: encodePathPart(code), id: encodePathPart(id) };
  return {
    ...queryOptions([...responseKey(code, id), query], (options) =>
      responsesOf[':id'].$get({ param, query }, options),
    ),
    staleTime: Number.POSITIVE_INFINITY,
  };
};

export type ResponsePage = InferResponseType<typeof responsesOf.$get, 200>;
export type ListedResponse = ResponsePage['items'][number];
export type Response = InferResponseType<(typeof responsesOf)[':id']['$get'], 200>;
export type Channel = ListedResponse['channel'];
type ListQuery = InferRequestType<typeof responsesOf.$get>['query'];
export type ResponseFilter = Omit<ListQuery, 'after' | 'limit' | 'answers'>;
