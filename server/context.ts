import type { Logger } from 'pino';
import type { Assets } from './assets.ts';
import type { Config } from './config.ts';
import type { Store } from './store/open.ts';
import type { ResponseWriter } from './store/response-writer.ts';

/** What the routes work with; nothing in them reads the environment, the clock or the disk by another way. */
export interface Deps {
  store: Store;
  config: Config;
  log: Logger;
  now(): Date;
  assets: Assets;
  /** Stores responses durably; the benchmark passes one that stores nothing. */
  writer: ResponseWriter;
}

/** Who calls: a person by session, or another program by token. */
export interface Actor {
  /** Username, or `token:<id>`: what the audit names. */
  name: string;
  role: string;
  kind: 'session' | 'token';
}

export interface AppEnv {
  Variables: {
    requestId: string;
    /** Of calls that are not public: set before any route runs. */
    actor: Actor;
    secureHeadersNonce?: string;
  };
}
