import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { openPostgres } from '../../server/store/open-postgres.ts';
import { openSqlite, SQLITE_FILE } from '../../server/store/open-sqlite.ts';
import type { Opened, Store } from '../../server/store/store.ts';
import { type Before, migrateToBefore } from './at-older-version.ts';
import { createTestDatabase, type Engine, type TestDatabase } from './engines.ts';

const fileOf = (before: Before) =>
  new URL(`../databases/before-${before}.sqlite.gz`, import.meta.url);

/** In an order in which nothing refers to what is not there yet. */
const ALWAYS = [
  'questionnaires',
  'indicator_systems',
  'evaluations',
  'surveys',
  'scoring_entries',
  'responses',
  'answer_counts',
  'day_counts',
  'users',
  'sessions',
  'tokens',
  'audit_events',
  'settings',
  'access_codes',
  'revisions',
] as const;
/** The same of what 0008 made. */
const SINCE_0008 = [
  'base_data',
  'points',
  'handed_out',
  'removed_answers',
  'plan_versions',
] as const;
/** The same of what 0009 made, but for what begins of itself. */
const SINCE_0009 = ['memberships', 'invitations', 'recovery_codes'] as const;
/** The same of what 0011 made. */
const SINCE_0011 = [
  'hour_counts',
  'minute_counts',
  'flag_counts',
  'step_counts',
  'aside_notices',
] as const;
export type Rows = Record<string, Record<string, unknown>[]>;

const tablesOf = (before: Before) =>
  [
    ...ALWAYS,
    ...(before < '0009' ? [] : SINCE_0008),
    ...(before < '0011' ? [] : SINCE_0009),
    ...(before < '0012' ? [] : SINCE_0011),
  ] as const;

/** Every row of every table that the version before had, in an order of their own. */
export async function rowsOf(store: Pick<Store, 'read'>, before: Before = '0007'): Promise<Rows> {
  const all: Rows = {};
  for (const table of tablesOf(before)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      store.read,
    );
    all[table] = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
  return all;
}
const keyOf = (row: Record<string, unknown>) => JSON.stringify(Object.entries(row).sort());

/** Rows without the columns that a later version added to them, and the audit without the event that begins its chain. */
export function columnsAsIn(older: Rows, newer: Rows): Rows {
  const kept = Object.fromEntries(
    Object.entries(newer).map(([table, rows]) => {
      const columns = new Set(Object.keys(older[table]?.[0] ?? {}));
      const inColumns = (row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => columns.has(column)));
      const old = rows.filter(({ action }) => action !== 'audit.chain-begin');
      return [table, old.map(inColumns)];
    }),
  );
  return counted(kept);
}

/** Counts over all servers, and not by which way they were counted: at the next start they are made anew (recount.ts). */
function counted(rows: Rows): Rows {
  const summed = (table: string) => {
    const sums = new Map<string, Record<string, unknown>>();
    for (const { shard: _, n, ...key } of rows[table] ?? []) {
      const name = keyOf(key);
      sums.set(name, { ...key, n: Number(sums.get(name)?.['n'] ?? 0) + Number(n) });
    }
    return [...sums.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  };
  return {
    ...rows,
    answer_counts: summed('answer_counts'),
    day_counts: summed('day_counts'),
    settings: (rows['settings'] ?? []).filter(({ key }) => key !== 'counting'),
  };
}

/** Rows as they are expected later: the only role of an account became what 0009 has in its place. */
export const asKept = (older: Rows): Rows =>
  counted({
    ...older,
    users: (older['users'] ?? []).map(({ role: _, ...kept }) => kept),
  });

/** Opens a database as it is: no migration runs. */
export function openAsItIs({ options }: TestDatabase): Promise<Opened> {
  return options.databaseUrl
    ? openPostgres(options.databaseUrl)
    : openSqlite(options.dataDir, options.sqliteDriver);
}

/**
 * A database that the version before left: the worked example, and beside it a survey of a questionnaire whose best grade
 * is 90; since 0008 also an evaluation with an open and a closed survey, answered through two servers; since 0009 no example, and
 * accounts with sessions, tokens of each role and an audit; since 0011 the example once more, and an open survey with flagged, invalid and ineligible responses; since 0012 the same, watched. On SQLite the very file; on PostgreSQL a schema of that version with the rows of the file.
 */
export async function olderDatabase(before: Before, engine: Engine): Promise<TestDatabase> {
  const database = await createTestDatabase(engine);
  const { dataDir } = database.options;
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, SQLITE_FILE), gunzipSync(await readFile(fileOf(before))));
  if (engine !== 'postgres') return database;
  const from = await openSqlite(dataDir);
  const to = await openAsItIs(database);
  try {
    const error = await migrateToBefore(before, to.store, to.prepare);
    if (error) throw error;
    const rows = await rowsOf(from.store, before);
    for (const table of tablesOf(before))
      for (const row of rows[table] ?? [])
        await to.store.write
          .insertInto(table)
          .values(row as never)
          .execute();
  } finally {
    await to.store.close();
    await to.prepared();
    await from.store.close();
  }
  return database;
}
