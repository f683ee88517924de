// A process of its own that keeps live pages open and reads what they are told, and says how many events that were.
import http from 'node:http';

/** What it is told: to open so many, each cookie in its turn, or with none to close them. */
export interface WatchOrder {
  port: number;
  path: string;
  cookies: string[];
  streams: number;
}
/** Once all of them have had their first event, or all are closed. */
export interface WatchReport {
  events: number;
}

let open: http.ClientRequest[] = [];
let events = 0;

function watch({ port, path, cookies }: WatchOrder, n: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: cookies[n % cookies.length] };
    const request = http.get({ port, host: '127.0.0.1', path, headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200)
        reject(new Error(`a stream was answered ${answer.statusCode}`));
      answer.on('data', (chunk: Buffer) => {
        if (!chunk.includes('event: progress')) return;
        events += 1;
        resolve();
      });
      answer.on('error', () => {});
    });
    request.on('error', () => {});
    open.push(request);
  });
}

process.on('disconnect', () => process.exit());
process.on('message', async (order: WatchOrder) => {
  for (const request of open) request.destroy();
  open = [];
  await Promise.all(Array.from({ length: order.streams }, (_, n) => watch(order, n)));
  process.send?.({ events } satisfies WatchReport);
  events = 0;
});
