import type { InferRequestType, InferResponseType } from 'hono/client';
import { answer, api, encodePathPart, queryOptions } from './client.ts';
import { evaluationsKey } from './evaluations.ts';

const ofEvaluation = api.evaluations[':id'].people;
const onePerson = ofEvaluation[':account'];
const personPath = (id: string, account: string) => ({
  param: { id: encodePathPart(id), account: encodePathPart(account) },
});

/** Everybody who has a role in an evaluation. */
export const people = (id: string) =>
  queryOptions([...evaluationsKey, id, 'people'], (options) =>
    ofEvaluation.$get({ param: { id: encodePathPart(id) } }, options),
  );
export const changeRole = (id: string, account: string, role: EvaluationRoleWanted) =>
  answer(onePerson.$patch({ ...personPath(id, account), json: { role } }));
export const removePerson = (id: string, account: string) =>
  answer(onePerson.$delete(personPath(id, account)));

/** Links into an evaluation that nobody has used yet. */
export const openInvitations = (id: string) =>
  queryOptions([...evaluationsKey, id, 'invitations'], (options) =>
    api.invitations.$get({ query: { evaluation: id, limit: '200' } }, options),
  );
export const invite = (json: NewInvitation) => answer(api.invitations.$post({ json }));
export const withdrawInvitation = (id: string) =>
  answer(api.invitations[':id'].$delete({ param: { id: encodePathPart(id) } }));

export type Person = InferResponseType<typeof ofEvaluation.$get, 200>['items'][number];
export type OpenInvitation = InferResponseType<typeof api.invitations.$get, 200>['items'][number];
export type NewInvitation = InferRequestType<typeof api.invitations.$post>['json'];
export type MadeLink = InferResponseType<typeof api.invitations.$post, 201>;
type EvaluationRoleWanted = InferRequestType<typeof onePerson.$patch>['json']['role'];
