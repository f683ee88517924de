import { once } from 'node:events';
import type { Socket } from 'node:net';
import { dial } from './listening.ts';

/** A connection that asks so often for the same at once, and takes no answer. */
export async function askWithoutReading(
  port: number,
  path: string,
  times: number,
): Promise<Socket> {
  const socket = await dial(port);
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(times));
  return socket;
}

/** The same, reading all there is until the connection ends: how many answers came. */
export async function askAhead(port: number, path: string, times: number): Promise<number> {
  const socket = await dial(port);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.end(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(times));
  await once(socket, 'close');
  return text.split('HTTP/1.1 200 ').length - 1;
}
