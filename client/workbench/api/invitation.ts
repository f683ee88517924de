import type { InferResponseType } from 'hono/client';
import { answer, api, queryOptions } from './client.ts';

/** What a link lets its holder do; it stays as good as it was. */
export const invitation = (secret: string) =>
  queryOptions(['invitation', secret], (options) =>
    api.invitations.look.$post({ json: { secret } }, options),
  );
export const acceptInvitation = (json: { secret: string; username: string; password: string }) =>
  answer(api.invitations.accept.$post({ json }));
export const joinByInvitation = (secret: string) =>
  answer(api.invitations.join.$post({ json: { secret } }));
export const resetPassword = (json: { secret: string; password: string }) =>
  answer(api.invitations.reset.$post({ json }));

export type Invited = InferResponseType<typeof api.invitations.look.$post, 200>;
