import { Problem } from '../problem.ts';
import { findSessionsAccount } from '../store/sessions.ts';
import type { Db } from '../store/tables.ts';
import { findTokensAccount } from '../store/tokens.ts';
import type { Actor } from './actor.ts';

/**
 * Throws not-signed-in where the session has ended, the token was revoked or the account disabled since somebody was let in,
 * and not-allowed where he was an admin then and is none now: a body may take minutes to come, and a transaction may wait.
 */
export async function mustStillStand(
  trx: Db,
  { account, session, token }: Pick<Actor, 'account' | 'session' | 'token'>,
): Promise<void> {
  if (session === undefined && token === undefined) return;
  const now = session
    ? await findSessionsAccount(trx, session.id)
    : await findTokensAccount(trx, token?.id ?? '');
  if (now === undefined) throw notSignedIn();
  if (account.admin && now.admin === 0) throw new Problem('not-allowed');
}

export const notSignedIn = () =>
  new Problem('not-signed-in', { headers: { 'WWW-Authenticate': 'Bearer' } });
