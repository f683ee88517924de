import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { beforeAll } from 'vitest';
import { hashSecret, newSecret } from '../../server/accounts/secrets.ts';
import type { Assets } from '../../server/assets.ts';
import { readConfig } from '../../server/config.ts';
import type { Deps } from '../../server/context.ts';
import { seed } from '../../server/seed.ts';
import { listEvaluations } from '../../server/store/evaluations.ts';
import { insertSession } from '../../server/store/sessions.ts';
import type { Store } from '../../server/store/store.ts';
import { insertFirstUser } from '../../server/store/users.ts';
import type { Engine } from './engines.ts';
import { type Fieldwork, NOW, startFieldwork } from './fieldwork.ts';
import { type OpenServer, openServer } from './server.ts';
import { shared } from './shared.ts';

export const ASSETS: Assets = {
  files: new Map([
    ['workbench-ABCDEFGH.js', { body: new TextEncoder().encode('run()'), type: 'text/javascript' }],
    ['form.js', { body: new TextEncoder().encode('form()'), type: 'text/javascript' }],
  ]),
  workbench: { script: '/assets/workbench-ABCDEFGH.js', style: undefined },
  form: {
    script: 'form()',
    exclusiveScript: 'exclusive();',
    style: 'body{margin:0}',
    elderStyle: '',
    later: {},
    previewScript: 'preview();',
    previewStyle: '.preview{top:0}',
  },
};

export interface TestApp extends OpenServer {
  /** What time it is for the server, and the milliseconds of its waits and rates; a test moves them. */
  clock: { now: Date; elapsed: number };
  /** Everything that was logged, a line an element. */
  lines: string[];
  /** What the administrator's cookie holds. */
  secret: string;
  /** Calls as the administrator, signed in by cookie. */
  admin: Call;
  /** Calls as anybody. */
  anyone: Call;
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
  const clock = { now: NOW, elapsed: 0 };
  const lines: string[] = [];
  const server = await openServer(engine, {
    config: readConfig(env),
    log: pino({ level: 'trace', base: null }, { write: (line: string) => lines.push(line) }),
    now: () => clock.now,
    elapsed: () => clock.elapsed,
    lateMs: 0,
    assets: ASSETS,
    ...changed,
  });
  const { app, store, deps } = server;
  const secret = await openSession(store, clock.now);
  const https = deps.config.publicUrl?.startsWith('https:') === true;
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
  return { ...server, clock, lines, secret, admin: call({ cookie }), anyone: call({}) };
}

type Changes = Parameters<typeof openTestApp> extends [unknown, ...infer Rest] ? Rest : never;

/** The same for all tests of the describe block that calls this. */
export function withTestApp(engine: Engine, ...changes: Changes): TestApp {
  return shared(() => openTestApp(engine, ...changes));
}

/** An app with an evaluation and an open survey in it. */
export function withFieldwork(engine: Engine, ...changes: Changes): TestApp & Fieldwork {
  return addFieldwork(withTestApp(engine, ...changes));
}

/** An evaluation and an open survey in what an earlier hook fills. */
export function addFieldwork<T extends Pick<TestApp, 'store'>>(t: T): T & Fieldwork {
  const filled: T & Partial<Fieldwork> = t;
  beforeAll(async () => {
    Object.assign(filled, await startFieldwork(t.store));
  });
  return filled as T & Fieldwork;
}

/** An app with what a new server begins with, the worked example among it. */
export function withExample(engine: Engine): TestApp & Pick<Fieldwork, 'evaluationId'> {
  const t: TestApp & Partial<Fieldwork> = withTestApp(engine);
  beforeAll(async () => {
    await seed(t.store, { adminPassword: 'x', example: true }, NOW);
    const { items } = await listEvaluations(t.store.read, { limit: 1 });
    Object.assign(t, { evaluationId: items[0]?.id });
  });
  return t as TestApp & Pick<Fieldwork, 'evaluationId'>;
}

/** An account without a usable password, and a session of it: signing in for real costs a hash. */
async function openSession(store: Store, now: Date): Promise<string> {
  const secret = newSecret();
  const user = {
    id: randomUUID(),
    username: 'admin',
    passwordHash: 'none',
    admin: true,
    createdAt: now.toISOString(),
  };
  await insertFirstUser(store.write, user);
  await insertSession(store.write, {
    id: randomUUID(),
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
