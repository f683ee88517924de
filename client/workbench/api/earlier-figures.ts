import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart, queryOptions } from './client.ts';
import { evaluationsKey } from './evaluations.ts';

const earlierOf = api.evaluations[':id'].figures.earlier;
const oneOf = (id: string, group: string) => ({
  param: { id: encodePathPart(id), group: encodePathPart(group) },
});

/** The figure of the year before of each group that is asked. */
export const earlierFigures = (id: string) =>
  queryOptions([...evaluationsKey, id, 'earlier-figures'], (options) =>
    earlierOf.$get({ param: { id: encodePathPart(id) } }, options),
  );

/** Types a group's in, with its source. */
export const putEarlierFigure = (id: string, group: string, json: WrittenEarlierFigure) =>
  answer(earlierOf[':group'].$put({ ...oneOf(id, group), json }));
/** Takes back what was typed in. */
export const deleteEarlierFigure = (id: string, group: string) =>
  answer(earlierOf[':group'].$delete(oneOf(id, group)));

export type EarlierFigure = InferResponseType<typeof earlierOf.$get, 200>['items'][number];
type WrittenEarlierFigure = InferRequestType<(typeof earlierOf)[':group']['$put']>['json'];
