import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import { insertInvitation, withdrawResets } from '../store/invitations.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { findUserById, setPassword } from '../store/users.ts';
import type { Actor } from './actor.ts';
import { audited } from './audited.ts';
import { type Made, newInvitation, openInvitation, useUp } from './invitations.ts';
import { chosenPassword } from './password-faults.ts';
import { hashPassword } from './passwords.ts';
import { hashSecret } from './secrets.ts';

/** Shorter than an invitation: it opens an account that has something to lose. */
export const RESET_DAYS = 1;

/**
 * A link by which somebody chooses a new password, for an admin who knows whom he gives it to; it takes the place of an earlier
 * one. The password that is there stays good until then. Throws unknown-account or account-disabled.
 */
export async function offerReset(
  deps: Pick<Deps, 'store' | 'now'>,
  actor: Actor,
  userId: string,
): Promise<Made> {
  const now = deps.now();
  const { invitation, secret } = newInvitation(
    { kind: 'reset', userId },
    { by: actor, now, days: RESET_DAYS },
  );
  const { id, expiresAt } = invitation;
  await audited(
    deps,
    actor,
    (username: string) => ({
      action: 'password.reset-link',
      subject: username,
      detail: { invitation: id, expiresAt },
    }),
    async (trx) => {
      const user = await findUserById(trx, userId);
      if (user === undefined) throw new Problem('unknown-account');
      if (user.disabledAt !== null) throw new Problem('account-disabled');
      await withdrawResets(trx, userId, now.toISOString());
      const { username: note } = user;
      await insertInvitation(trx, { ...invitation, note, secretHash: hashSecret(secret) });
      return user.username;
    },
  );
  return { id, secret, expiresAt };
}

/** Puts the password that somebody chose in the place of the forgotten one and ends all his sessions. Throws unknown-invitation or not-acceptable. */
export async function resetPassword(
  deps: Pick<Deps, 'store' | 'now'>,
  chosen: { secret: string; password: string },
): Promise<void> {
  const { store } = deps;
  const now = deps.now();
  const link = await openInvitation(store.read, chosen.secret, now, 'reset');
  const user = await findUserById(store.read, link.userId ?? '');
  if (user === undefined) throw new Problem('unknown-invitation');
  const { id, username } = user;
  const passwordHash = await hashPassword(
    chosenPassword(chosen.password, { username, path: '$.password' }),
  );
  await audited(
    deps,
    { name: username },
    (sessions: number) => ({
      action: 'password.reset',
      subject: username,
      detail: { link: link.id, offeredBy: link.madeBy, sessions },
    }),
    async (trx) => {
      await useUp(trx, link, { by: username, now });
      const at = now.toISOString();
      await setPassword(trx, id, { passwordHash, at });
      await withdrawResets(trx, id, at);
      return deleteSessionsOf(trx, id);
    },
  );
}
