import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import { decodeCursor, type Page, pageOf } from './cursor.ts';
import { isPostgres } from './is-postgres.ts';
import type { Db } from './tables.ts';
import type { User } from './users.ts';

/** A role that somebody holds, and where. */
export interface RoleHeld {
  evaluationId: string;
  department: string;
  year: number;
  role: string;
}

/** An account as admins see it. Times are ISO 8601 UTC. */
export interface Account
  extends Pick<
    User,
    'id' | 'username' | 'admin' | 'beginsEvaluations' | 'disabledAt' | 'createdAt'
  > {
  secondFactor: boolean;
  /** When its person was last seen doing something, as far as that is known. */
  lastSeenAt: string | null;
  /** By department and year. */
  roles: RoleHeld[];
  /** How many run now, and how many of its tokens are neither expired nor revoked. */
  sessions: number;
  tokens: number;
}

/** Now, and since when a session that was not seen has ended. */
export interface At {
  now: Date;
  idleSince: Date;
}

/**
 * Accounts by name, those that are disabled behind the others. `q` is found anywhere in a name, folded on both sides: here and
 * not in SQL, where every engine would find something else. Beside them how many of all those in use have no second factor. Throws a BadCursorError where `after` is no cursor.
 */
export async function listAccounts(
  db: Db,
  at: At,
  { q = '', after, limit }: { q?: string | undefined; after?: string | undefined; limit: number },
): Promise<Page<Account> & { withoutSecondFactor: { admins: number; everyone: number } }> {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'username', 'disabled_at', 'admin', 'totp_secret'])
    .execute();
  const without = rows.filter((row) => row.disabled_at === null && row.totp_secret === null);
  const wanted = foldCaseless(q);
  const from = after === undefined ? undefined : decodeCursor(after);
  const places = rows
    .filter(({ username }) => foldCaseless(username).includes(wanted))
    .map(({ id, username, disabled_at }) => ({
      id,
      place: [disabled_at ? '1' : '0', username] as const,
    }))
    .filter(({ place }) => from === undefined || compare(place, from) > 0)
    .sort((one, other) => compare(one.place, other.place));
  const page = pageOf(
    places.slice(0, limit + 1),
    limit,
    ({ place }) => place,
    ({ id }) => id,
  );
  const known = new Map(
    (await describeAccounts(db, at, page.items)).map((each) => [each.id, each]),
  );
  return {
    items: page.items.flatMap((id) => known.get(id) ?? []),
    next: page.next,
    withoutSecondFactor: {
      admins: without.filter(({ admin }) => admin === 1).length,
      everyone: without.length,
    },
  };
}

type Place = readonly [string, string];
const compare = ([oneFlag, one]: Place, [otherFlag, other]: Place): number =>
  order(oneFlag, otherFlag) || order(one, other);
const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** One account; undefined where there is none. */
export async function describeAccount(db: Db, at: At, id: string): Promise<Account | undefined> {
  return (await describeAccounts(db, at, [id]))[0];
}

async function describeAccounts(db: Db, at: At, ids: readonly string[]): Promise<Account[]> {
  if (ids.length === 0) return [];
  const users = await db
    .selectFrom('users')
    .select((eb) => [
      'id',
      'username',
      'admin',
      'begins_evaluations',
      'disabled_at',
      'created_at',
      eb.case().when('totp_secret', 'is', null).then(0).else(1).end().as('second_factor'),
    ])
    .where('id', 'in', ids)
    .execute();
  if (users.length === 0) return [];
  const [roles, sessions, tokens, recorded] = await Promise.all([
    rolesOf(db, ids),
    sessionsOf(db, at, ids),
    tokensOf(db, at, ids),
    lastRecorded(
      db,
      users.map(({ username }) => username),
    ),
  ]);
  return users.map((user) => {
    const seen = sessions.get(user.id);
    const times = [seen?.lastSeenAt, recorded.get(user.username)].filter(
      (time) => time !== undefined,
    );
    return {
      id: user.id,
      username: user.username,
      admin: user.admin === 1,
      beginsEvaluations: user.begins_evaluations === 1,
      disabledAt: user.disabled_at,
      createdAt: user.created_at,
      secondFactor: user.second_factor === 1,
      lastSeenAt: times.sort().at(-1) ?? null,
      roles: roles.get(user.id) ?? [],
      sessions: seen?.running ?? 0,
      tokens: tokens.get(user.id) ?? 0,
    };
  });
}

