import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles a TypeScript file of the project, as the server itself is, and says where: a process then starts in a
 * fraction of the time that reading the sources takes. In the project's cache, so that packages are found.
 */
export async function bundleScript(script: string): Promise<string> {
  const cache = join(ROOT, '.cache');
  await mkdir(cache, { recursive: true });
  const outdir = await mkdtemp(join(cache, 'script-'));
  await build({
    entryPoints: [script, 'server/store/node-sqlite-worker.ts'].map((file) => join(ROOT, file)),
    outdir,
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
  });
  return join(outdir, basename(script).replace(/\.ts$/, '.js'));
}

/** A bundle, or a TypeScript file of the project, as a process of its own on the Node that runs the tests. */
export function startScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  options: Pick<SpawnOptions, 'uid' | 'gid' | 'stdio'> = {},
): ChildProcess {
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  return spawn(process.execPath, [...loader, script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
}

/** Runs it to its end. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  options: Pick<SpawnOptions, 'uid' | 'gid'> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = startScript(script, args, env, options);
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
