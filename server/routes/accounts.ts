import { z } from '@hono/zod-openapi';
import { LONGEST_SEARCH } from '../../survey-definitions/evaluation.ts';
import { LONGEST_REASON } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { type Act, audited } from '../accounts/audited.ts';
import { changeAccount, resetSecondFactor } from '../accounts/change-account.ts';
import { idleSince } from '../accounts/session-life.ts';
import type { Deps } from '../context.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, listOf, Paging, problems } from '../http/schemas.ts';
import { AccountSchema, presentAccount } from '../presenters/account.ts';
import { Problem } from '../problem.ts';
import { describeAccount, listAccounts } from '../store/accounts.ts';

/** A path part; what is no id names nothing. */
const AccountId = z.object({ id: z.guid().transform((id) => id.toLowerCase()) });
const Change = z.strictObject({
  disabled: z
    .boolean()
    .optional()
    .describe('Ends its sessions; its tokens are dead while it lasts'),
  admin: z.boolean().optional(),
  beginsEvaluations: z.boolean().optional(),
  reason: filledText(LONGEST_REASON).optional(),
});
const Accounts = listOf(AccountSchema).extend({
  withoutSecondFactor: z
    .object({ admins: z.int(), everyone: z.int() })
    .describe('How many of all accounts in use sign in without one'),
});

const list = route({
  method: 'get',
  path: '/api/accounts',
  access: 'accounts.read',
  operationId: 'listAccounts',
  summary: 'Everybody who has an account, by name; those disabled behind the others',
  request: {
    query: Paging.extend({
      q: z.string().max(LONGEST_SEARCH).optional().describe('Part of a name'),
    }),
  },
  responses: { 200: json(Accounts, 'A page'), ...problems(401, 403, 422) },
});
const show = route({
  method: 'get',
  path: '/api/accounts/{id}',
  access: 'accounts.read',
  operationId: 'getAccount',
  summary: 'One account',
  request: { params: AccountId },
  responses: { 200: json(AccountSchema, 'The account'), ...problems(401, 403, 404) },
});
const change = route({
  method: 'patch',
  path: '/api/accounts/{id}',
  access: 'accounts.write',
  operationId: 'changeAccount',
  summary: 'Disable an account or put it in use again, make an admin or take that away',
  request: { params: AccountId, body: jsonRequest(Change) },
  responses: { 200: json(AccountSchema, 'As it is now'), ...problems(401, 403, 404, 409) },
});
const removeFactor = route({
  method: 'delete',
  path: '/api/accounts/{id}/second-factor',
  access: 'accounts.write',
  operationId: 'resetSecondFactor',
  summary: 'Take away the second factor of somebody who has lost it, with its recovery codes',
  request: { params: AccountId },
  responses: { 204: { description: 'It has none now' }, ...problems(401, 403, 404) },
});

export function accountRoutes(deps: Deps) {
  const { store, now } = deps;
  const at = () => ({ now: now(), idleSince: idleSince(now()) });
  const present = async (id: string) => {
    const account = await describeAccount(store.read, at(), id);
    if (account === undefined) throw new Problem('unknown-account');
    return presentAccount(account);
  };
  return newRouter()
    .openapi(list, async (c) => {
      const listed = await listAccounts(store.read, at(), c.req.valid('query'));
      const { admins, everyone } = listed.withoutSecondFactor;
      return c.json(
        {
          items: listed.items.map(presentAccount),
          next: listed.next,
          withoutSecondFactor: { admins, everyone },
        },
        200,
      );
    })
    .openapi(show, async (c) => c.json(await present(c.req.valid('param').id), 200))
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param');
      const [actor, wanted] = [c.get('actor'), c.req.valid('json')];
      await audited(
        deps,
        actor,
        (act: Act | undefined) => act,
        (trx) => changeAccount(trx, actor, id, wanted, now()),
      );
      return c.json(await present(id), 200);
    })
    .openapi(removeFactor, async (c) => {
      const { id } = c.req.valid('param');
      await audited(
        deps,
        c.get('actor'),
        (act: Act | undefined) => act,
        (trx) => resetSecondFactor(trx, id),
      );
      return c.body(null, 204);
    });
}
