import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyPassword } from '../../../server/accounts/passwords.ts';
import { hashSecret } from '../../../server/accounts/secrets.ts';
import { readConfig } from '../../../server/config.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { up } from '../../../server/store/migrations/0009-people.ts';
import { openStore } from '../../../server/store/open.ts';
import { findUser } from '../../../server/store/users.ts';
import { ASSETS, said } from '../../support/app.ts';
import { migrateToBefore, schemaOf } from '../../support/at-older-version.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../../support/engines.ts';
import {
  asKept,
  columnsAsIn,
  olderDatabase,
  openAsItIs,
  rowsOf,
} from '../../support/older-database.ts';
import { runScript } from '../../support/run-script.ts';
import { type OpenServer, openServer } from '../../support/server.ts';

type Rows = Awaited<ReturnType<typeof rowsOf>>;
/** The rows of each table in an order of their own, tokens with this role. */
const inOrder = (rows: Rows, role: (row: Record<string, unknown>) => unknown): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [
      table,
      all
        .map((row) => (table === 'tokens' ? { ...row, role: role(row) } : row))
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    ]),
  );
const keyOf = (row: object) => JSON.stringify(Object.entries(row).sort());

describe.each(ENGINES)('a database from before people had roles, on %s', (engine) => {
  let database: TestDatabase;
  const opened: { close(): Promise<void> }[] = [];
  beforeEach(async () => {
    database = await olderDatabase('0009', engine);
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
    await database.drop();
  });

  async function asItIs() {
    const { store, prepare, prepared } = await openAsItIs(database);
    try {
      return { rows: await rowsOf(store, '0009'), schema: await schemaOf(store, prepare) };
    } finally {
      await store.close();
      await prepared();
    }
  }

  /** The server of today on it, and calls by session or token. */
  async function served() {
    const store = await openStore(database.options);
    const server: OpenServer = await openServer(engine, {
      store,
      config: readConfig({}),
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      assets: ASSETS,
    });
    opened.push(server, store);
    const call = (who: Record<string, string>) => (method: string, path: string, body?: object) =>
      said(
        server.app.request(path, {
          method,
          headers: { ...who, ...(body && { 'content-type': 'application/json' }) },
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
    return {
      store,
      as: (username: string) => call({ cookie: `manping=session of ${username}` }),
      /** Under another secret: the one it was given has spaces, which no header can carry. */
      async token(role: string) {
        await store.write
          .updateTable('tokens')
          .set({ token_hash: hashSecret(`token-of-${role}`) })
          .where('token_hash', '=', hashSecret(`token of ${role}`))
          .execute();
        return call({ authorization: `Bearer token-of-${role}` });
      },
    };
  }

  it('keeps every row as it was, and has the tables and indexes of a new one', async () => {
    const before = await asItIs();
    expect(before.rows['users']).toHaveLength(3);
    const store = await openStore(database.options);
    const after = { rows: await rowsOf(store, '0009'), schema: await schemaOf(store, store.write) };
    await store.close();
    // An admin's token, which could only be made by hand, is an evaluator's that reads.
    const was = inOrder(asKept(before.rows), (row) =>
      row['role'] === 'admin' ? 'evaluator' : row['role'],
    );
    const is = inOrder(columnsAsIn(before.rows, after.rows), (row) => row['role']);
    expect(is).toEqual(was);
    const other = await createTestDatabase(engine);
    const fresh = await openStore(other.options);
    expect(after.schema).toEqual(await schemaOf(fresh, fresh.write));
    await fresh.close();
    await other.drop();
  });

  it.each([
    ['admin', true, 'admin', undefined],
    ['evaluator-of-before', false, 'evaluator', 'evaluator'],
    ['reader-of-before', false, 'viewer', 'viewer'],
  ])(
    '%s goes on with the session and the password there were',
    async (username, admin, role, held) => {
      const { store, as } = await served();
      const { items } = (await as(username)('GET', '/api/evaluations')).body;
      expect(items.map((each: { role: string }) => each.role)).toEqual([role, role]);
      const { body } = await as(username)('GET', '/api/session');
      expect(body).toMatchObject({ username, admin, role, secondFactor: { on: false } });
      expect(body.roles).toEqual(
        held === undefined
          ? []
          : items
              .map((each: { id: string }) => ({ evaluation: each.id, role: held }))
              .sort((a: { evaluation: string }, b: { evaluation: string }) =>
                a.evaluation < b.evaluation ? -1 : 1,
              ),
      );
      expect(body.permissions.includes('evaluations.create')).toBe(role !== 'viewer');
      const password =
        username === 'admin'
          ? 'a password of before 0009'
          : `the password of ${held === 'viewer' ? 'reader' : held}`;
      const user = await findUser(store.read, username);
      expect(await verifyPassword(password, user?.passwordHash)).toBe(true);
    },
  );

  it('an evaluator changes what he changed, a reader nothing, and neither what an admin may', async () => {
    const { as } = await served();
    const { items } = (await as('admin')('GET', '/api/evaluations')).body;
    const path = `/api/evaluations/${items[0].id}`;
    const change = async (who: string) =>
      (await as(who)('PATCH', path, { particulars: { contact: who } })).status;
    expect([await change('evaluator-of-before'), await change('reader-of-before')]).toEqual([
      200, 403,
    ]);
    const remove = async (who: string) => (await as(who)('DELETE', path)).status;
    expect([await remove('evaluator-of-before'), await remove('reader-of-before')]).toEqual([
      403, 403,
    ]);
  });

  it.each([
    ['reader', 403],
    ['evaluator', 200],
    ['admin', 200],
  ])('a token of a %s reads what it read, and changes nothing', async (role, responses) => {
    const { token } = await served();
    const call = await token(role);
    const { items } = (await call('GET', '/api/evaluations')).body;
    expect(items).toHaveLength(2);
    const { id, surveys } = items[0];
    for (const path of [
      `/api/evaluations/${id}/scoring`,
      `/api/surveys/${surveys[0].code}/results`,
    ])
      expect((await call('GET', path)).status).toBe(200);
    expect((await call('GET', `/api/surveys/${surveys[0].code}/responses`)).status).toBe(responses);
    for (const [method, path] of [
      ['PATCH', `/api/evaluations/${id}`],
      ['POST', `/api/surveys/${surveys[0].code}/close`],
      ['POST', '/api/evaluations'],
      ['POST', '/api/questionnaires'],
    ] as const)
      expect(await call(method, path, {})).toMatchObject({
        status: 403,
        body: { code: 'read-only-token' },
      });
  });

  it('is as it was where the change fails half way, and is brought up to date the next time', async () => {
    const before = await asItIs();
    const { store, prepare, prepared } = await openAsItIs(database);
    const error = await migrateToBefore('0009', store, prepare, {
      '0009-people': {
        async up(db) {
          await up(db);
          throw new Error('the disk is full');
        },
      },
    });
    expect(error).toMatchObject({ message: 'the disk is full' });
    await store.close();
    await prepared();
    expect(await asItIs()).toEqual(before);
    const { as } = await served();
    expect((await as('reader-of-before')('GET', '/api/session')).body.role).toBe('viewer');
  });

  // PostgreSQL undoes what a connection that is gone had begun; SQLite has to find it in its file.
  if (engine !== 'postgres')
    it('is as it was where the process is killed half way', async () => {
      const before = await asItIs();
      const script = 'test/support/cut-off-migration.ts';
      const { code } = await runScript(script, ['0009-people'], database.env);
      expect(code).toBeNull();
      expect(await asItIs()).toEqual(before);
      const { store, prepare, prepared } = await openAsItIs(database);
      await migrate(prepare);
      expect((await rowsOf(store, '0009'))['users']).toHaveLength(3);
      await store.close();
      await prepared();
    });
});
