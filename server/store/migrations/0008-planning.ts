import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';
import { type Text, textOn } from './text.ts';

/**
 * What planning and correcting an evaluation need: its particulars, how long single answers are kept, its base data;
 * collection points and what was handed out there, and every version of a plan. A response may belong to a point, and
 * counts are kept by point: '' for those of none, as all there are so far.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOn(db);
  await evaluations(db, text);
  await surveys(db, text);
  await byPoint(db, text);
}

async function evaluations(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .alterTable('evaluations')
    .addColumn('particulars', text, (column) => column.notNull().defaultTo('{}'))
    .execute();
  for (const column of ['archived_at', 'answers_kept_until', 'answers_removed_at'])
    await db.schema.alterTable('evaluations').addColumn(column, text).execute();
  await db.schema
    .createTable('base_data')
    .addColumn('evaluation_id', text, (column) =>
      column.primaryKey().notNull().references('evaluations.id').onDelete('cascade'),
    )
    .addColumn('cells', text, (column) => column.notNull())
    .addColumn('checks', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addColumn('updated_by', text, (column) => column.notNull())
    .execute();
}

async function surveys(db: Kysely<unknown>, text: Text): Promise<void> {
  for (const column of ['clock_closed_at', 'codes_to_mix', 'answers_removed_at'])
    await db.schema.alterTable('surveys').addColumn(column, text).execute();
  // Whether closing got through with its codes nobody has written down so far; once more changes nothing.
  await sql`update surveys set codes_to_mix = code where state = 'closed' and access = 'code'`.execute(
    db,
  );
  const ofSurvey = (table: string) =>
    db.schema
      .createTable(table)
      .addColumn('survey_code', text, (column) =>
        column.notNull().references('surveys.code').onDelete('cascade'),
      );
  await ofSurvey('points')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('plan', 'integer')
    .addColumn('closed_at', text)
    .addPrimaryKeyConstraint('points_key', ['survey_code', 'id'])
    .execute();
  await ofSurvey('handed_out')
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('point', text, (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('handed_out_key', ['survey_code', 'channel', 'point'])
    .execute();
  await ofSurvey('removed_answers')
    .addColumn('responses', 'integer', (column) => column.notNull())
    .addColumn('texts', 'integer', (column) => column.notNull())
    .addColumn('codes', 'integer', (column) => column.notNull())
    .addColumn('spent_codes', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('removed_answers_key', ['survey_code'])
    .execute();
  await ofSurvey('plan_versions')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('plan', text, (column) => column.notNull())
    .addColumn('points', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_versions_key', ['survey_code', 'version'])
    .execute();
  // The plan that a survey was made with is its first; who made it the audit knows.
  await sql`
    insert into plan_versions (survey_code, version, plan, points, reason, author, at)
    select code, 1, plan, '[]', null,
      coalesce((select min(actor) from audit_events where action = 'survey.create' and subject = code), ''),
      created_at
    from surveys`.execute(db);
}

async function byPoint(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema.alterTable('responses').addColumn('point', text).execute();
  await db.schema
    .createIndex('responses_by_point')
    .on('responses')
    .columns(['survey_code', 'point', 'received_at', 'id'])
    .where(sql`point is not null` as never)
    .execute();
  await counted(db, text, 'answer_counts', ['channel', 'point', 'disposition', 'item', 'option']);
  await counted(db, text, 'day_counts', ['channel', 'point', 'day', 'disposition', 'flagged']);
}

/** Counts by point too: another key, for which SQLite has to make the table anew. */
async function counted(
  db: Kysely<unknown>,
  text: Text,
  table: string,
  by: string[],
): Promise<void> {
  const key = ['survey_code', ...by, 'shard'];
  if (isPostgres(db)) {
    const name = `${table}_key`;
    await db.schema
      .alterTable(table)
      .addColumn('point', text, (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.alterTable(table).dropConstraint(name).execute();
    const columns = sql.join(key.map((column) => sql.ref(column)));
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} primary key (${columns})`.execute(
      db,
    );
    await sql`alter table ${sql.table(table)} alter column point drop default`.execute(db);
    return;
  }
  const anew = `${table}_by_point`;
  const numbers = new Set(['flagged', 'shard', 'n']);
  let create = db.schema.createTable(anew);
  for (const column of [...key, 'n'])
    create = create.addColumn(column, numbers.has(column) ? 'integer' : text, (of) => of.notNull());
  await create.addPrimaryKeyConstraint(`${table}_key`, key as never[]).execute();
  const columns = sql.join([...key, 'n'].map((column) => sql.ref(column)));
  const kept = sql.join(
    [...key, 'n'].map((column) => (column === 'point' ? sql.lit('') : sql.ref(column))),
  );
  await sql`insert into ${sql.table(anew)} (${columns}) select ${kept} from ${sql.table(table)}`.execute(
    db,
  );
  await db.schema.dropTable(table).execute();
  await db.schema.alterTable(anew).renameTo(table).execute();
}
