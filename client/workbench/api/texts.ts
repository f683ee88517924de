import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, encodePathPart, queryOptions, withoutEmpty } from './client.ts';
import type { Split } from './results.ts';
import { surveyKey } from './surveys.ts';

const textsOf = api.surveys[':code'].texts;

/** What was written in answer to an item. Reading it is audited, so it is no part of what is asked again while a survey is open. */
export const texts = (code: string, item: string, split: Split, after?: string) => {
  const query = {
    item,
    limit: '50',
    ...withoutEmpty({ channel: split.channel, point: split.point, after }),
  };
  return queryOptions([...surveyKey(code), 'texts', query], (options) =>
    textsOf.$get({ param: { code: encodePathPart(code) }, query }, options),
  );
};

/** A page of open answers on their own screen: what was read once is not read again until its reader has left it for a while. */
export const readTexts = (code: string, filter: TextFilter, after?: string) => {
  const query = { ...withoutEmpty({ ...filter, after }), limit: '50' } as TextQuery;
  return {
    ...queryOptions(['responses', code, 'texts', query], (options) =>
      textsOf.$get({ param: { code: encodePathPart(code) }, query }, options),
    ),
    staleTime: Number.POSITIVE_INFINITY,
  };
};

export type TextPage = InferResponseType<typeof textsOf.$get, 200>;
export type TextAnswer = TextPage['items'][number];
type TextQuery = InferRequestType<typeof textsOf.$get>['query'];
export type TextFilter = Omit<TextQuery, 'after' | 'limit'>;
