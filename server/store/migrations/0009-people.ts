import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type Text, textOn } from './text.ts';

/**
 * People with a role in each evaluation. Whoever was admin is; an account of another role, which could only be made by hand,
 * gets that role in every evaluation there is. Tokens from before stay as they were: they only read, an admin's what an
 * evaluator's does. Sessions that run go on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOn(db);
  await accounts(db, text);
  await memberships(db, text);
  await sessions(db, text);
  await tokens(db, text);
  await invitations(db, text);
}

async function accounts(db: Kysely<unknown>, text: Text): Promise<void> {
  const flag = (name: string) =>
    db.schema
      .alterTable('users')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  await flag('admin');
  await flag('begins_evaluations');
  for (const column of ['disabled_at', 'password_changed_at', 'totp_secret', 'totp_pending'])
    await db.schema.alterTable('users').addColumn(column, text).execute();
  await db.schema.alterTable('users').addColumn('totp_last_step', 'integer').execute();
  await sql`update users set admin = 1 where role = 'admin'`.execute(db);
  await sql`update users set begins_evaluations = 1 where role = 'evaluator'`.execute(db);
  await db.schema
    .createTable('recovery_codes')
    .addColumn('user_id', text, (column) =>
      column.notNull().references('users.id').onDelete('cascade'),
    )
    .addColumn('code_hash', text, (column) => column.notNull())
    .addColumn('used_at', text)
    .addPrimaryKeyConstraint('recovery_codes_key', ['user_id', 'code_hash'])
    .execute();
}

async function memberships(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('memberships')
    .addColumn('evaluation_id', text, (column) =>
      column.notNull().references('evaluations.id').onDelete('cascade'),
    )
    .addColumn('user_id', text, (column) => column.notNull().references('users.id'))
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .addColumn('granted_by', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['evaluation_id', 'user_id'])
    .execute();
  await db.schema
    .createIndex('memberships_by_user')
    .on('memberships')
    .columns(['user_id', 'role'])
    .execute();
  await sql`
    insert into memberships (evaluation_id, user_id, role, since, granted_by)
    select evaluations.id, users.id, case role when 'reader' then 'viewer' else role end,
      evaluations.created_at, 'server:migration'
    from users cross join evaluations where role in ('evaluator', 'reader')`.execute(db);
  await db.schema.alterTable('users').dropColumn('role').execute();
}

async function sessions(db: Kysely<unknown>, text: Text): Promise<void> {
  for (const column of ['id', 'last_seen_at'])
    await db.schema
      .alterTable('sessions')
      .addColumn(column, text, (of) => of.notNull().defaultTo(''))
      .execute();
  await db.schema
    .alterTable('sessions')
    .addColumn('device', text, (column) => column.notNull().defaultTo(''))
    .execute();
  const { rows } = await sql<{ token_hash: string }>`select token_hash from sessions`.execute(db);
  const now = new Date().toISOString();
  for (const { token_hash: hash } of rows)
    await sql`update sessions set id = ${randomUUID()}, last_seen_at = ${now} where token_hash = ${hash}`.execute(
      db,
    );
  await db.schema.createIndex('sessions_by_id').unique().on('sessions').column('id').execute();
  await db.schema.createIndex('sessions_by_user').on('sessions').column('user_id').execute();
}

async function tokens(db: Kysely<unknown>, text: Text): Promise<void> {
  for (const column of ['evaluation_id', 'maker_id', 'last_used_at', 'revoked_at', 'revoked_by'])
    await db.schema.alterTable('tokens').addColumn(column, text).execute();
  await db.schema
    .alterTable('tokens')
    .addColumn('read_only', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update tokens set read_only = 1,
      role = case role when 'admin' then 'evaluator' else role end,
      maker_id = (select id from users where username = created_by)`.execute(db);
  await db.schema.createIndex('tokens_by_maker').on('tokens').column('maker_id').execute();
}

async function invitations(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('secret_hash', text, (column) => column.notNull().unique())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('evaluation_id', text, (column) =>
      column.references('evaluations.id').onDelete('cascade'),
    )
    .addColumn('role', text)
    .addColumn('admin', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('begins_evaluations', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('user_id', text, (column) => column.references('users.id'))
    .addColumn('note', text, (column) => column.notNull().defaultTo(''))
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .addColumn('used_at', text)
    .addColumn('used_by', text)
    .addColumn('withdrawn_at', text)
    .execute();
  await db.schema
    .createIndex('invitations_by_evaluation')
    .on('invitations')
    .column('evaluation_id')
    .execute();
}
