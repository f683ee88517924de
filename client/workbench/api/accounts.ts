import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart, queryOptions, withoutEmpty } from './client.ts';

const oneAccount = api.accounts[':id'];
const pathOf = (id: string) => ({ param: { id: encodePathPart(id) } });

/** The beginning of every key of an account, its sessions included, and of the lists of accounts. */
export const accountsKey = ['accounts'] as const;

export const accounts = (q?: string, after?: string) => {
  const query = withoutEmpty({ q, after });
  return queryOptions([...accountsKey, query], (options) => api.accounts.$get({ query }, options));
};
export const account = (id: string) =>
  queryOptions([...accountsKey, id], (options) => oneAccount.$get(pathOf(id), options));

export const changeAccount = (id: string, json: AccountChange) =>
  answer(oneAccount.$patch({ ...pathOf(id), json }));
export const removeSecondFactor = (id: string) =>
  answer(oneAccount['second-factor'].$delete(pathOf(id)));

/** By which somebody chooses a new password, once. */
export const offerReset = (id: string) => answer(oneAccount.reset.$post(pathOf(id)));
/** All links that nobody has used yet, those into evaluations too. */
export const accountLinks = queryOptions([...accountsKey, 'links'], (options) =>
  api.invitations.$get({ query: { limit: '200' } }, options),
);

export type Account = InferResponseType<typeof oneAccount.$get, 200>;
export type AccountPage = InferResponseType<typeof api.accounts.$get, 200>;
export type AccountChange = InferRequestType<typeof oneAccount.$patch>['json'];

/** Where somebody is signed in. */
export const sessionsOf = (id: string) =>
  queryOptions([...accountsKey, id, 'sessions'], (options) =>
    oneAccount.sessions.$get(pathOf(id), options),
  );
export const signInPolicy = queryOptions(['sign-in-policy'], (options) =>
  api['sign-in-policy'].$get({}, options),
);
export const changeSignInPolicy = (json: SignInPolicy) =>
  answer(api['sign-in-policy'].$put({ json }));
type SignInPolicy = InferRequestType<(typeof api)['sign-in-policy']['$put']>['json'];
