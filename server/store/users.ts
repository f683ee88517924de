import type { Selectable } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Db, Tables } from './tables.ts';

/** An account (账号). Times are ISO 8601 UTC. */
export interface User {
  id: string;
  username: string;
  /** scrypt parameters, salt and hash in one text. */
  passwordHash: string;
  admin: boolean;
  /** May begin evaluations though he is evaluator of none yet. */
  beginsEvaluations: boolean;
  /** Since when nobody signs in with it; null while it is in use. */
  disabledAt: string | null;
  passwordChangedAt: string | null;
  /** Base32 of the second factor; null where there is none. */
  totpSecret: string | null;
  /** The same while no code has shown that it works. */
  totpPending: string | null;
  totpLastStep: number | null;
  createdAt: string;
}
export type NewUser = Pick<User, 'id' | 'username' | 'passwordHash' | 'admin' | 'createdAt'> &
  Partial<Pick<User, 'beginsEvaluations'>>;

/** Makes the first account; false where there is any account already, also when two servers try at once. */
export async function insertFirstUser(db: Db, user: NewUser): Promise<boolean> {
  const inserted = await db
    .insertInto('users')
    .columns(['id', 'username', 'password_hash', 'admin', 'begins_evaluations', 'created_at'])
    .expression(
      db
        .selectNoFrom((eb) => [
          eb.val(user.id).as('id'),
          eb.val(user.username).as('username'),
          eb.val(user.passwordHash).as('password_hash'),
          eb.lit(user.admin ? 1 : 0).as('admin'),
          eb.lit(user.beginsEvaluations ? 1 : 0).as('begins_evaluations'),
          eb.val(user.createdAt).as('created_at'),
        ])
        .where((eb) => eb.not(eb.exists(eb.selectFrom('users').select('id')))),
    )
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('id')
    .execute();
  return inserted.length === 1;
}

/** Makes an account; false where the name is taken, also when two try at once. */
export async function insertUser(db: Db, user: NewUser): Promise<boolean> {
  const inserted = await db
    .insertInto('users')
    .values({
      id: user.id,
      username: user.username,
      password_hash: user.passwordHash,
      admin: user.admin ? 1 : 0,
      begins_evaluations: user.beginsEvaluations ? 1 : 0,
      created_at: user.createdAt,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('id')
    .execute();
  return inserted.length === 1;
}

export async function findUser(db: Db, username: string): Promise<User | undefined> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirst();
  return row && userOf(row);
}

export async function findUserById(db: Db, id: string): Promise<User | undefined> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return row && userOf(row);
}

/** The same as it stands now; whoever changes it waits until `trx` is over. On SQLite a transaction that writes is alone. */
export async function holdUser(trx: Db, id: string): Promise<User | undefined> {
  const row = await trx
    .selectFrom('users')
    .selectAll()
    .where('id', '=', id)
    .$if(isPostgres(trx), (query) => query.forShare())
    .executeTakeFirst();
  return row && userOf(row);
}

export function userOf(row: Selectable<Tables['users']>): User {
  return {
    id: row.id,
    username: row.username,
    passwordHash: row.password_hash,
    admin: row.admin === 1,
    beginsEvaluations: row.begins_evaluations === 1,
    disabledAt: row.disabled_at,
    passwordChangedAt: row.password_changed_at,
    totpSecret: row.totp_secret,
    totpPending: row.totp_pending,
    totpLastStep: row.totp_last_step,
    createdAt: row.created_at,
  };
}

export async function setPasswordHash(
  db: Db,
  id: string,
  { passwordHash, at }: { passwordHash: string; at: string },
): Promise<void> {
  await db
    .updateTable('users')
    .set({ password_hash: passwordHash, password_changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** Lets an account do more, never less. */
export async function raiseUser(
  trx: Db,
  id: string,
  more: Pick<User, 'admin' | 'beginsEvaluations'>,
): Promise<void> {
  if (!more.admin && !more.beginsEvaluations) return;
  await trx
    .updateTable('users')
    .set({
      ...(more.admin && { admin: 1 }),
      ...(more.beginsEvaluations && { begins_evaluations: 1 }),
    })
    .where('id', '=', id)
    .execute();
}

export async function setPassword(
  trx: Db,
  id: string,
  { passwordHash, at }: { passwordHash: string; at: string },
): Promise<void> {
  await trx
    .updateTable('users')
    .set({ password_hash: passwordHash, password_changed_at: at })
    .where('id', '=', id)
    .execute();
}
