import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { SqliteDriverName } from '../../server/store/driver.ts';
import { openStore, type StoreOptions } from '../../server/store/open.ts';
import { SQLITE_FILE } from '../../server/store/open-sqlite.ts';
import { compareCounts } from '../../server/store/rebuild-counts.ts';
import type { Store } from '../../server/store/store.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { ENGINES, type Engine } from '../support/engines.ts';
import { ANSWERS, type Fieldwork, startFieldwork } from '../support/fieldwork.ts';
import { CLUSTERS, startCluster } from '../support/pg-cluster.ts';

const SQLITE = ENGINES.filter((engine): engine is SqliteDriverName => engine !== 'postgres');

/** A disk of a test's own; undefined where this machine lets nobody mount one. */
function mountDisk(megabytes: number): { folder: string; unmount(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'manping-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    unmount() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

const probe = mountDisk(1);
probe?.unmount();

interface Served {
  t: TestApp;
  store: Store;
  fieldwork: Fieldwork;
  send(id?: string): Promise<Response>;
}

/** A server with an open survey on this database. */
async function serve(
  engine: Engine,
  options: StoreOptions,
  work: (served: Served) => Promise<void>,
): Promise<void> {
  const store = await openStore(options);
  const t = await openTestApp(engine, {}, { store });
  const fieldwork = await startFieldwork(store);
  const answers = { ...ANSWERS, age: 'old', say: '好'.repeat(400) };
  const send = (id = randomUUID()) =>
    t.anyone('PUT', `/api/surveys/${fieldwork.code}/responses/${id}`, { answers });
  try {
    await work({ t, store, fieldwork, send });
  } finally {
    await t.close();
    await store.close();
  }
}

const outages = (lines: readonly string[]) =>
  lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'database-unavailable');

const TITLE =
  'acknowledges nothing that is not there, says so in a line a second, and goes on by itself once there is room';

/** Hands responses in while the disk has room, has none, and has some again. */
async function fillAndFree(
  { t, store, fieldwork, send }: Served,
  folder: string,
  code: RegExp,
): Promise<void> {
  const acknowledged: string[] = [];
  const refused: string[] = [];
  const handIn = async (times: number) => {
    for (let each = 0; each < times; each += 1) {
      const ids = Array.from({ length: 16 }, () => randomUUID());
      const answers = await Promise.all(ids.map((id) => send(id)));
      for (const [index, { status, headers }] of answers.entries()) {
        const id = ids[index] ?? '';
        if (status === 201) acknowledged.push(id);
        else refused.push(id);
        if (status !== 201) expect([status, headers.get('retry-after')]).toEqual([503, '2']);
      }
    }
  };
  await handIn(4);
  expect(refused).toEqual([]);
  const ballast = join(folder, 'ballast');
  try {
    writeFileSync(ballast, Buffer.alloc(32 * 1024 * 1024));
  } catch {}
  t.lines.length = 0;
  const since = performance.now();
  await handIn(60);
  const seconds = (performance.now() - since) / 1000;
  expect(refused.length).toBeGreaterThan(200);
  expect(outages(t.lines).length).toBeLessThanOrEqual(seconds + 1);
  expect(outages(t.lines)[0]).toMatchObject({
    code: expect.stringMatching(code),
  });
  expect((await t.anyone('GET', '/healthz')).status).toBe(503);
  rmSync(ballast);
  const before = refused.length;
  await handIn(4);
  expect(refused.length).toBe(before);
  expect((await t.anyone('GET', '/healthz')).status).toBe(200);
  const rows = await store.read.selectFrom('responses').select('id').execute();
  const ids = new Set(rows.map((row) => row.id));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  expect((await compareCounts(store.read, fieldwork.code)).differences).toEqual([]);
}

describe.each(SQLITE)('a disk that is full, under %s', (engine) => {
  it.skipIf(probe === undefined)(TITLE, async () => {
    const disk = mountDisk(24);
    if (disk === undefined) throw new Error('no disk');
    try {
      await serve(engine, { dataDir: disk.folder, sqliteDriver: engine }, (served) =>
        fillAndFree(served, disk.folder, /^SQLITE_(FULL|IOERR)$/),
      );
    } finally {
      disk.unmount();
    }
  });

  it('a file that was moved away or replaced is noticed, and is good again where it is put back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'manping-moved-'));
    const file = join(folder, SQLITE_FILE);
    try {
      await serve(
        engine,
        { dataDir: folder, sqliteDriver: engine },
        async ({ t, fieldwork, send }) => {
          const look = () => t.anyone('GET', `/api/surveys/${fieldwork.code}/form`);
          expect((await send()).status).toBe(201);
          renameSync(file, `${file}-away`);
          await sleep(1_100);
          for (const answer of [await send(), await look(), await t.anyone('GET', '/healthz')])
            expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
          expect(outages(t.lines)[0]).toMatchObject({ code: 'SQLITE_MOVED' });
          writeFileSync(file, 'another');
          expect((await send()).status).toBe(503);
          renameSync(`${file}-away`, file);
          expect((await send()).status).toBe(201);
          expect((await look()).status).toBe(200);
        },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe
  .runIf(CLUSTERS && probe !== undefined)
  .each(ENGINES.filter((engine) => engine === 'postgres'))(
  'a disk that is full, under %s',
  (engine) => {
    it(TITLE, async () => {
      const disk = mountDisk(24);
      if (disk === undefined) throw new Error('no disk');
      const cluster = await startCluster();
      try {
        cluster.own(disk.folder);
        const client = new pg.Client({ connectionString: cluster.databaseUrl });
        await client.connect();
        // Its log of changes has a disk of its own, as it should: without that it stops as a whole.
        await client.query(`create tablespace small location '${disk.folder}'`);
        await client.query('alter database postgres set default_tablespace = small');
        await client.end();
        await serve(engine, { databaseUrl: cluster.databaseUrl, dataDir: '.' }, (served) =>
          fillAndFree(served, disk.folder, /^53100$/),
        );
      } finally {
        cluster.stop();
        disk.unmount();
      }
    }, 60_000);
  },
);
