import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A response of a device on its way to the server: held until the test says what becomes of it. */
export interface Exchange {
  /** Lets the server have it and brings back its answer, which the device does not hear yet. */
  forward(): Promise<Answer>;
  /** Lets the device hear this. */
  answer(answer: Answer): void;
  /** Lets the device hear the beginning of this; then the connection breaks. */
  breakOff(answer: Answer): void;
  /** The connection breaks without an answer. */
  reset(): void;
  /** The device has given up. */
  gone: Promise<void>;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface FaultProxy {
  origin: string;
  /** The next response handed in for this survey whose device still waits. */
  take(code: string): Promise<Exchange>;
  /** From now on everything for this survey goes straight through. */
  open(code: string): void;
  /** How many responses were handed in for this survey, however they ended. */
  handedIn(code: string): number;
  stop(): Promise<void>;
}

interface Gate {
  isOpen: boolean;
  handedIn: number;
  waiting: { exchange: Exchange; isGone(): boolean }[];
  arrived(): void;
}

/** Stands between devices and the server; all but handed-in responses pass untouched. */
export async function startFaultProxy(upstream: string): Promise<FaultProxy> {
  const gates = new Map<string, Gate>();
  const gateOf = (code: string): Gate => {
    const gate = gates.get(code) ?? { isOpen: false, handedIn: 0, waiting: [], arrived: () => {} };
    gates.set(code, gate);
    return gate;
  };

  const server = createServer((incoming, outgoing) => {
    void received(incoming)
      .then(async (body) => {
        const code = /^\/api\/surveys\/([^/]+)\/responses\//.exec(incoming.url ?? '')?.[1];
        const forward = () => passOn(upstream, incoming, body);
        if (incoming.method !== 'PUT' || code === undefined)
          return write(outgoing, await forward());
        const gate = gateOf(code);
        gate.handedIn += 1;
        if (gate.isOpen) return write(outgoing, await forward());
        gate.waiting.push(hold(outgoing, forward));
        gate.arrived();
      })
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    async take(code) {
      const gate = gateOf(code);
      for (;;) {
        const next = gate.waiting.shift();
        if (next === undefined) {
          await new Promise<void>((resolve) => {
            gate.arrived = resolve;
          });
        } else if (!next.isGone()) return next.exchange;
      }
    },
    open(code) {
      const gate = gateOf(code);
      gate.isOpen = true;
      for (const { exchange } of gate.waiting.splice(0)) {
        void exchange.forward().then(exchange.answer, exchange.reset);
      }
    },
    handedIn: (code) => gateOf(code).handedIn,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function received(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function hold(outgoing: ServerResponse, forward: () => Promise<Answer>) {
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    outgoing.on('close', () => {
      isGone = true;
      resolve();
    });
  });
  const exchange: Exchange = {
    forward,
    gone,
    answer: (answer) => write(outgoing, answer),
    reset: () => void outgoing.destroy(),
    breakOff({ status, headers, body }) {
      outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
      outgoing.write(body.slice(0, body.length / 2), () => outgoing.destroy());
    },
  };
  return { exchange, isGone: () => isGone };
}

function write(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, headers).end(body);
}

/** The same request, without compression, to the server itself. */
function passOn(upstream: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { 'accept-encoding': _, connection: __, ...headers } = incoming.headers;
    const onward = request(new URL(incoming.url ?? '/', upstream), {
      method: incoming.method,
      headers,
      agent: false,
    });
    onward.on('error', reject);
    onward.on('response', (answer) => {
      received(answer).then((content) => {
        const { 'transfer-encoding': ___, connection: ____, ...given } = answer.headers;
        const kept = Object.entries(given).map(([name, value]) => [name, String(value)]);
        resolve({
          status: answer.statusCode ?? 502,
          headers: Object.fromEntries(kept),
          body: content.toString(),
        });
      }, reject);
    });
    onward.end(body);
  });
}
