import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Db } from './tables.ts';

/** How long it waits for those who read; others who write wait for it meanwhile. */
const PATIENCE_MS = 200;

/**
 * Takes what was deleted out of the files beside the database as far as it can. SQLite overwrites what is deleted
 * (`secure_delete`), but its `-wal` file holds the pages as they were before: it is emptied, unless somebody is reading just
 * now; then that is left to the checkpoints to come. PostgreSQL vacuums by itself.
 */
export async function eraseRemains(write: Db): Promise<void> {
  if (isPostgres(write)) return;
  await write.connection().execute(async (connection) => {
    const { rows } = await sql<{ timeout: number }>`pragma busy_timeout`.execute(connection);
    const before = rows[0]?.timeout ?? 0;
    await sql`pragma busy_timeout = ${sql.lit(PATIENCE_MS)}`.execute(connection);
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(before)}`.execute(connection);
    }
  });
}
