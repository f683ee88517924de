import { chmod, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 0o700;
const FILE = 0o600;
/** Whatever the group or others may do. */
const OTHERS = 0o077;
const MODE = 0o777;

/** Makes the folder where there is none, and the file in it, for this account alone; what SQLite adds gets the file's mode. */
async function create(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: FOLDER });
  try {
    await (await open(join(folder, file), 'wx', FILE)).close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Sees to it that nobody else on the machine reads the answers and keys in a folder: files whose name begins with `file`
 * are 0600 (the database, its `-wal` and `-shm`, copies beside it), and the folder is 0700. A folder that holds anything
 * else is not ours alone and stays as it is. Says what others may still read, a line each.
 */
export async function keepPrivate(folder: string, file: string): Promise<string[]> {
  await create(folder, file);
  // There modes say nothing.
  if (process.platform === 'win32') return [];
  const names = await readdir(folder);
  const ours = names.filter((name) => name.startsWith(file));
  const warnings: string[] = [];
  for (const name of ours) warnings.push(...(await close(join(folder, name))));
  if (ours.length === names.length) warnings.push(...(await close(folder)));
  else if (await isOpen(folder))
    warnings.push(
      `${folder} may be entered by others and holds other files; its mode was left as it is`,
    );
  return warnings;
}

const isOpen = async (path: string) => ((await stat(path)).mode & OTHERS) !== 0;

/** Takes from everybody else what they may do; what kept it from being done, where it could not. */
async function close(path: string): Promise<string[]> {
  try {
    // No more than that: what its owner may not do, writing among it, was meant.
    if (await isOpen(path)) await chmod(path, (await stat(path)).mode & MODE & ~OTHERS);
    return [];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    // Gone meanwhile, as a `-wal` is when another process closes the database.
    return code === 'ENOENT' ? [] : [`${path} may be read by others (${code})`];
  }
}
