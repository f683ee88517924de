import { api, encodePathPart, queryOptions, withoutEmpty } from './client.ts';
import type { Split } from './results.ts';
import { surveyKey } from './surveys.ts';

const textsOf = api.surveys[':code'].texts;

/** What was written in answer to an item. Reading it is audited, so it is no part of what is asked again while a survey is open. */
export const texts = (code: string, item: string, split: Split, after?: string) => {
  const query = { item, limit: '50', ...withoutEmpty({ ...split, after }) };
  return queryOptions([...surveyKey(code), 'texts', query], (options) =>
    textsOf.$get({ param: { code: encodePathPart(code) }, query }, options),
  );
};
