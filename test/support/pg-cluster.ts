import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

const VERSIONS = '/usr/lib/postgresql';

/** Debian's newest; undefined where there is none. */
const newest = existsSync(VERSIONS)
  ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))[0]
  : undefined;

/** Whether a test may have a cluster of its own. It does not run as root, who starts it as its own user. */
export const CLUSTERS = newest !== undefined && process.getuid?.() === 0;

export interface Cluster {
  databaseUrl: string;
  /** Gives a folder to the cluster's user. */
  own(folder: string): void;
  stop(): void;
}

/** An empty PostgreSQL of a test's own, which may be treated badly. */
export async function startCluster(): Promise<Cluster> {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']));
  const owner = { uid: id('-u'), gid: id('-g') };
  const own = (folder: string) => chownSync(folder, owner.uid, owner.gid);
  const run = (program: string, args: string[]) =>
    execFileSync(join(VERSIONS, newest ?? '', 'bin', program), args, {
      ...owner,
      cwd: '/',
      stdio: 'ignore',
    });
  const folder = mkdtempSync(join(tmpdir(), 'manping-cluster-'));
  own(folder);
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8']);
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
  run('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start']);
  return {
    databaseUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
    own,
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true });
    },
  };
}
