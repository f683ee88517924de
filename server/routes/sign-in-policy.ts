import { z } from '@hono/zod-openapi';
import { SECOND_FACTOR_POLICIES } from '../../survey-definitions/sign-in-policy.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems } from '../http/schemas.ts';
import { presentSignInPolicy, SignInPolicySchema } from '../presenters/sign-in-policy.ts';
import { changeSecondFactorPolicy, readSecondFactorPolicy } from '../store/sign-in-policy.ts';

const path = '/api/sign-in-policy';
const Wanted = z.strictObject({
  secondFactor: z.enum(SECOND_FACTOR_POLICIES).describe('Who has to sign in with one'),
});

const show = route({
  method: 'get',
  path,
  access: 'account',
  operationId: 'getSignInPolicy',
  summary: 'What signing in takes',
  responses: { 200: json(SignInPolicySchema, 'As it is set'), ...problems(401, 403) },
});
const change = route({
  method: 'put',
  path,
  access: 'accounts.write',
  operationId: 'changeSignInPolicy',
  summary: 'Require a second factor of nobody, of admins, of everybody',
  request: { body: jsonRequest(Wanted) },
  responses: {
    200: json(SignInPolicySchema, 'As it is set now'),
    ...problems(401, 403, 413, 415, 422),
  },
});

export function signInPolicyRoutes(deps: Deps) {
  return newRouter()
    .openapi(show, async (c) =>
      c.json(presentSignInPolicy(await readSecondFactorPolicy(deps.store.read)), 200),
    )
    .openapi(change, async (c) => {
      const { secondFactor } = c.req.valid('json');
      await audited(
        deps,
        c.get('actor'),
        (before) =>
          before === secondFactor
            ? undefined
            : {
                action: 'sign-in-policy.change',
                subject: 'second-factor',
                detail: { before, after: secondFactor },
              },
        (trx) => changeSecondFactorPolicy(trx, secondFactor),
      );
      return c.json(presentSignInPolicy(secondFactor), 200);
    });
}
