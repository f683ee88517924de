import { findSession } from '../store/sessions.ts';
import type { Db } from '../store/tables.ts';
import { findToken } from '../store/tokens.ts';
import type { Actor } from './actor.ts';
import { hashSecret } from './secrets.ts';

/** Whom a session's cookie stands for, or undefined where it is unknown or has expired. */
export async function bySession(db: Db, secret: string, now: Date): Promise<Actor | undefined> {
  const session = await findSession(db, hashSecret(secret), now);
  return session && { name: session.username, role: session.role, kind: 'session' };
}

/** Whom an Authorization header stands for, or undefined where it names no token of ours that is still good. */
export async function byToken(db: Db, header: string, now: Date): Promise<Actor | undefined> {
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (secret === undefined) return undefined;
  const token = await findToken(db, hashSecret(secret), now);
  return token && { name: `token:${token.id}`, role: token.role, kind: 'token' };
}
