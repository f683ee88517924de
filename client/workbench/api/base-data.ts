import type { InferResponseType } from 'hono/client';
import type { BaseData as WrittenBaseData } from '../../../survey-definitions/cells.ts';
import { answer, api, encodePathPart, queryOptions } from './client.ts';
import { evaluationsKey } from './evaluations.ts';

const baseDataOf = api.evaluations[':id']['base-data'];
const pathOf = (id: string) => ({ param: { id: encodePathPart(id) } });

export const baseData = (id: string) =>
  queryOptions([...evaluationsKey, id, 'base-data'], (options) =>
    baseDataOf.$get(pathOf(id), options),
  );

/** Puts cells and checks in the place of all there are; answers them as they are then. */
export const changeBaseData = (id: string, json: WrittenBaseData) =>
  answer(baseDataOf.$put({ ...pathOf(id), query: {}, json }));
/** What putting them would do to the scores; stores nothing. */
export const tryBaseData = (id: string, json: WrittenBaseData) =>
  answer(baseDataOf.$put({ ...pathOf(id), query: { dryRun: '1' }, json }));

export type BaseData = InferResponseType<typeof baseDataOf.$get, 200>;
