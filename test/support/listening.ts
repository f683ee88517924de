import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { addFieldwork, openTestApp, type TestApp } from './app.ts';
import type { Engine } from './engines.ts';
import type { Fieldwork } from './fieldwork.ts';
import { type OnPort, onPort } from './server.ts';
import { shared } from './shared.ts';

export type ListeningApp = OnPort<TestApp>;

/** The whole server listening on a free port of the loopback. */
export async function openListening(...app: Parameters<typeof openTestApp>): Promise<ListeningApp> {
  return onPort(await openTestApp(...app));
}

/** The same for all tests of the describe block that calls this, with an evaluation and an open survey in it. */
export function withListening(engine: Engine): ListeningApp & Fieldwork {
  return addFieldwork(shared(() => openListening(engine)));
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
