import { z } from '@hono/zod-openapi';
import { INVITATION_DAYS } from '../../survey-definitions/invitation.ts';
import { EVALUATION_ROLES } from '../../survey-definitions/role.ts';
import { LONGEST_NAME } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import { mustHoldIn } from '../accounts/access.ts';
import { invite, withdraw } from '../accounts/invitations.ts';
import { offerReset, RESET_DAYS } from '../accounts/resetting.ts';
import type { Deps } from '../context.ts';
import { ownAddress } from '../http/origin.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { EvaluationId, json, jsonRequest, listOf, Paging, problems } from '../http/schemas.ts';
import { InvitationSchema, presentInvitation } from '../presenters/invitation.ts';
import { listOpenInvitations } from '../store/invitations.ts';

const NewInvitation = z.strictObject({
  evaluation: EvaluationId.shape.id.optional(),
  role: z.enum(EVALUATION_ROLES).optional().describe('In that evaluation'),
  admin: z.boolean().optional(),
  beginsEvaluations: z.boolean().optional(),
  note: filledText(LONGEST_NAME).optional().describe('For whom it is'),
});
const MadeSchema = z.object({
  id: z.string(),
  url: z.string().describe('The secret stands behind its #, and nowhere else'),
  expiresAt: z.string(),
});

const create = route({
  method: 'post',
  path: '/api/invitations',
  access: 'invitations',
  operationId: 'createInvitation',
  summary: `A link that lets one person in, good once and for ${INVITATION_DAYS} days; it is shown only in this answer. Other than to an evaluation only an admin invites`,
  request: { body: jsonRequest(NewInvitation) },
  responses: {
    201: json(MadeSchema, 'The link, once'),
    ...problems(401, 403, 404, 413, 415, 422),
  },
});
const list = route({
  method: 'get',
  path: '/api/invitations',
  access: 'invitations',
  operationId: 'listInvitations',
  summary: 'Open links, newest first: of an evaluation, or all that the caller may withdraw',
  request: { query: Paging.extend({ evaluation: EvaluationId.shape.id.optional() }) },
  responses: { 200: json(listOf(InvitationSchema), 'A page'), ...problems(401, 403, 404, 422) },
});
const remove = route({
  method: 'delete',
  path: '/api/invitations/{id}',
  access: 'invitations',
  operationId: 'withdrawInvitation',
  summary: 'Take an open link back',
  request: { params: EvaluationId },
  responses: { 204: { description: 'Withdrawn' }, ...problems(401, 403, 404) },
});
const reset = route({
  method: 'post',
  path: '/api/accounts/{id}/reset',
  access: 'accounts.write',
  operationId: 'offerReset',
  summary: `A link by which somebody chooses a new password, good once and for ${RESET_DAYS} day, in the place of an earlier one; the old password stays good until then`,
  request: { params: EvaluationId },
  responses: {
    201: json(MadeSchema, 'The link, once'),
    ...problems(401, 403, 404, 409),
  },
});

export function invitationRoutes(deps: Deps) {
  const { store, config, now } = deps;
  return newRouter()
    .openapi(create, async (c) => {
      const { id, secret, expiresAt } = await invite(deps, c.get('actor'), c.req.valid('json'));
      const url = `${ownAddress(c, config)}/invitation#${secret}`;
      return c.json({ id, url, expiresAt }, 201);
    })
    .openapi(list, async (c) => {
      const { evaluation, ...paging } = c.req.valid('query');
      const actor = c.get('actor');
      if (evaluation !== undefined)
        await mustHoldIn(store.read, actor, 'people.read', evaluation, 'unknown-evaluation');
      const of = {
        evaluationId: evaluation,
        ...(!actor.account.admin && { evaluator: actor.account.id }),
      };
      const { items, next } = await listOpenInvitations(store.read, of, paging, now());
      return c.json({ items: items.map(presentInvitation), next }, 200);
    })
    .openapi(remove, async (c) => {
      await withdraw(deps, c.get('actor'), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(reset, async (c) => {
      const { id } = c.req.valid('param');
      const made = await offerReset(deps, c.get('actor'), id);
      const url = `${ownAddress(c, config)}/invitation#${made.secret}`;
      return c.json({ id: made.id, url, expiresAt: made.expiresAt }, 201);
    });
}
