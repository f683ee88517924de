// Holds a downloaded figure (定稿) to its hash, to the database that froze it and to the raw answers, and names each number that
// differs. Exit 1 where any does, 2 where it could not be checked.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { z } from 'zod';
import { dayInChina } from '../survey-definitions/china-time.ts';
import { FrozenContent } from '../survey-definitions/frozen-figures.ts';
import { ConfigError, readConfig } from './config.ts';
import { type FigureFault, verifyFigures } from './figures/verify.ts';
import type { StoredFigures } from './store/frozen-figures.ts';
import { openStore } from './store/open.ts';
import { SQLITE_FILE } from './store/open-sqlite.ts';
import { StartError } from './store/start-error.ts';

/** What stands beside the content may be more than this version knows: it is no part of the hash. */
const Downloaded = z.looseObject({ ...FrozenContent.shape, hash: z.string() });

/** The file that was asked for. Throws a ConfigError where it is none, with the place that is wrong. */
async function downloaded(args: string[]): Promise<StoredFigures> {
  let file: string | undefined;
  let rest: string[];
  try {
    [file, ...rest] = parseArgs({ args, allowPositionals: true }).positionals;
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
  if (file === undefined || rest.length > 0)
    throw new ConfigError('npm run verify-figures -- FILE takes one file, as it was downloaded');
  let read: unknown;
  try {
    read = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { success, data, error } = Downloaded.safeParse(read);
  if (!success) {
    const faults = error.issues.map(
      ({ path, message }) => `${['', ...path].join('/')}: ${message}`,
    );
    throw new ConfigError(`${file} is no frozen figure\n${faults.slice(0, 20).join('\n')}`);
  }
  const { format, id, frozenAt, frozenBy, evaluation, figures, groups, hash } = data;
  return { content: { format, id, frozenAt, frozenBy, evaluation, figures, groups }, hash };
}

function line(fault: FigureFault): string {
  switch (fault.kind) {
    case 'hash':
      return `/hash: file ${fault.file}, its content ${fault.content}`;
    case 'not-frozen':
      return '/id: the database has no such frozen figure';
    case 'other-hash':
      return `/hash: file ${fault.file}, database ${fault.database}`;
    case 'responses':
      return `${fault.pointer}: single responses are others than those it was frozen of: file ${fault.file}, database ${fault.database}`;
    case 'differs':
      return `${fault.pointer}: file ${fault.file}, database ${fault.database}`;
  }
}

async function verify(): Promise<boolean> {
  const file = await downloaded(process.argv.slice(2));
  const config = readConfig(process.env);
  // Opening would make one, in which nothing was ever frozen.
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, SQLITE_FILE)))
    throw new ConfigError(`DATA_DIR: there is no database in ${config.dataDir}`);
  const store = await openStore(config);
  try {
    const { faults, uncheckable } = await verifyFigures(store.read, file, new Date());
    for (const [code, removedAt] of uncheckable)
      process.stdout.write(
        `${code}: answers were removed on ${dayInChina(removedAt)}: checked by its counts alone\n`,
      );
    for (const fault of faults) process.stdout.write(`${line(fault)}\n`);
    const found = faults.length === 1 ? '1 difference' : `${faults.length} differences`;
    const result = faults.length === 0 ? 'all as it was frozen' : found;
    process.stdout.write(`${file.content.figures.length} figures, ${result}\n`);
    return faults.length === 0;
  } finally {
    await store.close();
  }
}

try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  const known = error instanceof ConfigError || error instanceof StartError;
  process.stderr.write(`${known ? error.message : inspect(error)}\n`);
  process.exitCode = 2;
}
