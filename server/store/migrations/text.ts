import { type ColumnDataType, type Expression, type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';

export type Text = ColumnDataType | Expression<string>;

/** Texts are compared byte by byte on every engine, so that order is the same on each. */
export function textOn(db: Kysely<unknown>): Text {
  return isPostgres(db) ? sql<string>`text collate "C"` : 'text';
}
