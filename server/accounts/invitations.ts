import { randomUUID } from 'node:crypto';
import { INVITATION_DAYS } from '../../survey-definitions/invitation.ts';
import type { EvaluationRole } from '../../survey-definitions/role.ts';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import { holdEvaluation } from '../store/evaluations.ts';
import {
  findOpenInvitation,
  type Invitation,
  type InvitationKind,
  insertInvitation,
  type NewInvitation,
  useInvitation,
  withdrawInvitation,
} from '../store/invitations.ts';
import type { Db } from '../store/tables.ts';
import { mustHoldIn } from './access.ts';
import type { Actor } from './actor.ts';
import { audited } from './audited.ts';
import { hashSecret, newSecret } from './secrets.ts';

// Every link is for one person and once. Its secret is known to whoever made it and to whom he gave it, and nowhere stored.

const DAY_MS = 24 * 60 * 60 * 1000;

/** What whoever accepts is to become; exactly one of the three. */
export interface Wanted {
  evaluation?: string | undefined;
  role?: EvaluationRole | undefined;
  admin?: boolean | undefined;
  beginsEvaluations?: boolean | undefined;
  note?: string | undefined;
}
type AccountDeps = Pick<Deps, 'store' | 'now'>;
export interface Made {
  id: string;
  secret: string;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

/** An invitation with its secret, which is known only now. Throws not-acceptable, unknown-evaluation or not-allowed. */
export async function invite(deps: AccountDeps, actor: Actor, wanted: Wanted): Promise<Made> {
  const { evaluation = null, role = null, admin = false, beginsEvaluations = false } = wanted;
  mustBeOneThing(wanted);
  const { invitation, secret } = newInvitation(
    { kind: 'invitation', evaluationId: evaluation, role, admin, beginsEvaluations },
    { by: actor, now: deps.now(), days: INVITATION_DAYS, note: wanted.note },
  );
  const { id, expiresAt, note } = invitation;
  await audited(
    deps,
    actor,
    {
      action: 'invitation.create',
      subject: id,
      ...(evaluation !== null && { evaluationId: evaluation }),
      detail: {
        ...(role !== null && { role }),
        ...(admin && { admin }),
        ...(beginsEvaluations && { beginsEvaluations }),
        ...(note !== '' && { note }),
        expiresAt,
      },
    },
    async (trx) => {
      if (evaluation !== null) {
        await holdEvaluation(trx, evaluation);
        await mustHoldIn(trx, actor, 'people.write', evaluation, 'unknown-evaluation');
      } else if (!actor.account.admin) throw new Problem('not-allowed');
      await insertInvitation(trx, { ...invitation, secretHash: hashSecret(secret) });
    },
  );
  return { id, secret, expiresAt };
}

function mustBeOneThing({ evaluation, role, admin, beginsEvaluations }: Wanted): void {
  const places = [evaluation !== undefined, admin === true, beginsEvaluations === true];
  const missing = { code: 'missing', message: { 'zh-CN': '缺少这一项', en: 'this is missing' } };
  const errors =
    places.filter(Boolean).length !== 1
      ? [
          {
            path: '$',
            code: 'one-of',
            message: {
              'zh-CN': 'evaluation、admin、beginsEvaluations 三者写一个，且只写一个',
              en: 'give exactly one of evaluation, admin and beginsEvaluations',
            },
          },
        ]
      : (evaluation === undefined) === (role === undefined)
        ? []
        : [{ path: role === undefined ? '$.role' : '$.evaluation', ...missing }];
  if (errors.length > 0) throw new Problem('not-acceptable', { errors });
}

/** One of either kind, and its secret. */
export function newInvitation(
  of: Pick<NewInvitation, 'kind'> & Partial<NewInvitation>,
  made: { by: Pick<Actor, 'name'>; now: Date; days: number; note?: string | undefined },
): { invitation: NewInvitation; secret: string } {
  const invitation: NewInvitation = {
    id: randomUUID(),
    evaluationId: null,
    role: null,
    admin: false,
    beginsEvaluations: false,
    userId: null,
    ...of,
    note: made.note ?? '',
    madeBy: made.by.name,
    createdAt: made.now.toISOString(),
    expiresAt: new Date(made.now.getTime() + made.days * DAY_MS).toISOString(),
  };
  return { invitation, secret: newSecret() };
}

/** What a secret lets somebody do. Throws unknown-invitation where it is nobody's, used, withdrawn, over or void. */
export async function openInvitation(
  db: Db,
  secret: string,
  now: Date,
  kind?: InvitationKind,
): Promise<Invitation> {
  const found = await findOpenInvitation(db, { secretHash: hashSecret(secret) }, now);
  if (found === undefined || (kind !== undefined && found.kind !== kind)) {
    throw new Problem('unknown-invitation');
  }
  return found;
}

/** Uses one up in the transaction that does what it is for, its evaluation held. Of two who do, one gets unknown-invitation. */
export async function useUp(
  trx: Db,
  { id, evaluationId }: Invitation,
  { by, now }: { by: string; now: Date },
): Promise<void> {
  if (evaluationId !== null) await holdEvaluation(trx, evaluationId);
  // Whoever made it may have lost his role until now.
  const open = await findOpenInvitation(trx, { id }, now);
  const used = open !== undefined && (await useInvitation(trx, id, { at: now.toISOString(), by }));
  if (!used) throw new Problem('unknown-invitation');
}

/** Takes an open one back. Throws unknown-invitation, also where it is none of his. */
export async function withdraw(deps: AccountDeps, actor: Actor, id: string): Promise<void> {
  const now = deps.now();
  await audited(
    deps,
    actor,
    ({ evaluationId, role, kind, note }: Invitation) => ({
      action: 'invitation.withdraw',
      subject: id,
      ...(evaluationId !== null && { evaluationId }),
      detail: { kind, ...(role !== null && { role }), ...(note !== '' && { note }) },
    }),
    async (trx) => {
      const found = await findOpenInvitation(trx, { id }, now);
      if (found === undefined) throw new Problem('unknown-invitation');
      if (found.evaluationId !== null) {
        await mustHoldIn(trx, actor, 'people.write', found.evaluationId, 'unknown-invitation');
      } else if (!actor.account.admin) throw new Problem('unknown-invitation');
      if (!(await withdrawInvitation(trx, id, now.toISOString()))) {
        throw new Problem('unknown-invitation');
      }
      return found;
    },
  );
}
