import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { hashSecret, newSecret } from '../../server/accounts/secrets.ts';
import { createApp } from '../../server/app.ts';
import type { Assets } from '../../server/assets.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { Deps } from '../../server/context.ts';
import { createResponseWriter } from '../../server/store/response-writer.ts';
import { insertSession } from '../../server/store/sessions.ts';
import type { Store } from '../../server/store/store.ts';
import { insertFirstUser } from '../../server/store/users.ts';
import { type Engine, openTestStore } from './engines.ts';
import { NOW } from './fieldwork.ts';

export const ASSETS: Assets = {
  files: new Map([
    ['workbench-ABCDEFGH.js', { body: new TextEncoder().encode('run()'), type: 'text/javascript' }],
    ['form.js', { body: new TextEncoder().encode('form()'), type: 'text/javascript' }],
  ]),
  workbench: { script: '/assets/workbench-ABCDEFGH.js', style: undefined },
  form: { script: 'form()', style: 'body{margin:0}', elderStyle: '', later: {} },
};

export interface TestApp {
  app: ReturnType<typeof createApp>;
  store: Store;
  deps: Deps;
  /** What time it is for the server; a test moves it. */
  clock: { now: Date };
  /** Everything that was logged, a line an element. */
  lines: string[];
  /** What the administrator's cookie holds. */
  secret: string;
  /** Calls as the administrator, signed in by cookie. */
  admin: Call;
  /** Calls as anybody. */
  anyone: Call;
  close(): Promise<void>;
}

/** A body is sent as JSON unless the headers say otherwise. */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Response>;

/** The whole server on an empty database of its own, without a socket. */
export async function openTestApp(
  engine: Engine,
  env: Record<string, string> = {},
  changed: Partial<Deps> = {},
): Promise<TestApp> {
  const { store, close } = await openTestStore(engine);
  const config: Config = readConfig(env);
  const clock = { now: NOW };
  const lines: string[] = [];
  const writer = createResponseWriter(store);
  const deps: Deps = {
    store,
    config,
    log: pino({ level: 'trace', base: null }, { write: (line: string) => lines.push(line) }),
    now: () => clock.now,
    assets: ASSETS,
    writer,
    ...changed,
  };
  const app = createApp(deps);
  const secret = await openSession(store, clock.now);
  const https = config.publicUrl?.startsWith('https:') === true;
  const cookie = `${https ? '__Host-manping' : 'manping'}=${secret}`;
  const call = (extra: Record<string, string>): Call => {
    return async (method, path, body, headers = {}) => {
      const isText = typeof body === 'string';
      return app.request(path, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...extra,
          ...headers,
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      });
    };
  };
  return {
    app,
    store,
    deps,
    clock,
    lines,
    secret,
    admin: call({ cookie }),
    anyone: call({}),
    async close() {
      await writer.drain();
      await close();
    },
  };
}

/** An account without a usable password, and a session of it: signing in for real costs a hash. */
async function openSession(store: Store, now: Date): Promise<string> {
  const secret = newSecret();
  const user = {
    id: randomUUID(),
    username: 'admin',
    passwordHash: 'none',
    role: 'admin',
    createdAt: now.toISOString(),
  };
  await insertFirstUser(store.write, user);
  await insertSession(store.write, {
    tokenHash: hashSecret(secret),
    userId: user.id,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
  });
  return secret;
}

/** Status and parsed body, for one expectation over both. */
export async function said(answer: Response | Promise<Response>) {
  const response = await answer;
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
