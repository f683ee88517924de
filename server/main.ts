import type { Logger } from 'pino';
import { passwordFaults } from './accounts/password-faults.ts';
import { createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { startClock } from './clock/clock.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { listen } from './listen.ts';
import { createLog, describeError, STDOUT } from './log.ts';
import { logOutput } from './log-output.ts';
import { type Seeded, seed } from './seed.ts';
import { openStore } from './store/open.ts';
import { createResponseWriter } from './store/response-writer.ts';
import { StartError } from './store/start-error.ts';
import { createStepCounter } from './store/step-counter.ts';
import type { Store } from './store/store.ts';

/** How long the last lines may take on their way into the log. */
const LAST_LINES_MS = 500;

const say = (text: string) => process.stdout.write(text);
// Unheard, a terminal that is gone or a file on a full disk would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const output = logOutput(STDOUT);
  const log = createLog(config.logLevel, output);
  const store = await openConfigured(config, log);
  const now = () => new Date();
  const writer = createResponseWriter(store);
  const steps = createStepCounter(store, {
    failed: (error) =>
      log.warn({ error: describeError(error) }, 'steps of the form not counted yet'),
  });
  let ready = false;
  const deps = {
    store,
    config,
    log,
    now,
    assets: loadAssets(),
    writer,
    steps,
    isReady: () => ready,
  };
  const { address, stop } = await listen(createApp(deps), config);
  // Only now: a port that is taken must not cost the one password that is printed.
  const seeding = seed(store, config, now());

  let clock: ReturnType<typeof startClock> | undefined;
  let stopping = false;
  const finish = async () => {
    // Asked a second time, somebody is in a hurry.
    if (stopping) process.exit(1);
    stopping = true;
    await Promise.allSettled([stop(), seeding, clock?.stop()]);
    await Promise.all([writer.drain(), steps.drain()]);
    await store.close();
    log.info('stopped');
    await output.drained(LAST_LINES_MS);
    process.exit(0);
  };
  process.on('SIGTERM', finish);
  process.on('SIGINT', finish);
  const fail = (error: unknown) => {
    log.fatal({ error: describeError(error) }, 'unexpected');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  const { account } = await seeding;
  warnOfPassword(account, config, log);
  ready = true;
  if (!stopping) clock = startClock({ store, log, now });
  log.info({ engine: store.engine, shard: store.shard, address }, 'listening');
  say(welcome(config.publicUrl ?? address, account));
}

/** A folder that cannot be used is the environment's fault, and is said in one line. */
async function openConfigured(config: Config, log: Logger): Promise<Store> {
  try {
    return await openStore({ ...config, warn: (warning) => log.warn({ warning }, 'data folder') });
  } catch (error) {
    if (error instanceof StartError || config.databaseUrl !== undefined) throw error;
    const reason = error instanceof Error && 'code' in error ? error.code : messageOf(error);
    throw new ConfigError(`DATA_DIR ${config.dataDir} cannot be used (${reason})`);
  }
}

/** What the environment gives is taken, but it is said where nobody could choose it on a screen. */
function warnOfPassword(account: Seeded['account'], config: Config, log: Logger): void {
  if (account === undefined || config.adminPassword === undefined) return;
  const faults = passwordFaults(config.adminPassword, account).map(({ code }) => code);
  if (faults.length === 0) return;
  log.warn({ variable: 'ADMIN_PASSWORD', faults }, 'password is easy to guess; please change it');
}

function welcome(address: string, account: Seeded['account']): string {
  const lines = ['', `  满评 Manping: ${address}`];
  if (account !== undefined) lines.push('', `  用户名 username: ${account.username}`);
  if (account?.password !== undefined) {
    lines.push(`  密码 password: ${account.password}`, '  （只显示这一次；it is shown this once）');
  }
  return `${lines.join('\n')}\n\n`;
}

start().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof StartError;
  process.stderr.write(`${known || !(error instanceof Error) ? messageOf(error) : error.stack}\n`);
  process.exit(1);
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
