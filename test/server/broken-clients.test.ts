import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCounts } from '../../server/store/counts.ts';
import { findResponse } from '../../server/store/responses.ts';
import { ENGINES, type Engine, onPostgres } from '../support/engines.ts';
import { ANSWERS, startFieldwork } from '../support/fieldwork.ts';
import { dial, type ListeningApp, openListening, putHead } from '../support/listening.ts';

const AT_ONCE = 64;
const json = JSON.stringify({ answers: ANSWERS });

describe.each(ENGINES)('clients that break off, 64 at once (%s)', (engine) => {
  let t: ListeningApp;
  let code: string;

  beforeEach(async () => {
    t = await openListening(engine);
    ({ code } = await startFieldwork(t.store));
  });
  afterEach(() => t.close());

  const path = (id: string) => `/api/surveys/${code}/responses/${id}`;
  const ids = () => Array.from({ length: AT_ONCE }, () => randomUUID());

  /** A well-behaved respondent: how long it takes to be heard. */
  async function heard(): Promise<number> {
    const started = performance.now();
    const answer = await fetch(`http://127.0.0.1:${t.port}${path(randomUUID())}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: json,
    });
    expect(answer.status).toBe(201);
    return performance.now() - started;
  }

  async function stored(): Promise<number> {
    return (await readCounts(t.store.read, code)).get('')?.get('') ?? 0;
  }

  it('in the middle of a body store nothing and delay nobody, while they hang and after', async () => {
    const hanging = ids();
    const sockets = await Promise.all(
      hanging.map(async (id, index) => {
        const socket = await dial(t.port);
        const framing =
          index % 2 === 0 ? `Content-Length: ${json.length}` : 'Transfer-Encoding: chunked';
        const part = json.slice(0, 20);
        socket.write(putHead(path(id), framing));
        socket.write(index % 2 === 0 ? part : `14\r\n${part}\r\n`);
        return socket;
      }),
    );
    await sleep(100);
    await noneLeftOpen(engine);
    expect(await heard()).toBeLessThan(5000);
    for (const socket of sockets) socket.destroy();
    await sleep(100);
    expect(await heard()).toBeLessThan(5000);
    await noneLeftOpen(engine);
    for (const id of hanging) expect(await findResponse(t.store.read, id)).toBeUndefined();
    expect(await stored()).toBe(2);
    expect(t.lines.join('')).not.toContain('"unexpected"');
  });

  it('before the answer were heard all the same, once each, and a retry learns it', async () => {
    const sent = ids();
    await Promise.all(
      sent.map(async (id) => {
        const socket = await dial(t.port);
        socket.write(putHead(path(id), `Content-Length: ${json.length}`) + json);
        await sleep(1);
        socket.destroy();
        await once(socket, 'close');
      }),
    );
    expect(await heard()).toBeLessThan(5000);
    const retries = await Promise.all(
      sent.map((id) =>
        fetch(`http://127.0.0.1:${t.port}${path(id)}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: json,
        }),
      ),
    );
    for (const { status } of retries) expect([200, 201]).toContain(status);
    expect(retries.some(({ status }) => status === 200)).toBe(true);
    expect(await stored()).toBe(AT_ONCE + 1);
    await noneLeftOpen(engine);
    expect(t.lines.join('')).not.toContain('"unexpected"');
  });

  it('while staff read a long list leave the list to others', async () => {
    const sockets = await Promise.all(ids().map(() => dial(t.port)));
    for (const socket of sockets) {
      socket.write('GET /api/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
      socket.destroy();
    }
    expect(await heard()).toBeLessThan(5000);
    expect((await t.admin('GET', `/api/surveys/${code}/responses`)).status).toBe(200);
  });
});

/** The engine itself says that no transaction is open and doing nothing. On SQLite a write would wait for one. */
async function noneLeftOpen(engine: Engine): Promise<void> {
  if (engine !== 'postgres') return;
  const left = () =>
    onPostgres<{ pid: number }>(
      `select pid from pg_stat_activity
        where application_name = 'manping' and state like 'idle in transaction%'
          and state_change < now() - interval '1 second'`,
    );
  await sleep(1000);
  expect(await left()).toEqual([]);
}
