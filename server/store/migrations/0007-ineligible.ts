import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';

/**
 * A response may be neither valid nor invalid: whoever answered does not belong to the group, or it is set aside until it is
 * judged. The column's check knew two dispositions; SQLite cannot change one, so there the table is made anew with what it
 * holds and with its indexes as they were.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql`alter table responses drop constraint if exists responses_disposition_check`.execute(
      db,
    );
    await sql`alter table responses add constraint responses_disposition_check
      check (disposition in ('valid', 'invalid', 'ineligible', 'on-hold'))`.execute(db);
  } else {
    await remake(db);
  }
  // Found as the invalid ones are, without reading the others.
  for (const [name, disposition] of [
    ['responses_ineligible', 'ineligible'],
    ['responses_on_hold', 'on-hold'],
  ] as const)
    await db.schema
      .createIndex(name)
      .ifNotExists()
      .on('responses')
      .columns(['survey_code', 'received_at', 'id'])
      .where(sql`disposition = ${sql.lit(disposition)}` as never)
      .execute();
}

async function remake(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ type: string; sql: string | null }>`
    select type, sql from sqlite_master where tbl_name = 'responses'`.execute(db);
  const table = rows.find(({ type }) => type === 'table')?.sql;
  if (!table) throw new Error('there is no table of responses');
  if (table.includes('on-hold')) return;
  const wider = table
    .replace('"responses"', '"responses_made_anew"')
    .replace(
      "disposition in ('valid', 'invalid')",
      "disposition in ('valid', 'invalid', 'ineligible', 'on-hold')",
    );
  if (!wider.includes('on-hold') || !wider.includes('responses_made_anew'))
    throw new Error('the table of responses is not as it was made');
  await sql.raw(wider).execute(db);
  await sql`insert into responses_made_anew select * from responses`.execute(db);
  await sql`drop table responses`.execute(db);
  await sql`alter table responses_made_anew rename to responses`.execute(db);
  for (const { type, sql: made } of rows)
    if (type === 'index' && made !== null) await sql.raw(made).execute(db);
}
