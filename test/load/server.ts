// A server process for the benchmarks: the real app over a real store, with a writer that stores or one that does not,
// and with the pages as they are or without their script.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp } from '../../server/app.ts';
import { loadAssets } from '../../server/assets.ts';
import { readConfig } from '../../server/config.ts';
import { listen } from '../../server/listen.ts';
import { createLog } from '../../server/log.ts';
import { openStore } from '../../server/store/open.ts';
import { createResponseWriter, type ResponseWriter } from '../../server/store/response-writer.ts';
import { createStepCounter } from '../../server/store/step-counter.ts';
import { withoutScript } from './without-script.ts';

/** First message of the process, once it listens. */
export interface Listening {
  port: number;
}
/** Answer to the message `delay`: event-loop delay since the last one, in milliseconds. */
export interface LoopDelay {
  p99: number;
}

/** Everything of the route but the store: what the ratio is measured against. */
const storesNothing: ResponseWriter = {
  write: async () => 'new',
  probe: async () => undefined,
  drain: async () => undefined,
};

const config = readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'silent' });
const store = await openStore(config);
const writer = process.env['BENCH_WRITER'] === 'none' ? storesNothing : createResponseWriter(store);
const log = createLog(config.logLevel);
const app = createApp({
  store,
  config,
  log,
  now: () => new Date(),
  assets: loadAssets(process.env['BENCH_ASSETS']),
  writer,
  steps: createStepCounter(store),
});
const { address } = await listen(
  process.env['BENCH_SCRIPT'] === 'none' ? withoutScript(app) : app,
  config,
);

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
// A benchmark that fails leaves no server behind.
process.on('disconnect', () => process.exit());
process.on('message', () => {
  process.send?.({ p99: delay.percentile(99) / 1e6 } satisfies LoopDelay);
  delay.reset();
});
process.send?.({ port: Number(new URL(address).port) } satisfies Listening);
