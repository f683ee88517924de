import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore, type StoreOptions } from '../../server/store/open.ts';
import type { EngineName, Store } from '../../server/store/store.ts';

export type Engine = EngineName;

const KNOWN: readonly Engine[] = ['sqlite3', 'node', 'postgres'];

async function sqlite3Loads(): Promise<boolean> {
  try {
    await import('sqlite3');
    return true;
  } catch {
    return false;
  }
}

async function choose(): Promise<Engine[]> {
  const named = process.env['TEST_ENGINES']?.split(',').map((name) => name.trim());
  if (named) {
    const chosen = KNOWN.filter((engine) => named.includes(engine));
    if (chosen.length !== named.length)
      throw new Error(`TEST_ENGINES takes ${KNOWN.join(', ')}, not ${named.join(', ')}`);
    return chosen;
  }
  return [
    ...((await sqlite3Loads()) ? (['sqlite3'] as const) : []),
    ...(isBuiltin('node:sqlite') ? (['node'] as const) : []),
    ...(process.env['TEST_DATABASE_URL'] ? (['postgres'] as const) : []),
  ];
}

/** The engines that the suites run on: those that TEST_ENGINES names, else all that are here. */
export const ENGINES: readonly Engine[] = await choose();
if (ENGINES.length === 0) throw new Error('no database engine to test with');

/** An empty database of a test's own. */
export interface TestDatabase {
  options: StoreOptions;
  /** The same as the environment of a server. */
  env: Record<string, string>;
  drop(): Promise<void>;
}

async function folder(): Promise<{ dataDir: string; remove(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'manping-test-'));
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

/** A statement over a connection of its own, outside of any store. */
export async function onPostgres<R extends pg.QueryResultRow>(statement: string): Promise<R[]> {
  const connectionString = process.env['TEST_DATABASE_URL'];
  if (!connectionString) throw new Error('the engine postgres needs TEST_DATABASE_URL');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<R>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function postgresSchema(): Promise<TestDatabase> {
  const schema = `test_${randomBytes(8).toString('hex')}`;
  await onPostgres(`create schema ${schema}`);
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.searchParams.set('options', `-csearch_path=${schema}`);
  const { dataDir, remove } = await folder();
  return {
    options: { databaseUrl: url.href, dataDir },
    env: { DATABASE_URL: url.href, DATA_DIR: dataDir },
    async drop() {
      await onPostgres(`drop schema ${schema} cascade`);
      await remove();
    },
  };
}

/** SQLite: a folder of its own; PostgreSQL: a schema of its own. */
export async function createTestDatabase(engine: Engine): Promise<TestDatabase> {
  if (engine === 'postgres') return postgresSchema();
  const { dataDir, remove } = await folder();
  return {
    options: { dataDir, sqliteDriver: engine },
    env: { DATA_DIR: dataDir, SQLITE_DRIVER: engine, DATABASE_URL: '' },
    drop: remove,
  };
}

/** A migrated, empty store; `close` also removes its database. */
export async function openTestStore(
  engine: Engine,
): Promise<{ store: Store; database: TestDatabase; close(): Promise<void> }> {
  const database = await createTestDatabase(engine);
  const store = await openStore(database.options);
  return {
    store,
    database,
    async close() {
      await store.close();
      await database.drop();
    },
  };
}
