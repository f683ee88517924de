import { accountColumns, type KnownAccount } from './account-columns.ts';
import type { Db } from './tables.ts';

/** A token for another program. Only its hash is kept. Times are ISO 8601 UTC. */
export interface Token {
  id: string;
  name: string;
  role: string;
  /** The only evaluation that it reaches; null: all that its maker sees. */
  evaluationId: string | null;
  /** Made before tokens could write. */
  readOnly: boolean;
  makerId: string | null;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
}

/** A token that is still good, with whoever made it. */
export interface KnownToken extends KnownAccount {
  id: string;
  role: string;
  evaluationId: string | null;
  /** 0 or 1. */
  readOnly: number;
  lastUsedAt: string | null;
}

export async function insertToken(db: Db, token: Token & { tokenHash: string }): Promise<void> {
  await db
    .insertInto('tokens')
    .values({
      id: token.id,
      token_hash: token.tokenHash,
      name: token.name,
      role: token.role,
      evaluation_id: token.evaluationId,
      read_only: token.readOnly ? 1 : 0,
      maker_id: token.makerId,
      created_by: token.createdBy,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      last_used_at: null,
      revoked_at: null,
      revoked_by: null,
    })
    .execute();
}

/** The token, or undefined where it is unknown, has expired by `now`, was revoked, or its maker's account is disabled or gone. */
export async function findToken(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<KnownToken | undefined> {
  return db
    .selectFrom('tokens')
    .innerJoin('users', 'users.id', 'tokens.maker_id')
    .select((eb) => [
      ...accountColumns(eb as never),
      'tokens.id as id',
      'tokens.role as role',
      'tokens.evaluation_id as evaluationId',
      'tokens.read_only as readOnly',
      'tokens.last_used_at as lastUsedAt',
    ])
    .where('tokens.token_hash', '=', tokenHash)
    .where('tokens.expires_at', '>', now.toISOString())
    .where('tokens.revoked_at', 'is', null)
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Who made the token, or undefined where it was revoked or the account disabled. */
export async function findTokensAccount(db: Db, id: string): Promise<KnownAccount | undefined> {
  return db
    .selectFrom('tokens')
    .innerJoin('users', 'users.id', 'tokens.maker_id')
    .select((eb) => accountColumns(eb as never))
    .where('tokens.id', '=', id)
    .where('tokens.revoked_at', 'is', null)
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** It was used just now. */
export async function touchToken(db: Db, id: string, now: Date): Promise<void> {
  await db
    .updateTable('tokens')
    .set({ last_used_at: now.toISOString() })
    .where('id', '=', id)
    .execute();
}
