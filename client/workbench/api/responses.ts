import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, encodePathPart, queryOptions, withoutEmpty } from './client.ts';
import { surveyKey } from './surveys.ts';

const responsesOf = api.surveys[':code'].responses;

export const responses = (code: string, filter: ResponseFilter, after?: string) => {
  const query = { ...withoutEmpty({ ...filter, after }), limit: '50' } as ResponseFilter;
  return queryOptions([...surveyKey(code), 'responses', query], (options) =>
    responsesOf.$get({ param: { code: encodePathPart(code) }, query }, options),
  );
};

export type ResponsePage = InferResponseType<typeof responsesOf.$get, 200>;
export type Response = ResponsePage['items'][number];
export type Channel = Response['channel'];
export type ResponseFilter = Omit<
  InferRequestType<typeof responsesOf.$get>['query'],
  'after' | 'limit'
>;
