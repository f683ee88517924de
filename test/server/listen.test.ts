import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../server/config.ts';
import { WAITING } from '../../server/in-turn.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { dial, putHead, statusOver } from '../support/listening.ts';
import { askAhead, askWithoutReading } from '../support/pipelined.ts';

const ended: string[] = [];
let handled = 0;
const app = new Hono()
  .get('/slow', async (c) => {
    await sleep(300);
    return c.text('done');
  })
  .get('/events', (c) =>
    streamSSE(c, async (stream) => {
      stream.onAbort(() => {
        ended.push('events');
      });
      for (let n = 1; !stream.aborted; n += 1) {
        await stream.writeSSE({ event: 'progress', data: String(n) });
        await sleep(20);
      }
    }),
  )
  .put('/write', async (c) => {
    await c.req.text();
    await sleep(400);
    handled += 1;
    return c.text('written');
  })
  .put('/body', async (c) => c.text(await c.req.text()));
// A client that breaks off is no news here.
app.onError((_, c) => c.text('broken off', 400));
const at = { port: 0, host: '127.0.0.1' };
const portOf = ({ server }: Listening) => (server.address() as AddressInfo).port;

describe('listening', () => {
  it('says where, and stops at once where nobody is there', async () => {
    const listening = await listen(app, at);
    expect(listening.address).toBe(`http://localhost:${portOf(listening)}`);
    const started = performance.now();
    await listening.stop();
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('stops once what was accepted is answered, though the connection would be kept', async () => {
    const listening = await listen(app, at);
    const { address } = listening;
    const answer = fetch(`${address}/slow`).then((response) => response.text());
    await sleep(100);
    await listening.stop();
    expect(await answer).toBe('done');
    await expect(fetch(`${address}/slow`)).rejects.toThrow();
  });

  it('ends open streams of events at once, and what makes them', async () => {
    const listening = await listen(app, at);
    const answers = await Promise.all([1, 2, 3].map(() => fetch(`${listening.address}/events`)));
    const read = answers.map((answer) => answer.text());
    await sleep(100);
    const started = performance.now();
    await listening.stop();
    expect(performance.now() - started).toBeLessThan(1000);
    for (const text of await Promise.all(read))
      expect(text).toMatch(/^event: progress\ndata: 1\n\n/);
    await sleep(50);
    expect(ended).toEqual(['events', 'events', 'events']);
  });

  it('answers heads of more than 16 KB with 431', async () => {
    const listening = await listen(app, at);
    const headers = { 'x-long': 'x'.repeat(20_000) };
    expect((await fetch(`${listening.address}/slow`, { headers })).status).toBe(431);
    await listening.stop();
  });

  it('cuts a client that never ends its body after some patience', async () => {
    const listening = await listen(app, at, 300);
    const socket = await dial(portOf(listening));
    socket.write(`${putHead('/body', 'Content-Length: 100')}half`);
    await sleep(50);
    const closed = once(socket, 'close');
    const started = performance.now();
    await listening.stop();
    expect(performance.now() - started).toBeGreaterThan(250);
    expect(performance.now() - started).toBeLessThan(5000);
    await closed;
    expect(await statusOver(socket)).toBeUndefined();
  });

  it('waits for what is being handled though its client has gone', async () => {
    const listening = await listen(app, at);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => dial(portOf(listening))));
    for (const socket of sockets) socket.write(`${putHead('/write', 'Content-Length: 4')}body`);
    await sleep(100);
    for (const socket of sockets) socket.destroy();
    await sleep(50);
    expect(handled).toBe(0);
    await listening.stop();
    expect(handled).toBe(20);
  });

  it('waits for no handler that never ends', async () => {
    const stuck = { fetch: () => new Promise<Response>(() => undefined) };
    const listening = await listen(stuck, at, 100);
    const socket = await dial(portOf(listening));
    socket.write(`${putHead('/write', 'Content-Length: 4')}body`);
    await sleep(50);
    const started = performance.now();
    await listening.stop();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('on a port that is taken, or an address that is not ours, names the variable', async () => {
    const first = await listen(app, at);
    const port = portOf(first);
    const again = listen(app, { ...at, port });
    await expect(again).rejects.toThrow(ConfigError);
    await expect(again).rejects.toThrow(`PORT ${port} is in use already`);
    await first.stop();
    const elsewhere = listen(app, { port: 0, host: '192.0.2.1' });
    await expect(elsewhere).rejects.toThrow(/^HOST 192\.0\.2\.1 cannot be listened on \(\w+\)$/);
  });
});

describe('a connection that asks ahead', () => {
  const served: string[] = [];
  const counting = new Hono()
    .get('/large', (c) => {
      served.push('large');
      return c.body(new Uint8Array(8 * 1024 * 1024));
    })
    .get('/small', (c) => {
      served.push('small');
      return c.text('small');
    });

  it('is answered in turn', async () => {
    const listening = await listen(counting, at);
    expect(await askAhead(portOf(listening), '/small', WAITING)).toBe(WAITING);
    await listening.stop();
  });

  it('costs no second answer while it does not take the first', async () => {
    const listening = await listen(counting, at);
    served.length = 0;
    const socket = await askWithoutReading(portOf(listening), '/large', WAITING);
    await sleep(200);
    expect(served).toEqual(['large']);
    socket.destroy();
    await listening.stop();
    expect(served).toEqual(['large']);
  });

  it('further than it takes answers for is cut', async () => {
    const listening = await listen(counting, at);
    served.length = 0;
    const socket = await askWithoutReading(portOf(listening), '/large', 800);
    socket.resume();
    await once(socket, 'close');
    expect(served.length).toBeLessThanOrEqual(1);
    await listening.stop();
  });

  it.each([
    ['says nothing', ''],
    ['takes no answer', 'GET /large HTTP/1.1\r\nHost: here\r\n\r\n'],
  ])('and one that %s is cut after a while', async (_, said) => {
    const listening = await listen(counting, at, 100, 300);
    const socket = await dial(portOf(listening));
    socket.pause();
    socket.write(said);
    let open = true;
    socket.once('close', () => {
      open = false;
    });
    const connections = () =>
      new Promise<number>((resolve) => listening.server.getConnections((_, n) => resolve(n)));
    expect(await connections()).toBe(1);
    await expect.poll(connections, { timeout: 5000 }).toBe(0);
    socket.resume();
    await expect.poll(() => open).toBe(false);
    await listening.stop();
  });

  it('is asked to connect anew after a thousand requests', async () => {
    const listening = await listen(counting, at);
    expect(listening.server.maxRequestsPerSocket).toBe(1000);
    await listening.stop();
  });
});
