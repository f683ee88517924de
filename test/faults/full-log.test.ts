import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { bundleScript, startScript } from '../support/run-script.ts';

/** A line is some 150 bytes, and a pipe that nobody reads takes 64 KiB. */
const REQUESTS = 1_000;

describe('a log that takes no more lines', () => {
  let server: string;
  beforeAll(async () => {
    server = await bundleScript('server/main.ts');
  });
  afterAll(() => rmSync(join(server, '..'), { recursive: true }));

  it.each([
    ['lies on a full disk', 'full'],
    ['has a reader who does not read', 'unread'],
    ['has a reader who has gone', 'gone'],
  ] as const)('and %s stops neither the start, nor the service, nor the end', async (_, how) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'manping-log-'));
    const full = openSync('/dev/full', 'w');
    const port = await freePort();
    const env = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', EXAMPLE: 'off' };
    const child: ChildProcess = startScript(server, [], env, {
      stdio: ['ignore', how === 'full' ? full : 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    const healthy = async () => {
      try {
        return (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
      } catch {
        return 0;
      }
    };
    try {
      if (how === 'unread') child.stdout?.pause();
      if (how === 'gone') child.stdout?.destroy();
      while ((await healthy()) !== 200 && child.exitCode === null) await sleep(50);
      for (let each = 0; each < REQUESTS / 20; each += 1) {
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => fetch(`http://127.0.0.1:${port}/assets/nothing`)),
        );
        for (const answer of answers) {
          expect(answer.status).toBe(404);
          await answer.arrayBuffer();
        }
      }
      expect(await healthy()).toBe(200);
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
      closeSync(full);
      rmSync(dataDir, { recursive: true });
    }
  });
});
