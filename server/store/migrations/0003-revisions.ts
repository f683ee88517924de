import type { Kysely } from 'kysely';
import { textOn } from './text.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOn(db);
  await db.schema
    .createTable('revisions')
    .addColumn('evaluation_id', text, (column) => column.notNull())
    .addColumn('shard', 'integer', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('revisions_key', ['evaluation_id', 'shard'])
    .execute();
}
