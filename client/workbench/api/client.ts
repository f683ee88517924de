import {
  type ClientRequestOptions,
  type ClientResponse,
  hc,
  type InferResponseType,
} from 'hono/client';
import type { AppType } from '../../../server/app.ts';
import type { Language } from '../../../survey-definitions/text.ts';
import { withEtagCache } from './etag-cache.ts';

let language: Language = 'zh-CN';
/** The language the server's words (names, rules, errors) are asked for in. */
export function setApiLanguage(wanted: Language): void {
  language = wanted;
}

let asksByItself: () => boolean = () => false;
/** How to tell, of a request about to be sent, that nobody did anything for it: it keeps no session from idling. */
export function setAsksByItself(tell: () => boolean): void {
  asksByItself = tell;
}

const cached = withEtagCache((request) => fetch(request));
/** Forgets every answer kept with its `ETag`, as after signing in or out. */
export const clearEtagCache = cached.clear;

/** The server's routes, typed by the server itself; the files beside this one ask it, resource by resource. */
export const { api } = hc<AppType>('/', {
  headers: (): Record<string, string> => ({
    'Accept-Language': language,
    ...(asksByItself() && { 'Manping-Background': '1' }),
  }),
  fetch: cached.fetch,
});

type Refusal = InferResponseType<(typeof api.evaluations)[':id']['$get'], 404>;
/** What the screens show of a refusal; status 0 where no answer came at all. */
export type Problem = Pick<Refusal, 'title' | 'status' | 'detail' | 'errors' | 'warnings'> & {
  code: Refusal['code'] | 'unreachable' | 'unknown';
};

const FAILED_TO_ENTER = new Set<Problem['code']>([
  'wrong-credentials',
  'second-factor-needed',
  'wrong-code',
]);

/** The server's answer where it is not the one asked for, or that none came. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
  /** The server is out of reach or in trouble for a moment: asking again may help. A refusal (4xx) stands. */
  get isTemporary(): boolean {
    return this.problem.status === 0 || this.problem.status >= 500;
  }
  /** The session is over: signing in again helps. That signing in failed says nothing of a session. */
  get endsSession(): boolean {
    return this.problem.status === 401 && !FAILED_TO_ENTER.has(this.problem.code);
  }
}

/** What a call answers where it answers well. */
type SuccessBody<R> =
  Extract<R, { ok: true }> extends { json(): Promise<infer T> } ? Exclude<T, undefined> : never;

/** The body of a good answer. Throws a ProblemError for any other answer, and where none came. */
export async function answer<R extends ClientResponse<unknown>>(
  asked: Promise<R>,
): Promise<SuccessBody<R>> {
  const response = await accepted(asked);
  const body = response.status === 204 ? undefined : await response.json().catch(unreachable);
  return body as SuccessBody<R>;
}

/** The same of an answer that is read as it comes. */
export async function answerBody(
  asked: Promise<ClientResponse<unknown>>,
): Promise<ReadableStream<Uint8Array>> {
  const { body } = await accepted(asked);
  return body ?? unreachable(undefined);
}

async function accepted<R extends ClientResponse<unknown>>(asked: Promise<R>): Promise<R> {
  const response = await asked.catch(unreachable);
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  throw new ProblemError({ code: 'unknown', title: '', ...problem, status: response.status });
}

/** No answer came, or it broke off half-way; where nobody waits for it any more that is no fault. */
function unreachable(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new ProblemError({ status: 0, code: 'unreachable', title: '' });
}

/**
 * Something the server knows, and how to ask for it: what TanStack Query takes. Keys are lists from the general to the
 * particular (`['evaluations', id, 'scoring']`), so that the beginning of a key names all below it.
 */
export interface QueryOptions<T> {
  queryKey: readonly unknown[];
  queryFn(context: { signal: AbortSignal }): Promise<T>;
  staleTime?: number;
}

/** Asks through the client; a question that nobody waits for any more is broken off. */
export const queryOptions = <R extends ClientResponse<unknown>>(
  queryKey: readonly unknown[],
  ask: (options: ClientRequestOptions) => Promise<R>,
): QueryOptions<SuccessBody<R>> => ({
  queryKey,
  queryFn: ({ signal }) => answer(ask({ init: { signal } })),
});

/** The client puts path parts where they belong as they are. */
export const encodePathPart = encodeURIComponent;

/** The values that are given, without those left empty. */
export const withoutEmpty = <T extends Record<string, string | undefined>>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<T>;
