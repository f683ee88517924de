import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart } from './client.ts';

const oneResponse = api.responses[':id'];
const dispositionsOf = api.surveys[':code'].dispositions;

/** Overrules the rules for one response, or gives it back to them. */
export const judgeResponse = (id: string, json: OneDecision) =>
  answer(oneResponse.$patch({ param: { id: encodePathPart(id) }, json }));
/** The same for many responses of a survey: all of them, or none. */
export const judgeResponses = (code: string, json: ManyDecided) =>
  answer(dispositionsOf.$post({ param: { code: encodePathPart(code) }, json }));

type OneDecision = InferRequestType<typeof oneResponse.$patch>['json'];
type ManyDecided = InferRequestType<typeof dispositionsOf.$post>['json'];
/** What became of those that were decided about. */
export type Judged = InferResponseType<typeof dispositionsOf.$post, 200>;
