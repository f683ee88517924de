import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart, queryOptions } from './client.ts';

/** The beginning of every key of what is one's own account's. */
const accountKey = ['account'] as const;
const pathOf = (id: string) => ({ param: { id: encodePathPart(id) } });
/** As many as a page holds. */
const limit = '200';

export const sessions = queryOptions([...accountKey, 'sessions'], (options) =>
  api.sessions.$get({}, options),
);
export const endSession = (id: string) => answer(api.sessions[':id'].$delete(pathOf(id)));
export const endOtherSessions = () => answer(api.sessions.$delete());

export const tokens = queryOptions([...accountKey, 'tokens'], (options) =>
  api.tokens.$get({ query: { limit } }, options),
);
export const createToken = (json: NewToken) => answer(api.tokens.$post({ json }));
export const revokeToken = (id: string) => answer(api.tokens[':id'].$delete(pathOf(id)));

export const changePassword = (json: { current: string; password: string }) =>
  answer(api.password.$put({ json }));

const factor = api['second-factor'];
export const secondFactor = queryOptions([...accountKey, 'second-factor'], (options) =>
  factor.$get({}, options),
);
/** Each but the second asks for the own password once more. */
export const beginSecondFactor = (password: string) => answer(factor.$post({ json: { password } }));
export const confirmSecondFactor = (code: string) => answer(factor.$put({ json: { code } }));
export const renewRecoveryCodes = (password: string) =>
  answer(factor['recovery-codes'].$post({ json: { password } }));
export const endSecondFactor = (password: string) => answer(factor.$delete({ json: { password } }));

export type ListedSession = InferResponseType<typeof api.sessions.$get, 200>['items'][number];
export type ListedToken = InferResponseType<typeof api.tokens.$get, 200>['items'][number];
export type NewToken = InferRequestType<typeof api.tokens.$post>['json'];
export type MadeToken = InferResponseType<typeof api.tokens.$post, 201>;
export type SecondFactor = InferResponseType<typeof factor.$get, 200>;
/** A key as it is given to an authenticator app. */
export type FactorKey = InferResponseType<typeof factor.$post, 201>;
