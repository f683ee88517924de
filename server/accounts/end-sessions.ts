import { Problem } from '../problem.ts';
import {
  deleteSession,
  deleteSessionById,
  deleteSessionsOf,
  findSessionById,
  type ListedSession,
} from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { mayForOthers } from './access.ts';
import type { Actor } from './actor.ts';
import { audited } from './audited.ts';
import { hashSecret } from './secrets.ts';
import { idleSince } from './session-life.ts';

interface Ending {
  store: Pick<Store, 'write'>;
  now(): Date;
}

/** Ends one session: one's own, or an admin anybody's. Throws unknown-session for every other. */
export async function endSession(deps: Ending, actor: Actor, id: string): Promise<void> {
  await audited<ListedSession>(
    deps,
    actor,
    ({ username, device }) => ({
      action: 'session.end',
      subject: username,
      detail: { session: id, device },
    }),
    async (trx) => {
      const now = deps.now();
      const session = await findSessionById(trx, id, now, idleSince(now));
      const may = session && (session.userId === actor.account.id || mayForOthers(actor));
      if (!may || !(await deleteSessionById(trx, id))) throw new Problem('unknown-session');
      return session;
    },
  );
}

/** Ends all of one's own but the one that asks. */
export async function endOtherSessions(deps: Ending, actor: Actor): Promise<void> {
  const { account, session } = actor;
  await audited(
    deps,
    actor,
    (sessions) =>
      sessions === 0
        ? undefined
        : { action: 'session.end', subject: account.username, detail: { others: sessions } },
    (trx) => deleteSessionsOf(trx, account.id, session?.id),
  );
}

/** Ends those that these cookies' secrets are of, as their person leaves: a forged one beside the real one is of none. */
export async function signOut(
  deps: Ending,
  actor: Actor,
  secrets: readonly string[],
): Promise<void> {
  await audited(
    deps,
    actor,
    (sessions: string[]) =>
      sessions.map((session) => ({
        action: 'session.sign-out',
        subject: actor.account.username,
        detail: { session },
      })),
    async (trx) => {
      const ended: string[] = [];
      for (const secret of secrets) {
        const session = await deleteSession(trx, hashSecret(secret));
        if (session !== undefined) ended.push(session);
      }
      return ended;
    },
  );
}
