import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import { SQLITE_FILE } from '../../server/store/open-sqlite.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../support/engines.ts';
import { freePort } from '../support/free-port.ts';
import { runScript, startScript } from '../support/run-script.ts';

interface Item {
  id: string;
  required: boolean;
  options: { id: string }[];
}

interface Started {
  child: ChildProcess;
  address: string;
  /** What it printed, as it grows. */
  printed(): string;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<number | null>;
}

/** A server as a stranger starts it, on a free port; resolves once it says where it is. */
async function start(env: Record<string, string>): Promise<Started> {
  const child = startScript('server/main.ts', [], { PORT: '0', LOG_LEVEL: 'error', ...env });
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  const closed = once(child, 'close');
  for (;;) {
    const address = /http:\/\/localhost:\d+/.exec(text)?.[0];
    // Lines of the log come whenever they come.
    if (address !== undefined && text.replace(/^\{.*\}\n/gm, '').endsWith('\n\n')) {
      return {
        child,
        address,
        printed: () => text,
        async stop() {
          child.kill('SIGTERM');
          const [code] = await closed;
          return code;
        },
      };
    }
    if (child.exitCode !== null) throw new Error(`it did not start: ${text}`);
    await sleep(50);
  }
}

const signIn = (address: string, password: string) =>
  fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password }),
  });

