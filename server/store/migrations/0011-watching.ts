import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';
import { receiptOf } from '../receipt.ts';
import { type Text, textOn } from './text.ts';

/** Responses that get their receipt number in one statement. */
const AT_ONCE = 1000;

/**
 * What watching the answers come in needs: when they came, by hour and by minute, and how many carry which flag; how far
 * people get who open the form; what was pointed out and put aside; and the receipt number of every response, to be found by.
 * The counts of what is there already are made at the start (recount.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOn(db);
  const counted = ['channel', 'point', 'hour', 'disposition', 'flagged'];
  await counts(db, text, 'hour_counts', counted);
  await counts(db, text, 'minute_counts', ['minute']);
  await counts(db, text, 'flag_counts', ['channel', 'point', 'disposition', 'flag']);
  await counts(db, text, 'step_counts', ['step']);
  await db.schema
    .createTable('aside_notices')
    .addColumn('survey_code', text, (column) =>
      column.notNull().references('surveys.code').onDelete('cascade'),
    )
    .addColumn('notice', text, (column) => column.notNull())
    // How many it was about when it was put aside, where that can grow: it comes back once it is far more.
    .addColumn('n', 'integer')
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('aside_notices_key', ['survey_code', 'notice'])
    .execute();
  await receipts(db, text);
}

async function counts(
  db: Kysely<unknown>,
  text: Text,
  table: string,
  by: readonly string[],
): Promise<void> {
  let create = db.schema
    .createTable(table)
    .addColumn('survey_code', text, (column) => column.notNull());
  for (const column of by)
    create = create.addColumn(column, column === 'flagged' ? 'integer' : text, (of) =>
      of.notNull(),
    );
  await create
    .addColumn('shard', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, ['survey_code', ...by, 'shard'] as never[])
    .execute();
}

/** Two responses of a large survey may have the same: it is looked for, and decides nothing. */
async function receipts(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .alterTable('responses')
    .addColumn('receipt', text, (column) => column.notNull().defaultTo(''))
    .execute();
  await (isPostgres(db) ? fillById(db) : fillByPlace(db));
  await db.schema
    .createIndex('responses_by_receipt')
    .on('responses')
    .columns(['survey_code', 'receipt'])
    .execute();
}

async function fillById(db: Kysely<unknown>): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string }>`
      select id from responses where id > ${after} order by id limit ${sql.lit(AT_ONCE)}`.execute(
      db,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    const given = sql.join(rows.map(({ id }) => sql`(${id}, ${receiptOf(id)})`));
    await sql`
      update responses set receipt = given.receipt from (values ${given}) as given (id, receipt)
      where responses.id = given.id`.execute(db);
    after = last.id;
  }
}

/** In the order in which they lie on disk: by their random ids every page would be written again and again. */
async function fillByPlace(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ place: number; id: string }>`
      select rowid as place, id from responses where rowid > ${after}
      order by rowid limit ${sql.lit(AT_ONCE)}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    const given = sql.join(rows.map(({ place, id }) => sql`(${place}, ${receiptOf(id)})`));
    await sql`
      with given (place, receipt) as (values ${given})
      update responses set receipt = given.receipt from given
      where responses.rowid = given.place`.execute(db);
    after = last.place;
  }
}
