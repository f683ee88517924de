import type { Db } from './tables.ts';

export interface User {
  id: string;
  username: string;
  /** scrypt parameters, salt and hash in one text. */
  passwordHash: string;
  role: string;
  createdAt: string;
}

/** Makes the first account; false where there is any account already, also when two servers try at once. */
export async function insertFirstUser(db: Db, user: User): Promise<boolean> {
  const inserted = await db
    .insertInto('users')
    .columns(['id', 'username', 'password_hash', 'role', 'created_at'])
    .expression(
      db
        .selectNoFrom((eb) => [
          eb.val(user.id).as('id'),
          eb.val(user.username).as('username'),
          eb.val(user.passwordHash).as('password_hash'),
          eb.val(user.role).as('role'),
          eb.val(user.createdAt).as('created_at'),
        ])
        .where((eb) => eb.not(eb.exists(eb.selectFrom('users').select('id')))),
    )
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
  if (!row) return undefined;
  const { id, role, password_hash: passwordHash, created_at: createdAt } = row;
  return { id, username, passwordHash, role, createdAt };
}
