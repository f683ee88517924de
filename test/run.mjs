// The whole suite: lint, types, build, every test on this Node, and the server's tests on Node 24 with node:sqlite.
// Says at the end what was left out; with CI=true nothing may be.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const ci = process.env.CI === 'true';
const cache = path.join(root, '.cache');
const leftOut = [];
const failures = [];
const totals = { passed: 0, failed: 0, skipped: 0 };
let ok = true;

function run(title, command, args, env = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(
    `== ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  if (status !== 0) ok = false;
  return status === 0;
}

const bin = (name) => path.join(root, 'node_modules', '.bin', name);

function vitest(title, node, args, env) {
  mkdirSync(cache, { recursive: true });
  const report = path.join(cache, `${title.replace(/\W+/g, '-')}.json`);
  writeFileSync(report, '{}');
  const entry = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  run(
    title,
    node,
    [entry, 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  );
  const result = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += result.numPassedTests ?? 0;
  totals.failed += result.numFailedTests ?? 0;
  const skipped = (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  totals.skipped += skipped;
  if (skipped > 0) leftOut.push(`${skipped} tests skipped in “${title}”`);
  if (!result.numPassedTests) ok = false;
  failures.push(...failuresIn(title, result));
}

/** What failed and why, a few lines each: of a long run, often only the end is kept. */
function failuresIn(title, result) {
  return (result.testResults ?? []).flatMap((file) => {
    const where = path.relative(root, file.name);
    const tests = file.assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0 && file.status === 'failed') {
      return [`${title}: ${where}: ${shortened(file.message)}`];
    }
    return tests.map(
      (test) =>
        `${title}: ${where} > ${test.fullName}\n${shortened(test.failureMessages.join('\n'))}`,
    );
  });
}

const shortened = (message) => message.split('\n').slice(0, 25).join('\n').slice(0, 2500);

/** Node 24 from npm's `node` package; in CI it is installed where it is missing. */
function node24() {
  const binary = path.join(cache, 'node24', 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(binary) && ci) {
    const folder = path.join(cache, 'node24');
    mkdirSync(folder, { recursive: true });
    // The package fetches the platform's binary in its install script, which npm 12 wants approved.
    writeFileSync(
      path.join(folder, 'package.json'),
      '{ "private": true, "allowScripts": { "node": true } }\n',
    );
    run('Install Node 24', 'npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      'node@24',
    ]);
  }
  return existsSync(binary) ? binary : undefined;
}

function chromium() {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return known.find((candidate) => candidate && existsSync(candidate));
}

const [major, minor] = process.versions.node.split('.').map(Number);
const hasNodeSqlite = major > 22 || (major === 22 && minor >= 13);

console.log(
  `Node ${process.versions.node}, PostgreSQL ${process.env.TEST_DATABASE_URL ? 'given' : 'not given'}, Chromium ${chromium() ?? 'not found'}`,
);
if (!process.env.TEST_DATABASE_URL) leftOut.push('PostgreSQL: TEST_DATABASE_URL is not set');
if (!chromium()) leftOut.push('browser: no Chromium found (set CHROMIUM_PATH)');
if (!existsSync('/usr/sbin/pgbouncer')) leftOut.push('PgBouncer: not installed');
if (spawnSync('python3', ['--version']).status !== 0)
  leftOut.push('the reader of frozen figures in Python: python3 is not installed');

run('Lint', bin('biome'), ['check', '.', '--error-on-warnings']);
run('Types', bin('tsc'), ['--noEmit']);
if (run('Build', process.execPath, ['build.mjs'])) {
  vitest(`Tests on Node ${process.versions.node}`, process.execPath, [], {});
  const second = hasNodeSqlite ? undefined : node24();
  if (second) {
    vitest(
      'Server tests on Node 24 with node sqlite',
      second,
      ['test/server', 'test/faults/crash', 'test/faults/full-disk'],
      {
        TEST_ENGINES: 'node',
        SQLITE_DRIVER: 'node',
      },
    );
  } else if (!hasNodeSqlite) {
    leftOut.push('node:sqlite: needs Node 22.13 or later (CI=true installs Node 24 for it)');
  }
}

console.log('');
for (const what of failures) console.log(`Failed: ${what}\n`);
for (const what of leftOut) console.log(`Left out: ${what}`);
if (ci && leftOut.length > 0) ok = false;
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = ok ? 0 : 1;
