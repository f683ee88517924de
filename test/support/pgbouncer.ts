import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';

/** Debian's. */
const BINARY = '/usr/sbin/pgbouncer';

export const PGBOUNCER = existsSync(BINARY);

/** PgBouncer in transaction mode before the database at this address; gives the address through it. */
export async function startPgBouncer(
  databaseUrl: string,
): Promise<{ databaseUrl: string; stop(): Promise<void> }> {
  const to = new URL(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), 'manping-pgbouncer-'));
  const port = await freePort();
  const config = join(folder, 'pgbouncer.ini');
  const users = join(folder, 'users.txt');
  const quoted = (text: string) => `"${decodeURIComponent(text).replaceAll('"', '""')}"`;
  writeFileSync(users, `${quoted(to.username)} ${quoted(to.password)}\n`);
  writeFileSync(
    config,
    `[databases]
* = host=${to.hostname} port=${to.port || 5432}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = 4
logfile = ${join(folder, 'log')}
`,
  );
  // It does not run as root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  for (const path of [folder, config, users]) {
    if (nobody.uid !== undefined) chownSync(path, nobody.uid, nobody.gid);
    chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
  }
  const child = spawn(BINARY, [config], { ...nobody, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const through = new URL(databaseUrl);
  through.host = `127.0.0.1:${port}`;
  for (;;) {
    const client = new pg.Client({ connectionString: through.href });
    client.on('error', () => {});
    try {
      await client.connect();
      break;
    } catch (error) {
      if (child.exitCode !== null) throw error;
      await sleep(50);
    } finally {
      await client.end();
    }
  }
  return {
    databaseUrl: through.href,
    async stop() {
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(2_000).then(() => child.kill('SIGKILL'))]);
      rmSync(folder, { recursive: true });
    },
  };
}
