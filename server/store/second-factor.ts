import type { Db } from './tables.ts';

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
