import type { Db } from './tables.ts';

/** Failed logins under a name since the last that succeeded; `lastAt` ISO 8601 UTC. */
export interface LoginFailures {
  failures: number;
  lastAt: string;
}

const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

export async function findLoginFailures(
  db: Db,
  username: string,
): Promise<LoginFailures | undefined> {
  const row = await db
    .selectFrom('login_failures')
    .select(['failures', 'last_at'])
    .where('username', '=', username)
    .executeTakeFirst();
  return row && { failures: row.failures, lastAt: row.last_at };
}

/** Counts one more failure and says how many there are now. A day without one forgets them. */
export async function recordLoginFailure(db: Db, username: string, now: Date): Promise<number> {
  // Names are the caller's to invent: without this the table would grow for ever.
  const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER_MS).toISOString();
  await db.deleteFrom('login_failures').where('last_at', '<', forgotten).execute();
  const row = await db
    .insertInto('login_failures')
    .values({ username, failures: 1, last_at: now.toISOString() })
    .onConflict((conflict) =>
      conflict.column('username').doUpdateSet((eb) => ({
        failures: eb('login_failures.failures', '+', 1),
        last_at: now.toISOString(),
      })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  return row.failures;
}

export async function clearLoginFailures(db: Db, username: string): Promise<void> {
  await db.deleteFrom('login_failures').where('username', '=', username).execute();
}
