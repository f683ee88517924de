import { type Kysely, sql } from 'kysely';
import { MIGRATIONS } from '../../server/store/migrations/all.ts';
import { openSqlite } from '../../server/store/open-sqlite.ts';

// Makes the migration that is named of the file of DATA_DIR, and is killed before it could commit: as by a power cut.
const { prepare } = await openSqlite(
  process.env['DATA_DIR'] ?? '',
  process.env['SQLITE_DRIVER'] === 'node' ? 'node' : 'sqlite3',
);
const migration = MIGRATIONS[process.argv[2] ?? ''];
await prepare.transaction().execute(async (trx) => {
  await migration?.up(trx as unknown as Kysely<unknown>);
  await sql`select count(*) from responses`.execute(trx);
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
});
