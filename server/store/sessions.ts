import { accountColumns, type KnownAccount } from './account-columns.ts';
import type { Db } from './tables.ts';

/** A signed-in user. Only the hash of the cookie's token is kept. Times are ISO 8601 UTC. */
export interface Session extends KnownAccount {
  id: string;
  createdAt: string;
  expiresAt: string;
  lastSeenAt: string;
}

export interface NewSession {
  id: string;
  tokenHash: string;
  userId: string;
  createdAt: string;
  expiresAt: string;
  /** What its browser calls itself, in short. */
  device?: string;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      id: session.id,
      user_id: session.userId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      last_seen_at: session.createdAt,
      device: session.device ?? '',
    })
    .execute();
}

/**
 * The session with its user, or undefined where it is unknown, has expired by `now`, was last seen before `idleSince`, or
 * its account was disabled.
 */
export async function findSession(
  db: Db,
  tokenHash: string,
  now: Date,
  idleSince: Date,
): Promise<Session | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select((eb) => [
      ...accountColumns(eb as never),
      'sessions.id as id',
      'sessions.created_at as createdAt',
      'sessions.expires_at as expiresAt',
      'sessions.last_seen_at as lastSeenAt',
    ])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', now.toISOString())
    .where('sessions.last_seen_at', '>', idleSince.toISOString())
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Whose session it is, or undefined where it has been ended or the account disabled. */
export async function findSessionsAccount(db: Db, id: string): Promise<KnownAccount | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select((eb) => accountColumns(eb as never))
    .where('sessions.id', '=', id)
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** A running session as its person sees it in a list. */
export interface ListedSession {
  id: string;
  userId: string;
  username: string;
  device: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

/** Somebody's running sessions, the one he used last first. */
export async function listSessions(
  db: Db,
  userId: string,
  now: Date,
  idleSince: Date,
): Promise<ListedSession[]> {
  return running(db, now, idleSince)
    .where('sessions.user_id', '=', userId)
    .orderBy('sessions.last_seen_at', 'desc')
    .orderBy('sessions.id')
    .execute();
}

/** One by its id, whosever it is; undefined where it has ended. */
export async function findSessionById(
  db: Db,
  id: string,
  now: Date,
  idleSince: Date,
): Promise<ListedSession | undefined> {
  return running(db, now, idleSince).where('sessions.id', '=', id).executeTakeFirst();
}

const running = (db: Db, now: Date, idleSince: Date) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select([
      'sessions.id as id',
      'sessions.user_id as userId',
      'users.username as username',
      'sessions.device as device',
      'sessions.created_at as createdAt',
      'sessions.last_seen_at as lastSeenAt',
      'sessions.expires_at as expiresAt',
    ])
    .where('sessions.expires_at', '>', now.toISOString())
    .where('sessions.last_seen_at', '>', idleSince.toISOString())
    .where('users.disabled_at', 'is', null);

/** Its person did something just now. */
export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await db
    .updateTable('sessions')
    .set({ last_seen_at: at })
    .where('id', '=', id)
    .where('last_seen_at', '<', at)
    .execute();
}

/** The id of the one that was ended; undefined where there was none. */
export async function deleteSession(db: Db, tokenHash: string): Promise<string | undefined> {
  const gone = await db
    .deleteFrom('sessions')
    .where('token_hash', '=', tokenHash)
    .returning('id')
    .executeTakeFirst();
  return gone?.id;
}

/** False where it had ended already, also where two end it at once. */
export async function deleteSessionById(db: Db, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('sessions').where('id', '=', id).returning('id').execute();
  return gone.length === 1;
}

/** All of somebody's, but for one where it is named. Says how many there were. */
export async function deleteSessionsOf(db: Db, userId: string, but?: string): Promise<number> {
  let query = db.deleteFrom('sessions').where('user_id', '=', userId);
  if (but !== undefined) query = query.where('id', '<>', but);
  return (await query.returning('id').execute()).length;
}

/** Those that nobody can go on with any more: too old, or idle. */
export async function deleteExpiredSessions(db: Db, now: Date, idleSince: Date): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', now.toISOString()),
        eb('last_seen_at', '<=', idleSince.toISOString()),
      ]),
    )
    .execute();
}
