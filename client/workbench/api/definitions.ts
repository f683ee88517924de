import type { InferResponseType } from 'hono/client';
import type { IndicatorSystem } from '../../../survey-definitions/indicator-system.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { answer, api, encodePathPart, queryOptions } from './client.ts';

/** The two kinds of definition, as addresses and the API call them. */
export const DEFINITION_KINDS = ['questionnaires', 'indicator-systems'] as const;
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

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

/** Doubts about the design of a published version. */
export const definitionWarnings = (kind: DefinitionKind, of: DefinitionVersion) =>
  queryOptions([kind, of.id, of.version, 'warnings'], (options) =>
    kind === 'questionnaires'
      ? api.questionnaires[':id'][':version'].warnings.$get(pathOf(of), options)
      : api['indicator-systems'][':id'][':version'].warnings.$get(pathOf(of), options),
  );

/** Whatever a file holds; whether it is a definition, the server says. */
const asQuestionnaire = (value: unknown) => value as Questionnaire;
const asIndicatorSystem = (value: unknown) => value as IndicatorSystem;

/** What publishing would come to; nothing is stored. `file` tells one file from the next. */
export const dryRun = (kind: DefinitionKind, file: number, value: unknown) => ({
  ...queryOptions(['dry-run', kind, file], (options) =>
    kind === 'questionnaires'
      ? api.questionnaires.$post(
          { json: asQuestionnaire(value), query: { dryRun: '1' as const } },
          options,
        )
      : api['indicator-systems'].$post(
          { json: asIndicatorSystem(value), query: { dryRun: '1' as const } },
          options,
        ),
  ),
  ...neverStale,
});

export const publish = (kind: DefinitionKind, value: unknown) =>
  kind === 'questionnaires'
    ? answer(api.questionnaires.$post({ json: asQuestionnaire(value), query: {} }))
    : answer(api['indicator-systems'].$post({ json: asIndicatorSystem(value), query: {} }));

export type ListedQuestionnaire = InferResponseType<
  typeof api.questionnaires.$get,
  200
>['items'][number];
export type ListedIndicatorSystem = InferResponseType<
  (typeof api)['indicator-systems']['$get'],
  200
>['items'][number];
export type DefinitionWarning = InferResponseType<
  (typeof api.questionnaires)[':id'][':version']['warnings']['$get'],
  200
>['items'][number];
