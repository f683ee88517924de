import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { type Listening, listen } from '../../server/listen.ts';
import { openTestApp, type TestApp } from './app.ts';
import type { Engine } from './engines.ts';

export interface ListeningApp extends TestApp {
  port: number;
  listening: Listening;
}

/** The whole server listening on a free port of the loopback. */
export async function openListening(
  engine: Engine,
  ...rest: Parameters<typeof openTestApp> extends [unknown, ...infer R] ? R : never
): Promise<ListeningApp> {
  const t = await openTestApp(engine, ...rest);
  const listening = await listen(t.app, { port: 0, host: '127.0.0.1' });
  const { port } = listening.server.address() as AddressInfo;
  return {
    ...t,
    port,
    listening,
    async close() {
      await listening.stop();
      await t.close();
    },
  };
}

/** A bare connection, for clients that behave badly. */
export async function dial(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Head of a PUT with a JSON body. */
export function putHead(path: string, ...headers: string[]): string {
  return [
    `PUT ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    ...headers,
    '\r\n',
  ].join('\r\n');
}

/** Status of the first answer that comes over a connection, or undefined where it closes without. */
export async function statusOver(socket: Socket): Promise<number | undefined> {
  let text = '';
  for await (const chunk of socket) {
    text += chunk;
    const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
    if (status) return Number(status);
  }
  return undefined;
}
