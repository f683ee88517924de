import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  appendFile,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, ENGINES, type TestDatabase } from '../support/engines.ts';
import { freePort } from '../support/free-port.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { scripts, dependencies } = JSON.parse(
  await readFile(path.join(ROOT, 'package.json'), 'utf8'),
);

const PATH = [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter);

/** What a checkout has; packages are those of this one. */
const PARTS = 'analysis client server survey-definitions build.mjs command.mjs package.json'.split(
  ' ',
);

describe.each(ENGINES.slice(0, 1))('a command beside a running server, on %s', (engine) => {
  let checkout: string;
  let database: TestDatabase;
  let server: ChildProcess;
  let port: number;

  /** Runs a script of package.json, or a file, in the checkout. */
  const run = (command: string, args: string[], env = {}) =>
    new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
      const child = spawn(command, args, {
        cwd: checkout,
        // What npm runs is to be this Node too, whichever stands first in the path.
        env: { ...process.env, PATH, ...database.env, ...env },
      });
      const said = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk) => {
        said.stdout += chunk;
      });
      child.stderr.on('data', (chunk) => {
        said.stderr += chunk;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, ...said }));
    });
  const npm = (...args: string[]) => run('npm', ['run', '--silent', ...args]);
  const build = (...args: string[]) => run(process.execPath, ['build.mjs', ...args]);

  /** Every file of dist with its content and when it was written, to the nanosecond. */
  async function dist() {
    const folder = path.join(checkout, 'dist');
    const names = (await readdir(folder, { recursive: true })).sort();
    return Promise.all(
      names.map(async (name) => {
        const file = path.join(folder, name);
        const { mtimeNs, ctimeNs, ino } = await stat(file, { bigint: true });
        const content = name.includes('.') ? await readFile(file, 'utf8') : '';
        return { name, mtimeNs, ctimeNs, ino, content };
      }),
    );
  }
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ status }) => status,
      () => 0,
    );

  beforeAll(async () => {
    checkout = await mkdtemp(path.join(tmpdir(), 'manping-checkout-'));
    for (const part of PARTS)
      await cp(path.join(ROOT, part), path.join(checkout, part), { recursive: true });
    await symlink(path.join(ROOT, 'node_modules'), path.join(checkout, 'node_modules'));
    database = await createTestDatabase(engine);
    expect(await build()).toEqual({ code: 0, stdout: '', stderr: '' });
    port = await freePort();
    server = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: checkout,
      env: {
        ...process.env,
        ...database.env,
        PORT: String(port),
        EXAMPLE: 'off',
        ADMIN_PASSWORD: randomUUID(),
      },
      stdio: 'ignore',
    });
    await vi.waitFor(async () => expect(await answers()).toBe(200), {
      timeout: 20_000,
      interval: 100,
    });
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
    await database.drop();
    await rm(checkout, { recursive: true, force: true });
  });

  it('ends without a word where whoever reads it reads no further', async () => {
    // A line at a time and slowly, until nobody is there to read it.
    await writeFile(
      path.join(checkout, 'server', 'many-lines.ts'),
      `let n = 0;
      const timer = setInterval(() => {
        process.stdout.write('a line\\n');
        if (++n === 300) { clearInterval(timer); process.stderr.write('was heard to the end'); }
      }, 5);`,
    );
    const piped = await run('sh', ['-c', `"$NODE" command.mjs server/many-lines.ts | head -1`], {
      NODE: process.execPath,
    });
    expect(piped).toEqual({ code: 0, stdout: 'a line\n', stderr: '' });
    await rm(path.join(checkout, 'server', 'many-lines.ts'));
  });

  it('leaves what the server runs from as it is, to the file, though the sources have changed since', async () => {
    const before = await dist();
    expect(before.map(({ name }) => name)).toContain('server/node-sqlite-worker.js');
    await appendFile(
      path.join(checkout, 'server/store/open.ts'),
      "\nprocess.stdout.write('of the new source\\n');\n",
    );
    const counts = await npm('check-counts');
    expect([counts.code, counts.stdout]).toEqual([
      0,
      'of the new source\nthere is no survey yet\n',
    ]);
    const audit = await npm('verify-audit', '--', '--head', `0:${'0'.repeat(64)}`);
    expect([audit.code, audit.stdout]).toEqual([
      0,
      expect.stringMatching(
        /^of the new source\n\d+ events, the chain holds\nhead \d+:[0-9a-f]{64}\n$/,
      ),
    ]);
    expect((await npm('verify-audit', '--', '--head', 'x')).code).toBe(2);
    expect(await dist()).toEqual(before);
    expect(await answers()).toBe(200);
  });

  it('runs as it was built where it can write nothing, and where no sources are', async () => {
    const source = path.join(checkout, 'server/verify-audit.ts');
    const text = await readFile(source, 'utf8');
    await appendFile(
      source,
      '\n// changed, so that it is not bundled yet\nprocess.exitCode ??= 0;\n',
    );
    await rm(path.join(checkout, '.cache'), { recursive: true });
    await writeFile(path.join(checkout, '.cache'), 'in the way of a folder');
    const before = await dist();
    for (const prepare of [async () => {}, () => rm(source)]) {
      await prepare();
      const audit = await npm('verify-audit');
      expect([audit.code, audit.stdout]).toEqual([0, expect.stringMatching(/^\d+ events/)]);
    }
    expect(await dist()).toEqual(before);
    await rm(path.join(checkout, '.cache'));
    // What is faulty is said, and nothing older is run in its place.
    await writeFile(source, 'const = ;');
    expect(await npm('verify-audit')).toMatchObject({ code: 1, stdout: '' });
    await writeFile(source, text);
  });

  it('is built with the rest, and building again what is there touches nothing', async () => {
    await build();
    const before = await dist();
    expect(before.map(({ name }) => name)).toContain('server/verify-audit.js');
    expect(await build()).toMatchObject({ code: 0 });
    expect(await dist()).toEqual(before);
    await writeFile(path.join(checkout, 'dist/client/form-old-ABCDEFGH.js'), 'left over');
    expect(await build()).toMatchObject({ code: 0 });
    expect(
      (await dist()).map(({ name, content, mtimeNs }) => [
        name,
        content,
        name.includes('.') && mtimeNs,
      ]),
    ).toEqual(
      before.map(({ name, content, mtimeNs }) => [name, content, name.includes('.') && mtimeNs]),
    );
    expect(await answers()).toBe(200);
  });
});

describe('the scripts of package.json', () => {
  it('build into dist only to build and to start', () => {
    const building = Object.entries<string>(scripts).filter(([, script]) =>
      /build\.mjs(?! \.cache\/)/.test(script),
    );
    expect(building.map(([name]) => name)).toEqual(['build', 'start']);
  });

  it('run what is run beside a server with what a server needs, and nothing of development', async () => {
    const commands = Object.entries<string>(scripts).filter(([, script]) =>
      script.includes('command.mjs'),
    );
    expect(commands.map(([name]) => name)).toEqual([
      'check-counts',
      'verify-audit',
      'verify-figures',
    ]);
    for (const file of ['command.mjs', 'build.mjs']) {
      const text = await readFile(path.join(ROOT, file), 'utf8');
      const packages = [...text.matchAll(/(?:from |import\()'([^'.][^']*)'/g)]
        .map(([, name = '']) => name)
        .filter((name) => !name.startsWith('node:'));
      expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
    }
  });
});