describe.each(ENGINES)('a server (%s)', (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase(engine);
  });
  afterEach(() => database.drop());

  it('on an empty database says where it is and the password once, and has the example', async () => {
    const first = await start(database.env);
    const password = /password: (\S+)/.exec(first.printed())?.[1] ?? '';
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    const signedIn = await signIn(first.address, password);
    expect(signedIn.status).toBe(204);
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const list = await fetch(`${first.address}/api/evaluations`, { headers: { cookie } });
    expect((await list.json()).items).toMatchObject([{ example: true, score: { grade: '良' } }]);
    expect((await fetch(`${first.address}/s/pubeca67`)).status).toBe(200);
    expect(await first.stop()).toBe(0);

    const second = await start(database.env);
    expect(second.printed()).not.toMatch(/password/);
    expect((await signIn(second.address, password)).status).toBe(204);
    expect(await second.stop()).toBe(0);
  });

  it('says that it is starting until the account and the example are there', async () => {
    const ports = await Promise.all([freePort(), freePort()]);
    const env = { ...database.env, ADMIN_PASSWORD: 'long enough' };
    const starting = Promise.all(ports.map((port) => start({ ...env, PORT: String(port) })));
    const seen = await Promise.all(
      ports.map(async (port) => {
        const address = `http://127.0.0.1:${port}`;
        const answers: unknown[] = [];
        for (;;) {
          const answer = await fetch(`${address}/healthz`).catch(() => undefined);
          if (answer?.status === 200) break;
          if (answer !== undefined) answers.push((await answer.json()).code);
          await sleep(5);
        }
        expect((await signIn(address, 'long enough')).status).toBe(204);
        expect((await fetch(`${address}/s/pubeca67`)).status).toBe(200);
        return answers;
      }),
    );
    expect(new Set(seen.flat())).toEqual(new Set(['starting']));
    const servers = await starting;
    expect(await Promise.all(servers.map(({ stop }) => stop()))).toEqual([0, 0]);
  });

  it('asked to stop while it is starting, finishes what it begins with, and says the password', async () => {
    const port = await freePort();
    const child = startScript('server/main.ts', [], { ...database.env, PORT: String(port) });
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
    });
    const closed = once(child, 'close');
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
      if (answer !== undefined) break;
      await sleep(5);
    }
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
    const password = /password: (\S+)/.exec(text)?.[1] ?? 'none';
    const server = await start(database.env);
    expect((await signIn(server.address, password)).status).toBe(204);
    expect(await server.stop()).toBe(0);
  });

  it.each([
    ['password12', /"variable":"ADMIN_PASSWORD","faults":\["too-short"\]/],
    ['password1234', /"variable":"ADMIN_PASSWORD","faults":\["too-common"\]/],
    ['lantern feathers 47', undefined],
  ])(
    'says of an ADMIN_PASSWORD that it is easy to guess, once and without it: %s',
    async (ADMIN_PASSWORD, warning) => {
      const env = { ...database.env, ADMIN_PASSWORD, EXAMPLE: 'off', LOG_LEVEL: 'warn' };
      const first = await start(env);
      expect((await signIn(first.address, ADMIN_PASSWORD)).status).toBe(204);
      await first.stop();
      if (warning === undefined) expect(first.printed()).not.toContain('ADMIN_PASSWORD');
      else expect(first.printed()).toMatch(warning);
      expect(first.printed()).not.toContain(ADMIN_PASSWORD);
      // From the second start on nobody reads the variable.
      const second = await start(env);
      await second.stop();
      expect(second.printed()).not.toContain('ADMIN_PASSWORD');
    },
  );

  it('takes the first password from the environment without printing it, and leaves the example out', async () => {
    const env = { ...database.env, ADMIN_PASSWORD: '满意度 到了 100 %', EXAMPLE: 'off' };
    const server = await start(env);
    expect(server.printed()).toContain('admin');
    expect(server.printed()).not.toContain('到了 100');
    expect((await signIn(server.address, '满意度 到了 100 %')).status).toBe(204);
    expect((await fetch(`${server.address}/s/pubeca67`)).status).toBe(404);
    expect(await server.stop()).toBe(0);
  });

  it('started three times at once makes one account and loads one example', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => start(database.env)));
    const passwords = servers.flatMap(
      ({ printed }) => /password: (\S+)/.exec(printed())?.[1] ?? [],
    );
    expect(passwords).toHaveLength(1);
    for (const { address } of servers) {
      expect((await signIn(address, passwords[0] ?? '')).status).toBe(204);
    }
    expect(await Promise.all(servers.map(({ stop }) => stop()))).toEqual([0, 0, 0]);
    const store = await openStore(database.options);
    const count = async (table: 'users' | 'evaluations' | 'responses') =>
      (await store.read.selectFrom(table).select('id').execute()).length;
    expect([await count('users'), await count('evaluations'), await count('responses')]).toEqual([
      1, 1, 193,
    ]);
    await store.close();
  });

  it('asked to stop under load finishes what it accepted, and everything acknowledged is stored', async () => {
    const server = await start({ ...database.env, ADMIN_PASSWORD: 'long enough' });
    const answers = {
      gender: 'male',
      age: 'from-26-to-40',
      education: 'bachelor',
    };
    const form = await (await fetch(`${server.address}/api/surveys/pubeca67/form`)).json();
    for (const item of form.questionnaire.items) {
      if (item.required) Object.assign(answers, { [item.id]: item.options[0].id });
    }
    const acknowledged: string[] = [];
    const other: number[] = [];
    const respondent = async () => {
      for (;;) {
        const id = randomUUID();
        try {
          const answer = await fetch(`${server.address}/api/surveys/pubeca67/responses/${id}`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ answers }),
          });
          if (answer.status === 201) acknowledged.push(id);
          else other.push(answer.status);
        } catch {
          return;
        }
      }
    };
    const respondents = Array.from({ length: 16 }, respondent);
    await sleep(500);
    expect(await server.stop()).toBe(0);
    await Promise.all(respondents);
    expect(other).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(0);

    const store = await openStore(database.options);
    const stored = await store.read
      .selectFrom('responses')
      .select('id')
      .where('survey_code', '=', 'pubeca67')
      .execute();
    const ids = new Set(stored.map(({ id }) => id));
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    await store.close();
  });
});

