import { setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { type Config, ConfigError } from './config.ts';
import { inTurn } from './in-turn.ts';

/** Longest that a client may take for its head, and for the whole of a request. */
const HEAD_MS = 20_000;
const REQUEST_MS = 60_000;
/** Longest that a connection may be silent both ways: neither sending nor taking what it asked for. */
const SILENT_MS = 60_000;
/** Longest that it is kept open between two requests. */
const KEPT_MS = 5000;
/** Requests after which a connection is to be opened anew. */
const REQUESTS = 1000;
/** Longest that stopping waits for requests that were accepted. */
const STOP_MS = 10_000;
/** Longest that it waits for a handler once every connection is cut. */
const LAST_MS = 2000;

export interface Listening {
  server: Server;
  /** Where to open it on this machine. */
  address: string;
  /**
   * Takes no more connections, ends open event streams at once, answers what was accepted, and cuts what is still there
   * after ten seconds. What is being handled is waited for though its client has gone: it may be in the middle of writing.
   */
  stop(): Promise<void>;
}

type Fetch = Parameters<typeof getRequestListener>[0];

/** Serves the app; stopping waits `patience` ms at most, a silent connection is cut after `silence` ms. Throws a ConfigError that names PORT or HOST where it cannot listen there. */
export async function listen(
  app: { fetch: Fetch },
  { port, host }: Pick<Config, 'port' | 'host'>,
  patience = STOP_MS,
  silence = SILENT_MS,
): Promise<Listening> {
  const stopping = new AbortController();
  // Every stream that is open listens for it.
  setMaxListeners(0, stopping.signal);
  const { fetch, settled } = countingHandlers(endingStreams(app, stopping.signal));
  const server = createServer(
    {
      headersTimeout: HEAD_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEPT_MS,
      connectionsCheckingInterval: 5000,
    },
    inTurn(getRequestListener(fetch)),
  );
  server.timeout = silence;
  server.maxRequestsPerSocket = REQUESTS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(reasonOf(error, port, host)));
    server.listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return { server, address: addressOf(host, given), stop };
  async function stop() {
    stopping.abort();
    const deadline = Date.now() + patience;
    await close(server, deadline);
    await Promise.race([settled(), sleep(Math.max(deadline - Date.now(), LAST_MS))]);
  }
}

function reasonOf(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') return new ConfigError(`PORT ${port} is in use already`);
  if (error.code === 'EACCES') return new ConfigError(`PORT ${port} may not be used by this user`);
  return new ConfigError(`HOST ${host} cannot be listened on (${error.code ?? error.message})`);
}

function addressOf(host: string, port: number): string {
  const here = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return `http://${here.includes(':') ? `[${here}]` : here}:${port}`;
}

/** The app, whose streams of events end when `stopping` says so: by themselves they never would. */
function endingStreams(app: { fetch: Fetch }, stopping: AbortSignal): Fetch {
  return async (request, env) => {
    const answer = await app.fetch(request, env);
    // The body of any other is left alone: the adapter writes it faster for nobody having looked at it.
    if (!(answer instanceof Response) || !isEventStream(answer) || answer.body === null) {
      return answer;
    }
    return new Response(endingWith(answer.body, stopping), answer);
  };
}

/** The same, and a promise that everything handled so far has come to its end. */
function countingHandlers(fetch: Fetch): { fetch: Fetch; settled(): Promise<void> } {
  const running = new Set<Promise<unknown>>();
  return {
    fetch(request, env) {
      const handling = Promise.resolve(fetch(request, env)).finally(() => running.delete(handling));
      running.add(handling);
      return handling;
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

function isEventStream(answer: Response): boolean {
  return answer.headers.get('Content-Type')?.startsWith('text/event-stream') === true;
}

/** The same bytes up to the signal; whoever makes them learns that nobody reads any more. */
function endingWith(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let end = () => {};
  return new ReadableStream({
    start(controller) {
      end = () => {
        controller.close();
        void reader.cancel();
      };
      signal.addEventListener('abort', end, { once: true });
    },
    async pull(controller) {
      if (signal.aborted) return;
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      if (!done) return controller.enqueue(value);
      signal.removeEventListener('abort', end);
      controller.close();
    },
    cancel(reason) {
      signal.removeEventListener('abort', end);
      return reader.cancel(reason);
    },
  });
}

async function close(server: Server, deadline: number): Promise<void> {
  let open = true;
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      open = false;
      resolve();
    });
  });
  while (open && Date.now() < deadline) {
    // A connection that is kept alive becomes idle only once its answer is out.
    server.closeIdleConnections();
    await Promise.race([closed, sleep(20)]);
  }
  if (open) server.closeAllConnections();
  await closed;
}
