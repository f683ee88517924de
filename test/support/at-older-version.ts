import { type Kysely, Migrator, sql } from 'kysely';
import { MIGRATIONS } from '../../server/store/migrations/all.ts';
import type { Store } from '../../server/store/store.ts';
import type { Db } from '../../server/store/tables.ts';

/** A migration, by the number that its name begins with, that the databases of the version before are kept of. */
export type Before = '0007' | '0008' | '0009' | '0011' | '0012';

/** Brings a database up to the migration before this one, with whatever comes after it in place of that. */
export async function migrateToBefore(
  before: Before,
  store: Pick<Store, 'engine'>,
  db: Db,
  instead: Record<string, { up(db: Kysely<unknown>): Promise<void> }> = {},
): Promise<unknown> {
  const older = Object.entries(MIGRATIONS).filter(([name]) => name < before);
  const migrations = { ...Object.fromEntries(older), ...instead };
  const schema = store.engine === 'postgres' ? await currentSchema(db) : undefined;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  // The Migrator looks through every schema of PostgreSQL, and another test may drop its own just then.
  for (let tried = 1; ; tried += 1) {
    const { error } = await migrator.migrateToLatest();
    const another =
      error instanceof Error && 'code' in error && LOOKED_IN_VAIN.has(String(error.code));
    if (!another || tried === TRIES) return error;
  }
}

const TRIES = 8;
/**
 * invalid_schema_name; undefined_table and undefined_column, of what another test's migration has just dropped; internal_error,
 * as of a lookup of what is gone.
 */
const LOOKED_IN_VAIN = new Set(['3F000', '42P01', '42703', 'XX000']);

async function currentSchema(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db);
  return rows[0]?.name ?? '';
}

/** Everything the database knows of its tables: columns, constraints and indexes, as sorted lines. */
export async function schemaOf(store: Pick<Store, 'engine'>, db: Db): Promise<string[]> {
  const { rows } =
    store.engine === 'postgres'
      ? await sql<{ line: string }>`
          select indexdef as line from pg_indexes where schemaname = current_schema()
          union all
          select table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable
            from information_schema.columns where table_schema = current_schema()
          union all
          select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = current_schema()::regnamespace`.execute(db)
      : await sql<{ line: string }>`
          select coalesce(sql, name) as line from sqlite_master where name not like 'sqlite_stat%'`.execute(
          db,
        );
  const { rows: own } =
    store.engine === 'postgres'
      ? await sql<{ name: string }>`select current_schema() as name`.execute(db)
      : { rows: [] };
  // Of PostgreSQL each test has a schema of its own.
  return rows.map(({ line }) => line.replaceAll(own[0]?.name ?? '\0', 'own')).sort();
}