describe.each(ENGINES)('a server whose clients go away (%s)', (engine) => {
  it('asked to stop under their load closes its store under nobody’s request', async () => {
    const database = await createTestDatabase(engine);
    const server = await start({ ...database.env, ADMIN_PASSWORD: 'long enough' });
    const { port } = new URL(server.address);
    const form = await (await fetch(`${server.address}/api/surveys/pubeca67/form`)).json();
    const answers = Object.fromEntries(
      form.questionnaire.items.flatMap((item: Item) =>
        item.required ? [[item.id, item.options[0]?.id]] : [],
      ),
    );
    const responses = Array.from({ length: 200 }, () => ({
      head: `PUT /api/surveys/pubeca67/responses/${randomUUID()}`,
      body: JSON.stringify({ answers }),
    }));
    // The slowest there is: each makes a hash, two at a time, and then writes.
    const signIns = Array.from({ length: 10 }, () => ({
      head: 'POST /api/session',
      body: JSON.stringify({ username: 'admin', password: 'long enough' }),
    }));
    const sockets = [...signIns, ...responses].map(({ head, body }) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `${head} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return socket;
    });
    await sleep(150);
    for (const socket of sockets) socket.destroy();
    expect(await server.stop()).toBe(0);
    expect(server.printed()).not.toContain('"unexpected"');
    const store = await openStore(database.options);
    const { length } = await store.read
      .selectFrom('responses')
      .select('id')
      .where('survey_code', '=', 'pubeca67')
      .execute();
    expect(length).toBeGreaterThan(0);
    await store.close();
    await database.drop();
  });
});

describe('a start that cannot succeed', () => {
  const env = { DATABASE_URL: '', DATA_DIR: '', SQLITE_DRIVER: '' };
  const fails = async (changed: Record<string, string>) => {
    const { code, stdout, stderr } = await runScript('server/main.ts', [], { ...env, ...changed });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    return stderr;
  };

  it('names the variable in one line: a port that is none, a password that is too short', async () => {
    expect(await fails({ PORT: 'http' })).toMatch(/^PORT must be a whole number/);
    expect(await fails({ ADMIN_PASSWORD: 'too short' })).toMatch(
      /^ADMIN_PASSWORD must be a password of 10 /,
    );
  });

  it('names the variable in one line: a folder that is a file', async () => {
    const database = await createTestDatabase('sqlite3');
    const file = join(database.options.dataDir, 'file');
    await writeFile(file, '');
    expect(await fails({ DATA_DIR: join(file, 'data') })).toMatch(
      /^DATA_DIR .* cannot be used \(\w+\)/,
    );
    await database.drop();
  });

  it('names the variable in one line: a database that does not answer, without its password', async () => {
    const line = await fails({ DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/x' });
    expect(line).toMatch(/^DATABASE_URL/);
    expect(line).not.toContain('hunter2');
  });

  it('names the variable in one line: a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const engine = ENGINES[0] ?? 'sqlite3';
    const database = await createTestDatabase(engine);
    expect(await fails({ ...database.env, PORT: port, LOG_LEVEL: 'silent' })).toBe(
      `PORT ${port} is in use already\n`,
    );
    // The password is still to be had: it was not spent on a start that failed.
    const server = await start(database.env);
    expect(server.printed()).toMatch(/password: \S+/);
    expect(await server.stop()).toBe(0);
    await database.drop();
    taken.close();
  });
});

/** Nobody in particular: what is read only does not keep root from writing. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

describe.each(ENGINES.filter((engine) => engine !== 'postgres'))(
  'a read-only place (%s)',
  (engine) => {
    it.each(['the file', 'the folder'])('%s stops the start with one line', async (what) => {
      const database = await createTestDatabase(engine);
      const { dataDir } = database.options;
      const file = join(dataDir, SQLITE_FILE);
      try {
        await (await openStore(database.options)).close();
        for (const each of [dataDir, file])
          if (NOBODY.uid) await chown(each, NOBODY.uid, NOBODY.gid);
        if (what === 'the file') await chmod(file, 0o444);
        else await chmod(dataDir, 0o555);
        const { code, stdout, stderr } = await runScript(
          'server/main.ts',
          [],
          { ...database.env, PORT: '0', EXAMPLE: 'off' },
          NOBODY,
        );
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        expect(stderr).toMatch(/^DATA_DIR \S+ cannot be used \((EACCES|SQLITE_READONLY)\)\n$/);
      } finally {
        await chmod(dataDir, 0o755);
        await database.drop();
      }
    });
  },
);
