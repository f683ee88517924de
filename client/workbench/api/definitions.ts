import type { InferResponseType } from 'hono/client';
import { api, encodePathPart, queryOptions } from './client.ts';

/** Names a version of a questionnaire or of an indicator system. */
export interface DefinitionVersion {
  id: string;
  version: number;
}
const pathOf = ({ id, version }: DefinitionVersion) => ({
  param: { id: encodePathPart(id), version: String(version) },
});

/** A published version never changes, so that what was once read of it never has to be asked again. */
const neverStale = { staleTime: Number.POSITIVE_INFINITY };

export const questionnaires = queryOptions(['questionnaires'], (options) =>
  api.questionnaires.$get({}, options),
);
export const questionnaire = (of: DefinitionVersion) => ({
  ...queryOptions(['questionnaires', of.id, of.version], (options) =>
    api.questionnaires[':id'][':version'].$get(pathOf(of), options),
  ),
  ...neverStale,
});

export const indicatorSystems = queryOptions(['indicator-systems'], (options) =>
  api['indicator-systems'].$get({}, options),
);
export const indicatorSystem = (of: DefinitionVersion) => ({
  ...queryOptions(['indicator-systems', of.id, of.version], (options) =>
    api['indicator-systems'][':id'][':version'].$get(pathOf(of), options),
  ),
  ...neverStale,
});

export type ListedQuestionnaire = InferResponseType<
  typeof api.questionnaires.$get,
  200
>['items'][number];
