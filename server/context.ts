import type { Logger } from 'pino';
import type { Assets } from './assets.ts';
import type { Config } from './config.ts';
import type { ResponseWriter } from './store/response-writer.ts';
import type { StepCounter } from './store/step-counter.ts';
import type { Store } from './store/store.ts';

/** What the server works with; nothing in it reads the environment, the clock or the disk by another way. */
export interface Deps {
  store: Store;
  config: Config;
  log: Logger;
  now(): Date;
  /** Milliseconds on a clock that nobody sets, for waits and rates. The process's own where it is left out. */
  elapsed?(): number;
  /** How late a refused sign-in is answered, in ms; a second where it is left out. */
  lateMs?: number;
  assets: Assets;
  /** Whether the database has what a server needs: until then nobody is served. Left out where it always has. */
  isReady?(): boolean;
  /** Stores responses durably; the benchmark passes one that stores nothing. */
  writer: ResponseWriter;
  /** Counts how far respondents get. */
  steps: StepCounter;
}
