import { sql } from 'kysely';
import { StartError } from './start-error.ts';
import type { Store } from './store.ts';

/** What each setting must be for an acknowledged response to be on disk. */
const SQLITE = { journal_mode: ['wal'], synchronous: ['2', '3'] };
const POSTGRES = {
  synchronous_commit: ['on', 'remote_apply'],
  fsync: ['on'],
  full_page_writes: ['on'],
};

function wantedOf(store: Store): Record<string, string[]> {
  return store.engine === 'postgres' ? POSTGRES : SQLITE;
}

/** The settings that durability rests on, read back from the engine over the connection that writes. */
export async function readDurability(store: Store): Promise<Record<string, string>> {
  const statement = store.engine === 'postgres' ? 'show' : 'pragma';
  const settings: Record<string, string> = {};
  for (const name of Object.keys(wantedOf(store))) {
    const { rows } = await sql<
      Record<string, string | number>
    >`${sql.raw(`${statement} ${name}`)}`.execute(store.write);
    settings[name] = String(rows[0]?.[name]);
  }
  return settings;
}

/** Throws a StartError where the engine would acknowledge what is not on disk. */
export async function assertDurable(store: Store): Promise<void> {
  const settings = await readDurability(store);
  for (const [name, allowed] of Object.entries(wantedOf(store))) {
    const value = settings[name] ?? '';
    if (!allowed.includes(value))
      throw new StartError(
        'not-durable',
        `the database has ${name} = ${value}, so a commit may be lost; set it to ${allowed[0]}`,
      );
  }
}
