import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';
import { textOn } from './text.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('surveys')
    .addColumn('proof_of_work', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  const text = textOn(db);
  const codes = db.schema
    .createTable('access_codes')
    .addColumn('survey_code', text, (column) =>
      column.notNull().references('surveys.code').onDelete('cascade'),
    )
    .addColumn('code_hash', text, (column) => column.notNull())
    .addColumn('spent', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('access_codes_key', ['survey_code', 'code_hash']);
  // Without rowids SQLite keeps the rows in the order of their hashes, which says nothing of when they came.
  await (isPostgres(db) ? codes : codes.modifyEnd(sql`without rowid`)).execute();
}
