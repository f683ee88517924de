import type { Db } from './tables.ts';

/** A key that somebody's app is to hold, until a code of it shows that it does. The one in use stays. */
export async function setPendingTotp(db: Db, userId: string, secret: string): Promise<void> {
  await db.updateTable('users').set({ totp_pending: secret }).where('id', '=', userId).execute();
}

/** Puts a pending key in force; false where another is pending by now, or none. Its code of this step is used up. */
export async function confirmTotp(
  db: Db,
  userId: string,
  { secret, step }: { secret: string; step: number },
): Promise<boolean> {
  const confirmed = await db
    .updateTable('users')
    .set({ totp_secret: secret, totp_pending: null, totp_last_step: step })
    .where('id', '=', userId)
    .where('totp_pending', '=', secret)
    .returning('id')
    .execute();
  return confirmed.length === 1;
}

/** Uses up the code of a time step; false where it, or that of a later one, was used. Of several at once one is told true. */
export async function takeTotpStep(
  db: Db,
  userId: string,
  { secret, step }: { secret: string; step: number },
): Promise<boolean> {
  const taken = await db
    .updateTable('users')
    .set({ totp_last_step: step })
    .where('id', '=', userId)
    .where('totp_secret', '=', secret)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .returning('id')
    .execute();
  return taken.length === 1;
}

/** Takes somebody's second factor away, with its recovery codes; false where he has none. */
export async function removeSecondFactor(trx: Db, userId: string): Promise<boolean> {
  const removed = await trx
    .updateTable('users')
    .set({ totp_secret: null, totp_pending: null, totp_last_step: null })
    .where('id', '=', userId)
    .where('totp_secret', 'is not', null)
    .returning('id')
    .execute();
  await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  return removed.length === 1;
}

/** Somebody's recovery codes in place of those before, as hashes. */
export async function replaceRecoveryCodes(
  trx: Db,
  userId: string,
  hashes: readonly string[],
): Promise<void> {
  await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  const rows = hashes.map((hash) => ({ user_id: userId, code_hash: hash, used_at: null }));
  await trx.insertInto('recovery_codes').values(rows).execute();
}

/** Uses a recovery code up; false where it is none, or was used. Of several at once one is told true. */
export async function takeRecoveryCode(
  db: Db,
  userId: string,
  hash: string,
  now: Date,
): Promise<boolean> {
  const taken = await db
    .updateTable('recovery_codes')
    .set({ used_at: now.toISOString() })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('user_id')
    .execute();
  return taken.length === 1;
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_codes')
    .select((eb) => eb.fn.countAll().as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}
