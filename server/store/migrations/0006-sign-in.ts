import type { Kysely } from 'kysely';

/**
 * Failed attempts to sign in are counted in memory from now on: a flood of them no longer takes its turn on the writing
 * connection. Sessions that are over are found by their time, without looking at every other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('login_failures').ifExists().execute();
  await db.schema
    .createIndex('sessions_by_expiry')
    .ifNotExists()
    .on('sessions')
    .column('expires_at')
    .execute();
}
