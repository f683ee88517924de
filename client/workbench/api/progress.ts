import type { InferResponseType } from 'hono/client';
import { answerBody, api, encodePathPart, queryOptions } from './client.ts';
import { evaluationsKey } from './evaluations.ts';

const progressOf = api.evaluations[':id'].progress;
const pathOf = (id: string) => ({ param: { id: encodePathPart(id) } });

/** How the fieldwork of every survey of an evaluation goes. */
export const evaluationProgress = (id: string) =>
  queryOptions([...evaluationsKey, id, 'progress'], (options) =>
    progressOf.$get(pathOf(id), options),
  );

/** The same as it changes: server-sent events `progress`, whose data is an EvaluationProgress. Throws a ProblemError. */
export const openProgressStream = (id: string, signal: AbortSignal) =>
  answerBody(progressOf.stream.$get(pathOf(id), { init: { signal } }));

export type EvaluationProgress = InferResponseType<typeof progressOf.$get, 200>;
