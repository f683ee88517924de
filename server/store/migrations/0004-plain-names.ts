import type { Kysely } from 'kysely';

/** What a scorer entered is called a scoring entry everywhere, and a hash a hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('indicator_inputs').renameTo('scoring_entries').execute();
  await db.schema.alterTable('users').renameColumn('password', 'password_hash').execute();
}
