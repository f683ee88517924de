import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart, queryOptions, withoutEmpty } from './client.ts';

const oneEvaluation = api.evaluations[':id'];
const pathOf = (id: string) => ({ param: { id: encodePathPart(id) } });

/** The beginning of every key of an evaluation, its scoring included, and of the lists of evaluations. */
export const evaluationsKey = ['evaluations'] as const;

/** Which evaluations, and in what order. */
export type EvaluationFilter = Pick<
  NonNullable<InferRequestType<typeof api.evaluations.$get>['query']>,
  'q' | 'state' | 'sort' | 'archived'
>;

export const evaluations = (filter: EvaluationFilter = {}, after?: string) => {
  const query = withoutEmpty({ ...filter, after });
  return queryOptions([...evaluationsKey, query], (options) =>
    api.evaluations.$get({ query }, options),
  );
};
export const evaluation = (id: string) =>
  queryOptions([...evaluationsKey, id], (options) => oneEvaluation.$get(pathOf(id), options));

export const createEvaluation = (json: NewEvaluation) => answer(api.evaluations.$post({ json }));
export const changeEvaluation = (id: string, json: EvaluationChange) =>
  answer(oneEvaluation.$patch({ ...pathOf(id), json }));
export const copyEvaluation = (id: string, json: EvaluationCopy) =>
  answer(oneEvaluation.copy.$post({ ...pathOf(id), json }));
/** All but the example go only with the name of their department. */
export const deleteEvaluation = (id: string, json: { department?: string } = {}) =>
  answer(oneEvaluation.$delete({ ...pathOf(id), json }));

export type Evaluation = InferResponseType<typeof oneEvaluation.$get, 200>;
export type NewEvaluation = InferRequestType<typeof api.evaluations.$post>['json'];
export type EvaluationChange = InferRequestType<typeof oneEvaluation.$patch>['json'];
export type EvaluationCopy = InferRequestType<typeof oneEvaluation.copy.$post>['json'];
export type EvaluationPage = InferResponseType<typeof api.evaluations.$get, 200>;
/** A number and how it is shown; null where there is nothing to calculate it from. */
export type Calculated = Evaluation['score']['total'];
