import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { type Text, textOn } from './text.ts';

/**
 * What judging responses and freezing figures needs: who overruled which response when and why; how respondents' own means are
 * spread, for the uncertainty of a composite; figures that do not move by themselves, and what the year before had.
 * Own means of what is there already are counted at the start (recount.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textOn(db);
  await judgements(db, text);
  await ownMeans(db, text);
  await figures(db, text);
}

async function judgements(db: Kysely<unknown>, text: Text): Promise<void> {
  // null: nobody has overruled the rules, so that no row of a large table is written anew.
  await db.schema.alterTable('responses').addColumn('ruled', text).execute();
  await db.schema
    .createIndex('responses_overruled')
    .on('responses')
    .columns(['survey_code', 'received_at', 'id'])
    .where(sql.ref('ruled'), 'is not', null)
    .execute();
  await db.schema
    .createTable('judgements')
    .addColumn('response_id', text, (column) =>
      column.notNull().references('responses.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('survey_code', text, (column) => column.notNull())
    // 1, 2, 3 … of each survey: what came after a moment is told by it and not by clocks.
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('before', text, (column) => column.notNull())
    // null: taken back, so that the rules' counts again.
    .addColumn('disposition', text)
    .addColumn('reason', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('judgements_key', ['response_id', 'seq'])
    .execute();
  await db.schema
    .createIndex('judgements_by_survey')
    .on('judgements')
    .columns(['survey_code', 'place'])
    .unique()
    .execute();
}

async function ownMeans(db: Kysely<unknown>, text: Text): Promise<void> {
  for (const [table, by] of [
    ['own_mean_counts', 'own'],
    ['own_mean_sums', 'sum'],
  ] as const)
    await db.schema
      .createTable(table)
      .addColumn('survey_code', text, (column) => column.notNull())
      .addColumn('channel', text, (column) => column.notNull())
      .addColumn('point', text, (column) => column.notNull())
      .addColumn('disposition', text, (column) => column.notNull())
      .addColumn(by, text, (column) => column.notNull())
      .addColumn('shard', 'integer', (column) => column.notNull())
      // Sums of squares outgrow four bytes.
      .addColumn('n', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, [
        'survey_code',
        'disposition',
        by,
        'channel',
        'point',
        'shard',
      ] as never[])
      .execute();
}

async function figures(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('frozen_figures')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('evaluation_id', text, (column) =>
      column.notNull().references('evaluations.id').onDelete('cascade'),
    )
    .addColumn('frozen_at', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('content', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('frozen_figures_by_evaluation')
    .on('frozen_figures')
    .columns(['evaluation_id', 'frozen_at', 'id'])
    .execute();
  // What scores: the newest of each group, in short.
  await db.schema
    .createTable('scored_figures')
    .addColumn('evaluation_id', text, (column) =>
      column.notNull().references('evaluations.id').onDelete('cascade'),
    )
    .addColumn('respondent_group', text, (column) => column.notNull())
    .addColumn('figures_id', text, (column) => column.notNull().references('frozen_figures.id'))
    .addColumn('frozen_at', text, (column) => column.notNull())
    .addColumn('content', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('scored_figures_key', ['evaluation_id', 'respondent_group'])
    .execute();
  await db.schema
    .createTable('earlier_figures')
    .addColumn('evaluation_id', text, (column) =>
      column.notNull().references('evaluations.id').onDelete('cascade'),
    )
    .addColumn('respondent_group', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('earlier_figures_key', ['evaluation_id', 'respondent_group'])
    .execute();
}
