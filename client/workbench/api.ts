import {
  type ClientResponse,
  hc,
  type InferRequestType,
  type InferResponseType,
} from 'hono/client';
import type { AppType } from '../../server/app.ts';
import type { Language } from '../../survey-definitions/text.ts';
import { rememberingFetch } from './remembering-fetch.ts';

let language: Language = 'zh-CN';
/** The language the server's words (names, rules, errors) are asked for in. */
export function speak(wanted: Language): void {
  language = wanted;
}

const remembering = rememberingFetch((request) => fetch(request));
/** Forgets what was answered, as after signing in or out. */
export const forgetAnswers = remembering.forget;

const { api } = hc<AppType>('/', {
  headers: () => ({ 'Accept-Language': language }),
  fetch: remembering.fetch,
});
const oneEvaluation = api.evaluations[':id'];
const oneSurvey = api.surveys[':code'];

/** The server's answer where it is not the one asked for, or that none came. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** What a call answers where it answers well. */
type Good<R> =
  Extract<R, { ok: true }> extends { json(): Promise<infer T> } ? Exclude<T, undefined> : never;

/** The good answer. Throws a ProblemError for any other, and where none came. */
async function answer<R extends ClientResponse<unknown>>(asked: Promise<R>): Promise<Good<R>> {
  const response = await asked.catch(() => {
    throw new ProblemError({ status: 0, code: 'unreachable', title: '' });
  });
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
    throw new ProblemError({ code: 'unknown', title: '', ...problem, status: response.status });
  }
  return (response.status === 204 ? undefined : await response.json()) as Good<R>;
}

/** Something the server knows, and how to ask for it. Keys are addresses, so that a prefix names all below it. */
export interface Resource<T> {
  key: string;
  load(): Promise<T>;
}
const resource = <R extends ClientResponse<unknown>>(
  key: string,
  ask: () => Promise<R>,
): Resource<Good<R>> => ({ key, load: () => answer(ask()) });

// The client puts path parts where they belong as they are.
const part = encodeURIComponent;
const evaluationKey = (id: string) => `/api/evaluations/${part(id)}`;
const surveyKey = (code: string) => `/api/surveys/${part(code)}`;
const given = <T extends Record<string, string | undefined>>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<T>;
const keyed = (path: string, query: Record<string, string | undefined>) =>
  `${path}?${new URLSearchParams(given(query) as Record<string, string>)}`;

export const session = resource('/api/session', () => api.session.$get());

/** Prefix of everything said about evaluations, to be renewed after a change to one. */
export const EVALUATIONS = '/api/evaluations';
export const evaluations = (after?: string) => {
  const query = given({ after });
  return resource(keyed(EVALUATIONS, query), () => api.evaluations.$get({ query }));
};
export const evaluation = (id: string) =>
  resource(evaluationKey(id), () => oneEvaluation.$get({ param: { id: part(id) } }));
export const scoring = (id: string) =>
  resource(`${evaluationKey(id)}/scoring`, () =>
    oneEvaluation.scoring.$get({ param: { id: part(id) } }),
  );

export interface Definition {
  id: string;
  version: number;
}
const definitionPath = ({ id, version }: Definition) => ({
  param: { id: part(id), version: String(version) },
});
export const questionnaires = resource('/api/questionnaires', () => api.questionnaires.$get());
export const questionnaire = (of: Definition) =>
  resource(`/api/questionnaires/${of.id}/${of.version}`, () =>
    api.questionnaires[':id'][':version'].$get(definitionPath(of)),
  );
export const indicatorSystems = resource('/api/indicator-systems', () =>
  api['indicator-systems'].$get(),
);
export const indicatorSystem = (of: Definition) =>
  resource(`/api/indicator-systems/${of.id}/${of.version}`, () =>
    api['indicator-systems'][':id'][':version'].$get(definitionPath(of)),
  );

export const progress = (code: string) =>
  resource(`${surveyKey(code)}/progress`, () =>
    oneSurvey.progress.$get({ param: { code: part(code) } }),
  );
