import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, start } from '../load/processes.ts';
import { askWithoutReading } from '../support/pipelined.ts';
import type { Held, Ready } from './hostile-server.ts';

/** HOSTILE_CONNECTIONS=100 for what docs/security.md says. */
const CONNECTIONS = Number(process.env['HOSTILE_CONNECTIONS'] ?? 20);
const AHEAD = 800;
const MB = 1024 * 1024;
const MOST_GROWTH = 256 * MB;

describe('hostile clients', () => {
  let server: ChildProcess;
  let ready: Ready;
  beforeAll(async () => {
    server = start('../faults/hostile-server.ts');
    ready = await message<Ready>(server);
  });
  afterAll(() => server.disconnect());

  async function held(): Promise<number> {
    const said = message<Held>(server);
    server.send('held');
    return (await said).rss;
  }
  async function form(): Promise<{ status: number; ms: number }> {
    const began = performance.now();
    const { status } = await fetch(`http://127.0.0.1:${ready.port}/s/${ready.code}`);
    return { status, ms: performance.now() - began };
  }

  it.each([
    ['further ahead than anybody needs', AHEAD],
    ['as far ahead as they may', 16],
  ])('who ask %s and never read cost bounded memory and keep nobody waiting', async (_, times) => {
    await form();
    const before = await held();
    const sockets = await Promise.all(
      Array.from({ length: CONNECTIONS }, () =>
        askWithoutReading(ready.port, '/assets/large.txt', times),
      ),
    );
    let most = 0;
    for (let turn = 0; turn < 8; turn += 1) {
      await sleep(100);
      const { status, ms } = await form();
      expect(status).toBe(200);
      expect(ms).toBeLessThan(2000);
      most = Math.max(most, (await held()) - before);
    }
    for (const socket of sockets) socket.destroy();
    process.stdout.write(`${CONNECTIONS} x ${times}: ${Math.round(most / MB)} MB more\n`);
    expect(most).toBeLessThan(MOST_GROWTH);
  });

  it('who try passwords over 64 connections leave the form as quick as anybody needs', async () => {
    let trying = true;
    let refused = 0;
    const guessing = Array.from({ length: 64 }, async (_, n) => {
      while (trying) {
        const answer = await fetch(`http://127.0.0.1:${ready.port}/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username: `name-${n}`, password: 'wrong' }),
        });
        await answer.arrayBuffer();
        if (answer.status !== 204) refused += 1;
      }
    });
    await sleep(500);
    for (let turn = 0; turn < 20; turn += 1) {
      const { status, ms } = await form();
      expect(status).toBe(200);
      expect(ms).toBeLessThan(1000);
    }
    await sleep(1500);
    trying = false;
    await Promise.all(guessing);
    expect(refused).toBeGreaterThanOrEqual(64);
  });
});
