import { type ColumnDataType, type Expression, type Kysely, PostgresAdapter, sql } from 'kysely';

export type Text = ColumnDataType | Expression<string>;

export function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** Texts are compared byte by byte on every engine, so that order is the same on each. */
export function textOn(db: Kysely<unknown>): Text {
  return isPostgres(db) ? sql<string>`text collate "C"` : 'text';
}
