import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection that may wait behind the one being answered; no browser and no proxy sends any ahead. */
export const WAITING = 16;

/**
 * Handles the requests of a connection one after the other, each once the answer before it is out: whoever does not read
 * costs one answer's memory, however many he asks for. A connection that asks further ahead than WAITING is cut.
 */
export function inTurn(handle: RequestListener): RequestListener {
  /** Of each connection that is being answered, what waits. */
  const queues = new WeakMap<Socket, (() => void)[]>();
  return (request, response) => {
    const { socket } = request;
    const queue = queues.get(socket);
    if (queue === undefined) {
      queues.set(socket, []);
      start();
    } else if (queue.length < WAITING) {
      queue.push(start);
    } else {
      socket.destroy();
    }

    function start() {
      response.once('close', next);
      handle(request, response);
    }
    function next() {
      const following = socket.destroyed ? undefined : queues.get(socket)?.shift();
      if (following === undefined) queues.delete(socket);
      else following();
    }
  };
}
