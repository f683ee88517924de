import type { SecondFactorPolicy } from '../../survey-definitions/sign-in-policy.ts';
import type { KnownAccount } from '../store/account-columns.ts';
import { findSession, touchSession } from '../store/sessions.ts';
import { policyOf } from '../store/sign-in-policy.ts';
import type { Store } from '../store/store.ts';
import { findToken, touchToken } from '../store/tokens.ts';
import type { Actor } from './actor.ts';
import { hashSecret } from './secrets.ts';
import { idleEnd, idleSince, SEEN_EVERY_MS } from './session-life.ts';

/** Who somebody is, and how to write down that he was here, where that counts and is due. */
export interface Recognised {
  actor: Actor;
  seen?(): Promise<void>;
}

interface At {
  store: Pick<Store, 'read' | 'write'>;
  now: Date;
}

const isDue = (last: string | null, now: Date) =>
  last === null || now.getTime() - Date.parse(last) >= SEEN_EVERY_MS;

/**
 * Whom a session's cookie stands for, or undefined where it is unknown, too old or idle, or its account was disabled.
 * `counts`: whether a person does this, which keeps the session from idling.
 */
export async function bySession(
  secret: string,
  { store, now }: At,
  counts: boolean,
): Promise<Recognised | undefined> {
  const session = await findSession(store.read, hashSecret(secret), now, idleSince(now));
  if (session === undefined) return undefined;
  const { id, expiresAt } = session;
  const due = counts && isDue(session.lastSeenAt, now);
  const lastSeenAt = due ? now.toISOString() : session.lastSeenAt;
  const actor: Actor = {
    name: session.username,
    kind: 'session',
    account: accountOf(session),
    session: { id, endsAt: expiresAt, idleEndsAt: idleEnd({ lastSeenAt, expiresAt }) },
  };
  return due ? { actor, seen: () => touchSession(store.write, id, now) } : { actor };
}

/** Whom an Authorization header stands for, or undefined where it names no token of ours that is still good. */
export async function byToken(header: string, { store, now }: At): Promise<Recognised | undefined> {
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (secret === undefined) return undefined;
  const token = await findToken(store.read, hashSecret(secret), now);
  if (token === undefined) return undefined;
  const { id, role, evaluationId, readOnly, lastUsedAt } = token;
  const actor: Actor = {
    name: `token:${id}`,
    kind: 'token',
    account: accountOf(token),
    token: { id, role, evaluationId, readOnly: readOnly === 1 },
  };
  if (!isDue(lastUsedAt, now)) return { actor };
  return {
    actor,
    seen: () => touchToken(store.write, id, now, new Date(now.getTime() - SEEN_EVERY_MS)),
  };
}

const accountOf = (known: KnownAccount): Actor['account'] => ({
  id: known.userId,
  username: known.username,
  admin: known.admin === 1,
  evaluator: known.admin === 1 || known.evaluator > 0,
  secondFactor: known.secondFactor === 1,
  secondFactorRequired: isRequired(policyOf(known.secondFactorPolicy), known.admin === 1),
});

const isRequired = (policy: SecondFactorPolicy, admin: boolean): boolean =>
  policy === 'everyone' || (policy === 'admins' && admin);
