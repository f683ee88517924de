import { Migrator, PostgresAdapter, sql } from 'kysely';
import { MIGRATIONS } from './migrations/all.ts';
import { withRetry } from './retry.ts';
import { StartError } from './start-error.ts';
import type { Db } from './tables.ts';

/**
 * Applies the migrations that are missing. Of several processes that start at once one does it, the others
 * wait and find it done. Throws a StartError where one fails; the database is then as it was.
 */
export async function migrate(db: Db): Promise<void> {
  const schema = await currentSchema(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    // Else a migration table in any other schema would be taken for ours.
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  const run = async () => {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  };
  try {
    // On PostgreSQL the Migrator looks through every schema, and one of them may go while it looks.
    const tries = schema === undefined ? 1 : 8;
    await withRetry(run, { passing: () => true, tries, patienceMs: Number.POSITIVE_INFINITY });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      'migration-failed',
      `the database could not be brought up to date: ${reason}`,
      {
        cause: error,
      },
    );
  }
}

async function currentSchema(db: Db): Promise<string | undefined> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return undefined;
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const name = rows[0]?.name;
  if (!name)
    throw new StartError('migration-failed', 'DATABASE_URL: no schema of its search path exists');
  return name;
}
