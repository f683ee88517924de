// A process of its own that sends responses over kept-alive connections and measures each answer's latency.
import { randomUUID } from 'node:crypto';
import http from 'node:http';

/** What the generator is told, and what it tells back, as one JSON message each. */
export interface LoadOrder {
  port: number;
  path: string;
  connections: number;
  seconds: number;
  bodies: string[];
}
export interface LoadReport {
  accepted: number;
  refused: number;
  seconds: number;
  p50: number;
  p99: number;
}

function put(agent: http.Agent, order: LoadOrder, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        port: order.port,
        host: '127.0.0.1',
        method: 'PUT',
        path: order.path + randomUUID(),
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function run(order: LoadOrder): Promise<LoadReport> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: order.connections });
  const latencies: number[] = [];
  let refused = 0;
  const started = performance.now();
  const end = started + order.seconds * 1000;
  const connection = async (first: number) => {
    for (let turn = first; performance.now() < end; turn += 1) {
      const sent = performance.now();
      const status = await put(agent, order, order.bodies[turn % order.bodies.length] ?? '');
      if (status === 201) latencies.push(performance.now() - sent);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: order.connections }, (_, index) => connection(index * 7)));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { accepted: latencies.length, refused, seconds, p50: at(0.5), p99: at(0.99) };
}

process.on('message', async (order: LoadOrder) => {
  process.send?.(await run(order));
});
