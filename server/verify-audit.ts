// Checks that the audit is the chain it was: no event changed, removed, put elsewhere or put in. `--head SEQ:HASH` also that
// a head kept outside occurs in it. Exit 1 where anything does not hold, 2 where it could not be checked.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import type { AuditHead } from './store/audit-chain.ts';
import { openStore } from './store/open.ts';
import { SQLITE_FILE } from './store/open-sqlite.ts';
import { StartError } from './store/start-error.ts';
import { type AuditFault, verifyAudit } from './store/verify-audit.ts';

function line(fault: AuditFault): string {
  switch (fault.kind) {
    case 'changed':
      return `event ${fault.seq}: changed`;
    case 'out-of-order':
      return `event ${fault.seq}: out of order, it was recorded as ${fault.was}`;
    case 'missing':
      return fault.seq === fault.to
        ? `event ${fault.seq}: missing`
        : `events ${fault.seq} to ${fault.to}: missing`;
    case 'does-not-follow':
      return `event ${fault.seq}: does not follow the one before`;
    case 'head':
      return `head: does not match the last event, ${fault.seq}`;
    case 'not-in-chain':
      return `--head ${fault.seq}: does not occur in the chain`;
  }
}

/** The head as it is printed, SEQ:HASH. Throws a ConfigError where it is none. */
function keptHead(args: string[]): AuditHead | undefined {
  let head: string | undefined;
  try {
    ({ head } = parseArgs({ args, options: { head: { type: 'string' } } }).values);
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
  if (head === undefined) return undefined;
  const [, seq, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(head.trim().toLowerCase()) ?? [];
  if (seq === undefined || hash === undefined)
    throw new ConfigError(`--head takes SEQ:HASH as this command prints it, not ${head}`);
  return { seq: Number(seq), hash };
}

async function verify(): Promise<boolean> {
  const kept = keptHead(process.argv.slice(2));
  const config = readConfig(process.env);
  // Opening would make one, and an empty chain holds.
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, SQLITE_FILE)))
    throw new ConfigError(`DATA_DIR: there is no database in ${config.dataDir}`);
  const store = await openStore(config);
  try {
    const say = (fault: AuditFault) => process.stdout.write(`${line(fault)}\n`);
    const { events, head, faults } = await verifyAudit(store.read, say, kept);
    const found = faults === 1 ? '1 fault' : `${faults} faults`;
    const result = faults === 0 ? 'the chain holds' : found;
    process.stdout.write(`${events} events, ${result}\n`);
    process.stdout.write(`head ${head === undefined ? 'gone' : `${head.seq}:${head.hash}`}\n`);
    return faults === 0;
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
