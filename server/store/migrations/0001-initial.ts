import { type Kysely, sql } from 'kysely';
import { type Text, textOn } from './text.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOn(db);
  await definitions(db, text);
  await fieldwork(db, text);
  await counts(db, text);
  await people(db, text);
}

async function definitions(db: Kysely<unknown>, text: Text): Promise<void> {
  for (const table of ['questionnaires', 'indicator_systems'])
    await db.schema
      .createTable(table)
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('definition', text, (column) => column.notNull())
      .addColumn('created_at', text, (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['id', 'version'])
      .execute();
}

async function fieldwork(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('evaluations')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('department', text, (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('indicator_system_id', text, (column) => column.notNull())
    .addColumn('indicator_system_version', 'integer', (column) => column.notNull())
    .addColumn('feeds', text, (column) => column.notNull())
    .addColumn('example', 'integer', (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addForeignKeyConstraint(
      'evaluations_system',
      ['indicator_system_id', 'indicator_system_version'],
      'indicator_systems',
      ['id', 'version'],
    )
    .execute();
  await db.schema
    .createTable('surveys')
    .addColumn('code', text, (column) => column.primaryKey().notNull())
    .addColumn('evaluation_id', text, (column) => column.notNull().references('evaluations.id'))
    .addColumn('questionnaire_id', text, (column) => column.notNull())
    .addColumn('questionnaire_version', 'integer', (column) => column.notNull())
    .addColumn('respondent_group', text, (column) => column.notNull())
    .addColumn('phase', text, (column) => column.notNull())
    .addColumn('access', text, (column) => column.notNull())
    .addColumn('provenance', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('plan', text, (column) => column.notNull())
    .addColumn('population', 'integer')
    .addColumn('sampling', text)
    .addColumn('opens_at', text)
    .addColumn('closes_at', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addForeignKeyConstraint(
      'surveys_questionnaire',
      ['questionnaire_id', 'questionnaire_version'],
      'questionnaires',
      ['id', 'version'],
    )
    .execute();
  await db.schema.createIndex('surveys_of').on('surveys').column('evaluation_id').execute();
  await db.schema
    .createTable('indicator_inputs')
    .addColumn('evaluation_id', text, (column) => column.notNull().references('evaluations.id'))
    .addColumn('code', text, (column) => column.notNull())
    .addColumn('inputs', text)
    .addColumn('override', text)
    .addColumn('note', text)
    .addColumn('updated_at', text, (column) => column.notNull())
    .addColumn('updated_by', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('indicator_inputs_key', ['evaluation_id', 'code'])
    .execute();
}

async function counts(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('responses')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('survey_code', text, (column) =>
      column.notNull().references('surveys.code').onDelete('cascade'),
    )
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('answers', text, (column) => column.notNull())
    .addColumn('content_hash', text, (column) => column.notNull())
    .addColumn('started_at', text)
    .addColumn('received_at', text, (column) => column.notNull())
    .addColumn('disposition', text, (column) =>
      column.notNull().check(sql`disposition in ('valid', 'invalid')`),
    )
    .addColumn('reasons', text, (column) => column.notNull())
    .addColumn('flags', text, (column) => column.notNull())
    .addColumn('flagged', 'integer', (column) => column.notNull())
    .addColumn('has_text', 'integer', (column) => column.notNull())
    .execute();
  // In the order that lists are paged in; the rare kinds have small indexes of their own.
  const order = ['received_at', 'id'];
  const all = db.schema.createIndex('responses_by_time').on('responses');
  await all.columns(['survey_code', ...order]).execute();
  const byChannel = db.schema.createIndex('responses_by_channel').on('responses');
  await byChannel.columns(['survey_code', 'channel', ...order]).execute();
  const rare = {
    invalid: sql`disposition = 'invalid'`,
    flagged: sql`flagged = 1`,
    text: sql`has_text = 1`,
  };
  for (const [name, condition] of Object.entries(rare))
    await db.schema
      .createIndex(`responses_${name}`)
      .on('responses')
      .columns(['survey_code', ...order])
      .where(condition as never)
      .execute();

  await db.schema
    .createTable('answer_counts')
    .addColumn('survey_code', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('disposition', text, (column) => column.notNull())
    .addColumn('item', text, (column) => column.notNull())
    .addColumn('option', text, (column) => column.notNull())
    .addColumn('shard', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_counts_key', [
      'survey_code',
      'channel',
      'disposition',
      'item',
      'option',
      'shard',
    ])
    .execute();
  await db.schema
    .createTable('day_counts')
    .addColumn('survey_code', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('disposition', text, (column) => column.notNull())
    .addColumn('flagged', 'integer', (column) => column.notNull())
    .addColumn('shard', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('day_counts_key', [
      'survey_code',
      'channel',
      'day',
      'disposition',
      'flagged',
      'shard',
    ])
    .execute();
}

async function people(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('username', text, (column) => column.notNull().unique())
    .addColumn('password', text, (column) => column.notNull())
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', text, (column) => column.primaryKey().notNull())
    .addColumn('user_id', text, (column) => column.notNull().references('users.id'))
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('tokens')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('token_hash', text, (column) => column.notNull().unique())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('login_failures')
    .addColumn('username', text, (column) => column.primaryKey().notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('audit_events')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('evaluation_id', text)
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('detail', text, (column) => column.notNull())
    .execute();
  const audit = db.schema.createIndex('audit_events_of').on('audit_events');
  await audit.columns(['evaluation_id', 'at', 'id']).execute();
  await db.schema
    .createTable('settings')
    .addColumn('key', text, (column) => column.primaryKey().notNull())
    .addColumn('value', text, (column) => column.notNull())
    .execute();
}
