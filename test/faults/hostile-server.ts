// A server of its own for hostile clients: the whole app over an empty store with one open survey, and among its files one
// that is large. It says where it listens, and answers every message with the memory it holds.
import { loadAssets } from '../../server/assets.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { ENGINES } from '../support/engines.ts';
import { startFieldwork } from '../support/fieldwork.ts';
import { onPort, openServer } from '../support/server.ts';

/** First message of the process. */
export interface Ready {
  port: number;
  code: string;
}
/** Answer to any message: what the process holds, in bytes. */
export interface Held {
  rss: number;
}

const LARGE = { body: new Uint8Array(500_000).fill(0x61), type: 'text/plain' };
const built = loadAssets();
const assets = { ...built, files: new Map([...built.files, ['large.txt', LARGE]]) };
const [engine] = ENGINES;
if (engine === undefined) throw new Error('no database engine to test with');
const server = await onPort(
  await openServer(engine, {
    config: readConfig({ TRUST_PROXY: process.env['TRUST_PROXY'] }),
    log: createLog('silent'),
    now: () => new Date(),
    assets,
  }),
);
const { code } = await startFieldwork(server.store);

process.on('disconnect', async () => {
  await server.close();
  process.exit();
});
process.on('message', () => {
  process.send?.({ rss: process.memoryUsage.rss() } satisfies Held);
});
process.send?.({ port: server.port, code } satisfies Ready);
