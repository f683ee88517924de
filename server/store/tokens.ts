import type { Db } from './tables.ts';

/** A token for another program. Only its hash is kept. Times are ISO 8601 UTC. */
export interface Token {
  id: string;
  name: string;
  role: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
}

export async function insertToken(db: Db, token: Token & { tokenHash: string }): Promise<void> {
  await db
    .insertInto('tokens')
    .values({
      id: token.id,
      token_hash: token.tokenHash,
      name: token.name,
      role: token.role,
      created_by: token.createdBy,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** The token, or undefined where it is unknown or has expired by `now`. */
export async function findToken(db: Db, tokenHash: string, now: Date): Promise<Token | undefined> {
  return db
    .selectFrom('tokens')
    .select([
      'id',
      'name',
      'role',
      'created_by as createdBy',
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
}
