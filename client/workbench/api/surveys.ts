import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart, queryOptions } from './client.ts';
import type { Evaluation } from './evaluations.ts';

const oneSurvey = api.surveys[':code'];
const pathOf = (code: string) => ({ param: { code: encodePathPart(code) } });

/** The beginning of every key below any survey. */
export const surveysKey = ['surveys'] as const;

/** The beginning of every key of a survey: its progress, results, responses and access codes. */
export const surveyKey = (code: string) => [...surveysKey, code] as const;

/** A survey with its points, what was handed out, and what of it can be changed now. */
export const survey = (code: string) =>
  queryOptions([...surveyKey(code), 'survey'], (options) => oneSurvey.$get(pathOf(code), options));
/** Every version of its plan, the newest last. */
export const planVersions = (code: string) =>
  queryOptions([...surveyKey(code), 'plan-versions'], (options) =>
    oneSurvey['plan-versions'].$get(pathOf(code), options),
  );
/** How many responses came in, by channel, by point and by day. */
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
export const reopenSurvey = (code: string, json: Reopening) =>
  answer(oneSurvey.reopen.$post({ ...pathOf(code), json }));
export const changeSurvey = (code: string, json: SurveyChange) =>
  answer(oneSurvey.$patch({ ...pathOf(code), json }));
export const deleteSurvey = (code: string) => answer(oneSurvey.$delete(pathOf(code)));
export const copySurvey = (code: string) =>
  answer(oneSurvey.copy.$post({ ...pathOf(code), json: {} }));
export const closeSurvey = (code: string) => answer(oneSurvey.close.$post(pathOf(code)));
export const issueAccessCodes = (code: string, count: number) =>
  answer(oneSurvey['access-codes'].$post({ ...pathOf(code), json: { count } }));

export type SurveySummary = Evaluation['surveys'][number];
export type Survey = InferResponseType<typeof oneSurvey.$get, 200>;
export type SurveyPoint = Survey['points'][number];
export type SurveyChange = InferRequestType<typeof oneSurvey.$patch>['json'];
type Reopening = InferRequestType<typeof oneSurvey.reopen.$post>['json'];
export type PlanVersion = InferResponseType<
  (typeof oneSurvey)['plan-versions']['$get'],
  200
>['items'][number];
export type NewSurvey = InferRequestType<
  (typeof api.evaluations)[':id']['surveys']['$post']
>['json'];
export type Progress = InferResponseType<typeof oneSurvey.progress.$get, 200>;
export type ChannelProgress = Progress['byChannel'][number];
export type PointProgress = Progress['byPoint'][number];
export type DayProgress = Progress['byDay'][number];
export type HourProgress = Progress['byHour'][number];
export type IssuedCode = InferResponseType<
  (typeof oneSurvey)['access-codes']['$post'],
  201
>['codes'][number];
