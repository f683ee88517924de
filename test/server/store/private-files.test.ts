import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../server/store/open.ts';
import { SQLITE_FILE } from '../../../server/store/open-sqlite.ts';
import { ENGINES } from '../../support/engines.ts';

const SQLITE = ENGINES.filter((engine) => engine !== 'postgres');

describe.each(SQLITE)('files that hold answers and keys (%s)', (engine) => {
  let parent: string;
  let dataDir: string;
  let warnings: string[];
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'manping-private-'));
    dataDir = path.join(parent, 'data');
    warnings = [];
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  const modeOf = async (name = '') =>
    ((await stat(path.join(dataDir, name))).mode & 0o777).toString(8);
  const modes = async () => {
    const names = (await readdir(dataDir)).sort();
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await modeOf(name)] as const)),
    );
  };
  /** The modes while a server works on the folder, by whatever umask it was started. */
  async function whileOpen() {
    const before = process.umask(0o000);
    try {
      const store = await openStore({
        dataDir,
        sqliteDriver: engine as 'sqlite3' | 'node',
        warn: (warning) => warnings.push(warning),
      });
      const seen = { folder: await modeOf(), files: await modes() };
      await store.close();
      return seen;
    } finally {
      process.umask(before);
    }
  }

  const OURS = {
    [SQLITE_FILE]: '600',
    [`${SQLITE_FILE}-shm`]: '600',
    [`${SQLITE_FILE}-wal`]: '600',
  };

  it('are made for this account alone', async () => {
    expect(await whileOpen()).toEqual({ folder: '700', files: OURS });
    expect(warnings).toEqual([]);
  });

  it('are mended at the next start, copies beside them too', async () => {
    await whileOpen();
    const copy = `${SQLITE_FILE}.2026-03-01`;
    await writeFile(path.join(dataDir, copy), '');
    await chmod(path.join(dataDir, copy), 0o644);
    await chmod(path.join(dataDir, SQLITE_FILE), 0o664);
    await chmod(dataDir, 0o755);
    expect(await whileOpen()).toEqual({ folder: '700', files: { ...OURS, [copy]: '600' } });
    expect(warnings).toEqual([]);
  });

  it('are closed in a folder that holds other things, which stays as it is, and that is said', async () => {
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'notes.txt'), '');
    await chmod(path.join(dataDir, 'notes.txt'), 0o644);
    await chmod(dataDir, 0o755);
    expect(await whileOpen()).toEqual({
      folder: '755',
      files: { ...OURS, 'notes.txt': '644' },
    });
    expect(warnings).toEqual([
      `${dataDir} may be entered by others and holds other files; its mode was left as it is`,
    ]);
  });
});
