import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.ts';
import type { Assets } from '../../server/assets.ts';
import { readConfig } from '../../server/config.ts';
import type { Deps } from '../../server/context.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { createLog } from '../../server/log.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import { createStepCounter } from '../../server/store/step-counter.ts';
import type { Store } from '../../server/store/store.ts';
import { ENGINES, type Engine, openTestStore } from './engines.ts';

export interface OpenServer {
  app: ReturnType<typeof createApp>;
  store: Store;
  deps: Deps;
  /** Stores what was accepted, then removes the database. */
  close(): Promise<void>;
}

type Given = Omit<Deps, 'store' | 'writer' | 'steps'> & Partial<Deps>;

/** The whole server on an empty database of its own, or a given store, without a socket. */
export async function openServer(engine: Engine, given: Given): Promise<OpenServer> {
  const { store, close } =
    given.store === undefined
      ? await openTestStore(engine)
      : { store: given.store, close: async () => {} };
  const writer = createResponseWriter(store);
  const steps = createStepCounter(store, { waitMs: 10 });
  const deps: Deps = { store, writer, steps, ...given };
  return {
    app: createApp(deps),
    store,
    deps,
    async close() {
      await Promise.all([writer.drain(), steps.drain()]);
      await close();
    },
  };
}

export type OnPort<Opened> = Opened & { port: number; listening: Listening };

/** The same listening on a free port of the loopback; closing it ends that first. */
export async function onPort<Opened extends OpenServer>(opened: Opened): Promise<OnPort<Opened>> {
  const listening = await listen(opened.app, { port: 0, host: '127.0.0.1' });
  const { port } = listening.server.address() as AddressInfo;
  return {
    ...opened,
    port,
    listening,
    async close() {
      await listening.stop();
      await opened.close();
    },
  };
}

/** The real server as browsers meet it: by the clock, in silence, with these pages and files. */
export async function startServer(assets: Assets, store?: Store): Promise<OnPort<OpenServer>> {
  const [engine] = ENGINES;
  if (engine === undefined) throw new Error('no database engine to test with');
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const log = createLog('silent');
  const given = store === undefined ? {} : { store };
  return onPort(await openServer(engine, { config, log, now: () => new Date(), assets, ...given }));
}
