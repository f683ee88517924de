import { randomUUID } from 'node:crypto';
import { EVALUATION_ROLES, type EvaluationRole } from '../../survey-definitions/role.ts';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import type { Invitation } from '../store/invitations.ts';
import { findRole, setRole } from '../store/memberships.ts';
import type { Db } from '../store/tables.ts';
import { findUser, insertUser, raiseUser } from '../store/users.ts';
import type { Actor } from './actor.ts';
import { audited } from './audited.ts';
import { openInvitation, useUp } from './invitations.ts';
import { passwordFaults } from './password-faults.ts';
import { hashPassword } from './passwords.ts';
import { ROLES } from './permissions.ts';
import { mustStillStand } from './still-stands.ts';
import { chosenUsername } from './username-faults.ts';

type AccountDeps = Pick<Deps, 'store' | 'now'>;

/** Where somebody stands once he has accepted. */
export interface Accepted {
  evaluationId: string | null;
  /** In that evaluation; the one he had where the invitation's would let him do less. */
  role: string | null;
}

/**
 * Makes the account of an invited person, by the name and password that he chooses. Throws unknown-invitation, not-acceptable
 * or username-taken; then the invitation is as good as before.
 */
export async function accept(
  deps: AccountDeps,
  chosen: { secret: string; username: string; password: string },
): Promise<Accepted & { user: { id: string; username: string } }> {
  const now = deps.now();
  const invitation = await openInvitation(deps.store.read, chosen.secret, now, 'invitation');
  const { username, faults } = chosenUsername(chosen.username);
  const errors = [
    ...faults,
    ...passwordFaults(chosen.password, { username }).map((fault) => ({
      path: '$.password',
      ...fault,
    })),
  ];
  if (errors.length > 0) throw new Problem('not-acceptable', { errors });
  // Hashing takes long; that the name is free is decided below.
  if (await findUser(deps.store.read, username)) throw new Problem('username-taken');
  const passwordHash = await hashPassword(chosen.password);
  const id = randomUUID();
  const accepted = await audited(
    deps,
    { name: username },
    (given: Accepted) => said('invitation.accept', invitation, given),
    async (trx) => {
      await useUp(trx, invitation, { by: username, now });
      const { admin, beginsEvaluations } = invitation;
      const user = { id, username, passwordHash, admin, beginsEvaluations };
      if (!(await insertUser(trx, { ...user, createdAt: now.toISOString() }))) {
        throw new Problem('username-taken');
      }
      return giveRole(trx, id, invitation, now);
    },
  );
  return { ...accepted, user: { id, username } };
}

/** Gives what an invitation gives to an account that is there already. Throws unknown-invitation, or what `audited` does. */
export async function join(deps: AccountDeps, actor: Actor, secret: string): Promise<Accepted> {
  const now = deps.now();
  const { name, account } = actor;
  const invitation = await openInvitation(deps.store.read, secret, now, 'invitation');
  return audited(
    deps,
    actor,
    (given: Accepted) => said('invitation.join', invitation, given),
    async (trx) => {
      await useUp(trx, invitation, { by: name, now });
      // Once more: it may have waited for the evaluation.
      await mustStillStand(trx, actor);
      await raiseUser(trx, account.id, invitation);
      return giveRole(trx, account.id, invitation, now);
    },
  );
}

const said = (action: string, invitation: Invitation, { role }: Accepted) => ({
  action,
  subject: invitation.id,
  ...(invitation.evaluationId !== null && { evaluationId: invitation.evaluationId }),
  detail: {
    invitedBy: invitation.madeBy,
    ...(role !== null && { role }),
    ...(invitation.admin && { admin: true }),
    ...(invitation.beginsEvaluations && { beginsEvaluations: true }),
  },
});

/** Nobody is less for having joined: a role that does not hold all that the present one holds changes nothing. */
async function giveRole(
  trx: Db,
  userId: string,
  { evaluationId, role: invitedAs, madeBy }: Invitation,
  now: Date,
): Promise<Accepted> {
  const role = known(invitedAs);
  if (evaluationId === null || role === undefined) return { evaluationId, role: null };
  const present = known(await findRole(trx, userId, evaluationId));
  if (present !== undefined && !holdsAll(role, present)) return { evaluationId, role: present };
  if (present === role) return { evaluationId, role };
  const given = { evaluationId, userId, role, since: now.toISOString(), grantedBy: madeBy };
  await setRole(trx, given);
  return { evaluationId, role };
}

const known = (role: string | null | undefined): EvaluationRole | undefined =>
  EVALUATION_ROLES.find((each) => each === role);

/** Whether whoever has the one role may do all that the other may. */
export const holdsAll = (role: EvaluationRole, other: EvaluationRole): boolean => {
  const held: readonly string[] = ROLES[role];
  return ROLES[other].every((permission) => held.includes(permission));
};