export const results = (code: string, rounding: Rounding, channel?: Channel) => {
  const query = { rounding, ...given({ channel }) };
  return resource(keyed(`${surveyKey(code)}/results`, query), () =>
    oneSurvey.results.$get({ param: { code: part(code) }, query }),
  );
};
export const responses = (code: string, filter: ResponseFilter, after?: string) => {
  const query = { ...given({ ...filter, after }), limit: '50' } as ResponseFilter;
  return resource(keyed(`${surveyKey(code)}/responses`, { ...query }), () =>
    oneSurvey.responses.$get({ param: { code: part(code) }, query }),
  );
};

/** Keys of what moves by itself while an evaluation's surveys are open. The list of responses stays: reading it is audited. */
export const movingWith = ({ id, surveys }: Evaluation): string[] => [
  evaluationKey(id),
  ...surveys.flatMap(({ code }) => [`${surveyKey(code)}/progress`, `${surveyKey(code)}/results`]),
];

export const accessCodes = (code: string) =>
  resource(`${surveyKey(code)}/access-codes`, () =>
    oneSurvey['access-codes'].$get({ param: { code: part(code) } }),
  );

export const signIn = (username: string, password: string) =>
  answer(api.session.$post({ json: { username, password } }));
export const signOut = () => answer(api.session.$delete());
export const createEvaluation = (json: NewEvaluation) => answer(api.evaluations.$post({ json }));
export const changeEvaluation = (id: string, json: EvaluationChange) =>
  answer(oneEvaluation.$patch({ param: { id: part(id) }, json }));
export const deleteEvaluation = (id: string) =>
  answer(oneEvaluation.$delete({ param: { id: part(id) } }));
export const createSurvey = (id: string, json: NewSurvey) =>
  answer(oneEvaluation.surveys.$post({ param: { id: part(id) }, json }));
export const moveSurvey = (code: string, to: 'open' | 'close') =>
  answer(oneSurvey[to].$post({ param: { code: part(code) } }));
export const issueAccessCodes = (code: string, count: number) =>
  answer(oneSurvey['access-codes'].$post({ param: { code: part(code) }, json: { count } }));
export const writeScore = (id: string, code: string, json: ScoreChange) =>
  answer(oneEvaluation.scoring[':code'].$put({ param: { id: part(id), code: part(code) }, json }));

type Refusal = InferResponseType<typeof oneEvaluation.$get, 404>;
/** What the screens show of a refusal; status 0 where no answer came at all. */
export type Problem = Pick<Refusal, 'title' | 'status' | 'detail' | 'errors'> & {
  code: Refusal['code'] | 'unreachable' | 'unknown';
};
export type Evaluation = InferResponseType<typeof oneEvaluation.$get, 200>;
export type NewEvaluation = InferRequestType<typeof api.evaluations.$post>['json'];
export type EvaluationChange = InferRequestType<typeof oneEvaluation.$patch>['json'];
export type EvaluationPage = InferResponseType<typeof api.evaluations.$get, 200>;
export type SurveySummary = Evaluation['surveys'][number];
export type NewSurvey = InferRequestType<typeof oneEvaluation.surveys.$post>['json'];
export type ListedQuestionnaire = InferResponseType<
  typeof api.questionnaires.$get,
  200
>['items'][number];
export type Progress = InferResponseType<typeof oneSurvey.progress.$get, 200>;
export type IssuedCode = InferResponseType<
  (typeof oneSurvey)['access-codes']['$post'],
  201
>['codes'][number];
export type DayProgress = Progress['byDay'][number];
export type Results = InferResponseType<typeof oneSurvey.results.$get, 200>;
export type ResultItem = Results['items'][number];
export type ResultOption = ResultItem['options'][number];
export type Rounding = Results['rounding'];
export type Calculated = Results['composite'];
export type ResponsePage = InferResponseType<typeof oneSurvey.responses.$get, 200>;
export type Response = ResponsePage['items'][number];
export type Channel = Response['channel'];
export type ResponseFilter = Omit<
  InferRequestType<typeof oneSurvey.responses.$get>['query'],
  'after' | 'limit'
>;
export type Scoring = InferResponseType<typeof oneEvaluation.scoring.$get, 200>;
export type ScoredIndicator = Scoring['indicators'][number];
export type Source = NonNullable<ScoredIndicator['source']>;
export type Subtotal = Omit<Scoring['level1'][number], 'level1'>;
export type ScoreChange = InferRequestType<(typeof oneEvaluation.scoring)[':code']['$put']>['json'];
