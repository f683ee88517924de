// Runs a command from its source: node command.mjs server/check-counts.ts [arguments]. It is bundled into a folder of its own,
// named after what is in it, so that dist, which a server may be running from, is neither read nor written; nothing but
// what a server needs has to be installed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = import.meta.dirname;
const [, , command, ...args] = process.argv;
const name = `${path.basename(command, '.ts')}.js`;

async function bundle() {
  const [{ build }, { OF_SERVER, WORKERS }] = await Promise.all([
    import('esbuild'),
    import('./build.mjs'),
  ]);
  const { outputFiles } = await build({
    ...OF_SERVER,
    absWorkingDir: root,
    entryPoints: [command, ...WORKERS],
    outdir: '.',
    sourcemap: 'inline',
    write: false,
  });
  const hash = createHash('sha256');
  for (const { path: file, contents } of outputFiles) hash.update(file).update(contents);
  const cache = path.join(root, '.cache', 'commands');
  const folder = path.join(cache, hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return path.join(folder, name);
  await mkdir(cache, { recursive: true });
  const half = await mkdtemp(path.join(cache, 'half-'));
  for (const { path: file, contents } of outputFiles)
    await writeFile(path.join(half, path.basename(file)), contents);
  // Another that was as quick has put the same there.
  await rename(half, folder).catch(() => rm(half, { recursive: true }));
  return path.join(folder, name);
}

/** Run where nothing can be written, or no sources were put there; never where they are faulty. */
const prebuilt = path.join(root, 'dist', 'server', name);
const script = await bundle().catch((error) => {
  const hindered = typeof error.code === 'string' || !existsSync(path.join(root, command));
  if (hindered && existsSync(prebuilt)) return prebuilt;
  throw error;
});
// Whoever reads no further, as `head` does, has what he wanted.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.argv = [process.argv[0], script, ...args];
await import(pathToFileURL(script).href);
