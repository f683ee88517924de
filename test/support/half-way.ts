import { expect, it } from 'vitest';
import type { MIGRATIONS } from '../../server/store/migrations/all.ts';
import { openStore } from '../../server/store/open.ts';
import { type Before, migrateToBefore, schemaOf } from './at-older-version.ts';
import type { Engine, TestDatabase } from './engines.ts';
import { columnsAsIn, openAsItIs, type Rows, rowsOf } from './older-database.ts';
import { runScript } from './run-script.ts';

/** The rows and the schema of a database of the version before, without bringing it up to date. */
export async function asItIs(
  database: TestDatabase,
  before: Before,
): Promise<{ rows: Rows; schema: string[] }> {
  const { store, prepare, prepared } = await openAsItIs(database);
  try {
    return { rows: await rowsOf(store, before), schema: await schemaOf(store, prepare) };
  } finally {
    await store.close();
    await prepared();
  }
}

/** What holds of a migration that is broken off: nothing of it is there, and it is made the next time. */
export function isWholeOrNotAtAll(
  engine: Engine,
  before: Before,
  name: keyof typeof MIGRATIONS,
  { up }: Pick<(typeof MIGRATIONS)[string], 'up'>,
  database: () => TestDatabase,
): void {
  it('is as it was where the change fails half way, and is brought up to date the next time', async () => {
    const was = await asItIs(database(), before);
    const { store, prepare, prepared } = await openAsItIs(database());
    const error = await migrateToBefore(before, store, prepare, {
      [name]: {
        async up(db) {
          await up(db);
          throw new Error('the disk is full');
        },
      },
    });
    expect(error).toMatchObject({ message: 'the disk is full' });
    await store.close();
    await prepared();
    expect(await asItIs(database(), before)).toEqual(was);
    await (await openStore(database().options)).close();
    expect(columnsAsIn(was.rows, (await asItIs(database(), before)).rows)).toEqual(
      columnsAsIn(was.rows, was.rows),
    );
  });

  // PostgreSQL undoes what a connection that is gone had begun; SQLite has to find it in its file.
  if (engine !== 'postgres')
    it('is as it was where the process is killed half way', async () => {
      const was = await asItIs(database(), before);
      const { code } = await runScript('test/support/cut-off-migration.ts', [name], database().env);
      expect(code).toBeNull();
      expect(await asItIs(database(), before)).toEqual(was);
    });
}
