import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart, queryOptions } from './client.ts';
import type { Evaluation } from './evaluations.ts';

const oneSurvey = api.surveys[':code'];
const pathOf = (code: string) => ({ param: { code: encodePathPart(code) } });

/** The beginning of every key below any survey. */
export const surveysKey = ['surveys'] as const;

/** The beginning of every key of a survey: its progress, results, responses and access codes. */
export const surveyKey = (code: string) => [...surveysKey, code] as const;

/** How many responses came in, by channel and by day. */
export const progress = (code: string) =>
  queryOptions([...surveyKey(code), 'progress'], (options) =>
    oneSurvey.progress.$get(pathOf(code), options),
  );
/** How many access codes were issued and used. */
export const accessCodes = (code: string) =>
  queryOptions([...surveyKey(code), 'access-codes'], (options) =>
    oneSurvey['access-codes'].$get(pathOf(code), options),
  );

export const createSurvey = (evaluation: string, json: NewSurvey) =>
  answer(api.evaluations[':id'].surveys.$post({ param: { id: encodePathPart(evaluation) }, json }));
export const openSurvey = (code: string) => answer(oneSurvey.open.$post(pathOf(code)));
export const reopenSurvey = (code: string, reason: string) =>
  answer(oneSurvey.reopen.$post({ ...pathOf(code), json: { reason } }));
export const closeSurvey = (code: string) => answer(oneSurvey.close.$post(pathOf(code)));
export const issueAccessCodes = (code: string, count: number) =>
  answer(oneSurvey['access-codes'].$post({ ...pathOf(code), json: { count } }));

export type SurveySummary = Evaluation['surveys'][number];
export type NewSurvey = InferRequestType<
  (typeof api.evaluations)[':id']['surveys']['$post']
>['json'];
export type Progress = InferResponseType<typeof oneSurvey.progress.$get, 200>;
export type DayProgress = Progress['byDay'][number];
export type IssuedCode = InferResponseType<
  (typeof oneSurvey)['access-codes']['$post'],
  201
>['codes'][number];
