import { answer, api, ProblemError, type QueryOptions, queryOptions } from './client.ts';

const asked = queryOptions(['session'], (options) => api.session.$get({}, options));
export type Session = Awaited<ReturnType<typeof asked.queryFn>>;

/** Who is signed in; null where nobody is, which is an answer and no fault. */
export const session: QueryOptions<Session | null> = {
  ...asked,
  queryFn: (context) =>
    asked.queryFn(context).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.status === 401) return null;
      throw error;
    }),
};

/** The same, asked once and not kept. */
export const whoSignedIn = (): Promise<Session> => answer(api.session.$get({}));

/** `code`: of the second factor, where the server has asked for it. */
export const signIn = (json: { username: string; password: string; code?: string }) =>
  answer(api.session.$post({ json }));
export const signOut = () => answer(api.session.$delete());
export const staySignedIn = () => answer(api.session.stay.$post());