async function rolesOf(db: Db, ids: readonly string[]): Promise<Map<string, RoleHeld[]>> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('evaluations', 'evaluations.id', 'memberships.evaluation_id')
    .select([
      'memberships.user_id as userId',
      'memberships.role as role',
      'evaluations.id as evaluationId',
      'evaluations.department as department',
      'evaluations.year as year',
    ])
    .where('memberships.user_id', 'in', ids)
    .execute();
  rows.sort(
    (one, other) =>
      order(one.department, other.department) ||
      one.year - other.year ||
      order(one.evaluationId, other.evaluationId),
  );
  const held = new Map<string, RoleHeld[]>();
  for (const { userId, role, evaluationId, department, year } of rows) {
    const those = held.get(userId) ?? [];
    held.set(userId, those);
    those.push({ evaluationId, department, year, role });
  }
  return held;
}

async function sessionsOf(db: Db, { now, idleSince }: At, ids: readonly string[]) {
  const rows = await db
    .selectFrom('sessions')
    .select(['user_id', 'last_seen_at', 'expires_at'])
    .where('user_id', 'in', ids)
    .execute();
  const seen = new Map<string, { running: number; lastSeenAt: string }>();
  for (const { user_id, last_seen_at, expires_at } of rows) {
    const runs = expires_at > now.toISOString() && last_seen_at > idleSince.toISOString();
    const before = seen.get(user_id) ?? { running: 0, lastSeenAt: last_seen_at };
    const lastSeenAt = last_seen_at > before.lastSeenAt ? last_seen_at : before.lastSeenAt;
    seen.set(user_id, { running: before.running + (runs ? 1 : 0), lastSeenAt });
  }
  return seen;
}

async function tokensOf(db: Db, { now }: At, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('tokens')
    .select((eb) => ['maker_id', eb.fn.countAll().as('good')])
    .where('maker_id', 'in', ids)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .groupBy('maker_id')
    .execute();
  return new Map(rows.map(({ maker_id, good }) => [maker_id ?? '', Number(good)]));
}

/** When each of these last did something that the audit says: a session that ended is no longer there to tell. */
async function lastRecorded(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('audit_events')
    .select((eb) => ['actor', eb.fn.max('at').as('at')])
    .where('actor', 'in', names)
    .groupBy('actor')
    .execute();
  return new Map(rows.map(({ actor, at }) => [actor, at]));
}

/** What may be changed of an account. */
export type AccountState = Pick<User, 'admin' | 'beginsEvaluations' | 'disabledAt'>;

/**
 * An account, which nobody else changes until this transaction is over; undefined where there is none. What only refers to
 * it, a session or a role, does not wait. SQLite's writer is the only one as it is.
 */
export async function holdAccount(
  trx: Db,
  id: string,
): Promise<(AccountState & Pick<User, 'id' | 'username'>) | undefined> {
  const query = trx
    .selectFrom('users')
    .select(['id', 'username', 'admin', 'begins_evaluations', 'disabled_at'])
    .where('id', '=', id);
  const row = await (isPostgres(trx) ? query.forNoKeyUpdate() : query).executeTakeFirst();
  return (
    row && {
      id: row.id,
      username: row.username,
      admin: row.admin === 1,
      beginsEvaluations: row.begins_evaluations === 1,
      disabledAt: row.disabled_at,
    }
  );
}

/**
 * Ids of the admins whose accounts are in use, held like one account. Call it before that one is held: always in the same
 * order, so that nobody waits for somebody who waits for him.
 */
export async function holdAdmins(trx: Db): Promise<string[]> {
  const query = trx
    .selectFrom('users')
    .select('id')
    .where('admin', '=', 1)
    .where('disabled_at', 'is', null)
    .orderBy('id');
  const rows = await (isPostgres(trx) ? query.forNoKeyUpdate() : query).execute();
  return rows.map(({ id }) => id);
}

export async function updateAccount(trx: Db, id: string, to: AccountState): Promise<void> {
  await trx
    .updateTable('users')
    .set({
      admin: to.admin ? 1 : 0,
      begins_evaluations: to.beginsEvaluations ? 1 : 0,
      disabled_at: to.disabledAt,
    })
    .where('id', '=', id)
    .execute();
}
