import { accountColumns, type KnownAccount } from './account-columns.ts';
import { decodeCursor, type Page, pageOf } from './cursor.ts';
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

/** It was used just now; written only where the last use written is no later than `since`, whoever else writes at the same time. */
export async function touchToken(db: Db, id: string, now: Date, since: Date): Promise<void> {
  await db
    .updateTable('tokens')
    .set({ last_used_at: now.toISOString() })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', since.toISOString())]),
    )
    .execute();
}

/** A token in a list, with what its evaluation is called; that is null where it names none, or one that was deleted. */
export interface ListedToken extends Token {
  department: string | null;
  year: number | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
  /** Username. */
  revokedBy: string | null;
}

/** Newest first: one person's, or everybody's. Throws a BadCursorError where `after` is no cursor. */
export async function listTokens(
  db: Db,
  {
    makerId,
    after,
    limit,
  }: { makerId?: string | undefined; after?: string | undefined; limit: number },
): Promise<Page<ListedToken>> {
  let query = listed(db)
    .orderBy('tokens.created_at', 'desc')
    .orderBy('tokens.id', 'desc')
    .limit(limit + 1);
  if (makerId !== undefined) query = query.where('tokens.maker_id', '=', makerId);
  if (after !== undefined) {
    const [at, id] = decodeCursor(after);
    query = query.where((eb) =>
      eb(eb.refTuple('tokens.created_at', 'tokens.id'), '<', eb.tuple(at, id)),
    );
  }
  return pageOf(
    await query.execute(),
    limit,
    ({ createdAt, id }) => [createdAt, id],
    ({ readOnly, ...token }) => ({ ...token, readOnly: readOnly === 1 }),
  );
}

/** One by its id, whatever became of it. */
export async function findListedToken(db: Db, id: string): Promise<ListedToken | undefined> {
  const row = await listed(db).where('tokens.id', '=', id).executeTakeFirst();
  return row && { ...row, readOnly: row.readOnly === 1 };
}

const listed = (db: Db) =>
  db
    .selectFrom('tokens')
    .leftJoin('evaluations', 'evaluations.id', 'tokens.evaluation_id')
    .select([
      'tokens.id as id',
      'tokens.name as name',
      'tokens.role as role',
      'tokens.evaluation_id as evaluationId',
      'evaluations.department as department',
      'evaluations.year as year',
      'tokens.read_only as readOnly',
      'tokens.maker_id as makerId',
      'tokens.created_by as createdBy',
      'tokens.created_at as createdAt',
      'tokens.expires_at as expiresAt',
      'tokens.last_used_at as lastUsedAt',
      'tokens.revoked_at as revokedAt',
      'tokens.revoked_by as revokedBy',
    ]);

/** Nobody uses it any more; false where it was revoked before, also by somebody at the same time. */
export async function revokeToken(
  db: Db,
  id: string,
  { at, by }: { at: string; by: string },
): Promise<boolean> {
  const revoked = await db
    .updateTable('tokens')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return revoked.length === 1;
}
