import { type Kysely, PostgresAdapter } from 'kysely';

/** Whether what is written for this database may use what only PostgreSQL understands. */
export function isPostgres<T>(db: Kysely<T>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
