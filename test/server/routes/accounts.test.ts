import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../../../server/accounts/secrets.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { insertToken } from '../../../server/store/tokens.ts';
import { openTestApp, said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { openServer } from '../../support/server.ts';
import { shared } from '../../support/shared.ts';
import { account, signedInAs } from '../../support/signed-in-as.ts';
import { withTestStore } from '../../support/store.ts';

type Item = { id: string; username: string; disabled: boolean };
const idOf = async (store: Pick<Store, 'read'>, username: string) =>
  (
    await store.read
      .selectFrom('users')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
  ).id;

describe.each(ENGINES)('accounts, as admins see them (%s)', (engine) => {
  const t = withFieldwork(engine);
  const patch = (id: string, body: unknown) => said(t.admin('PATCH', `/api/accounts/${id}`, body));
  const show = (id: string) => said(t.admin('GET', `/api/accounts/${id}`));
  const events = (id: string) =>
    t.store.read
      .selectFrom('audit_events')
      .select(['actor', 'action', 'detail'])
      .where('subject', '=', id)
      .orderBy('at')
      .execute()
      .then((rows) => rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) })));
  async function tokenOf(makerId: string, changed: { expires?: string; revoked?: boolean } = {}) {
    const id = randomUUID();
    await insertToken(t.store.write, {
      id,
      tokenHash: hashSecret(id),
      name: 'reports',
      role: 'viewer',
      evaluationId: null,
      readOnly: false,
      makerId,
      createdBy: 'x',
      createdAt: NOW.toISOString(),
      expiresAt: changed.expires ?? '2026-12-01T00:00:00.000Z',
    });
    if (changed.revoked)
      await t.store.write
        .updateTable('tokens')
        .set({ revoked_at: NOW.toISOString() })
        .where('id', '=', id)
        .execute();
    return { authorization: `Bearer ${id}` };
  }

  it('say who somebody is, where he has a role, and what of his is in use', async () => {
    const li = await account(t, 'scorer');
    await tokenOf(li.id);
    await tokenOf(li.id, { expires: '2026-01-01T00:00:00.000Z' });
    await tokenOf(li.id, { revoked: true });
    const { department, year } = await t.store.read
      .selectFrom('evaluations')
      .select(['department', 'year'])
      .executeTakeFirstOrThrow();
    expect(await show(li.id)).toEqual({
      status: 200,
      body: {
        id: li.id,
        username: li.username,
        admin: false,
        beginsEvaluations: false,
        disabled: false,
        disabledAt: null,
        secondFactor: false,
        createdAt: NOW.toISOString(),
        lastSeenAt: NOW.toISOString(),
        sessions: 1,
        tokens: 1,
        roles: [{ evaluation: t.evaluationId, department, year, role: 'scorer' }],
      },
    });
  });

  it('are last seen at what the audit says last, once no session tells it', async () => {
    const { id, call } = await account(t, 'evaluator');
    await t.store.write.deleteFrom('sessions').where('user_id', '=', id).execute();
    expect((await show(id)).body.lastSeenAt).toBeNull();
    const again = await account(t, 'evaluator');
    const later = new Date(NOW.getTime() + 60_000);
    const place = { place: `所在地 ${again.id.slice(0, 8)}` };
    await t.store.write.updateTable('surveys').set({ state: 'draft' }).execute();
    t.clock.now = later;
    await again.call('PATCH', `/api/evaluations/${t.evaluationId}`, {
      particulars: { commissioner: place.place },
    });
    t.clock.now = NOW;
    await t.store.write.deleteFrom('sessions').where('user_id', '=', again.id).execute();
    expect((await show(again.id)).body.lastSeenAt).toBe(later.toISOString());
    expect((await call('GET', '/api/session')).status).toBe(401);
  });

  it('stand by name, those that are disabled behind the others, page by page', async () => {
    const { id } = await account(t, 'nobody');
    await patch(id, { disabled: true });
    const all: Item[] = (await said(t.admin('GET', '/api/accounts?limit=200'))).body.items;
    const ordered = (items: Item[]) => items.map(({ username }) => username);
    const used = ordered(all.filter(({ disabled }) => !disabled));
    const not = ordered(all.filter(({ disabled }) => disabled));
    expect(not.length).toBeGreaterThan(0);
    expect(ordered(all)).toEqual([...used.toSorted(), ...not.toSorted()]);
    const paged: string[] = [];
    let after = '';
    do {
      const { body } = await said(t.admin('GET', `/api/accounts?limit=2${after}`));
      paged.push(...ordered(body.items));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(paged).toEqual(ordered(all));
  });

  it('are told how many of them sign in without a second factor', async () => {
    const asked = async () =>
      (await said(t.admin('GET', '/api/accounts?limit=1'))).body.withoutSecondFactor;
    const before = await asked();
    const [one, other] = [await account(t, 'admin'), await account(t, 'viewer')];
    expect(await asked()).toEqual({ admins: before.admins + 1, everyone: before.everyone + 2 });
    await t.store.write
      .updateTable('users')
      .set({ totp_secret: 'JBSWY3DP' })
      .where('id', '=', other.id)
      .execute();
    await patch(one.id, { disabled: true });
    expect(await asked()).toEqual(before);
  });

  it('are found by a part of the name, however it is typed', async () => {
    const { username } = await account(t, 'clerk');
    const part = username.slice(-6).toUpperCase();
    const { body } = await said(t.admin('GET', `/api/accounts?q=${part}`));
    expect(body.items.map((each: Item) => each.username)).toEqual([username]);
    expect((await said(t.admin('GET', '/api/accounts?q=nobody-like-this'))).body.items).toEqual([]);
  });

  it('one that is disabled is out at once, with its sessions and its tokens, and keeps its roles', async () => {
    const li = await account(t, 'evaluator');
    const token = await tokenOf(li.id);
    const asToken = () => t.anyone('GET', '/api/session', undefined, token);
    expect((await asToken()).status).toBe(200);
    const { status, body } = await patch(li.id, { disabled: true, reason: '调离' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ disabled: true, disabledAt: NOW.toISOString(), sessions: 0 });
    expect((await li.call('GET', '/api/session')).status).toBe(401);
    expect((await asToken()).status).toBe(401);
    expect(body.roles).toHaveLength(1);

    // In use again: the token lives, the session does not.
    expect((await patch(li.id, { disabled: false })).body).toMatchObject({ disabled: false });
    expect((await asToken()).status).toBe(200);
    expect((await li.call('GET', '/api/session')).status).toBe(401);
    const common = { username: li.username };
    expect(await events(li.id)).toEqual([
      {
        actor: 'admin',
        action: 'account.disable',
        detail: {
          ...common,
          before: { disabled: false },
          after: { disabled: true },
          sessionsEnded: 1,
          reason: '调离',
        },
      },
      {
        actor: 'admin',
        action: 'account.enable',
        detail: { ...common, before: { disabled: true }, after: { disabled: false } },
      },
    ]);
  });

  it('what stands already is answered as ever, and not recorded', async () => {
    const { id } = await account(t, 'nobody');
    expect((await patch(id, { disabled: false, admin: false })).status).toBe(200);
    expect((await patch(id, {})).status).toBe(200);
    expect(await events(id)).toEqual([]);
  });

  it('an admin is made and unmade, and somebody is let begin evaluations', async () => {
    const li = await account(t, 'nobody');
    const create = () => li.call('POST', '/api/evaluations', {});
    expect((await create()).status).toBe(403);
    await patch(li.id, { beginsEvaluations: true });
    expect((await create()).status).toBe(422);
    await patch(li.id, { beginsEvaluations: false });
    expect((await create()).status).toBe(403);
    await patch(li.id, { admin: true });
    expect((await li.call('GET', '/api/accounts')).status).toBe(200);
    await patch(li.id, { admin: false });
    expect((await li.call('GET', '/api/accounts')).status).toBe(403);
    expect((await events(li.id)).map(({ action }) => action)).toEqual([
      'account.change',
      'account.change',
      'account.make-admin',
      'account.take-admin',
    ]);
  });

  it('a second factor that was lost is taken away with its recovery codes', async () => {
    const li = await account(t, 'nobody');
    const remove = () => t.admin('DELETE', `/api/accounts/${li.id}/second-factor`);
    await t.store.write
      .updateTable('users')
      .set({ totp_secret: 'JBSWY3DP', totp_last_step: 7 })
      .where('id', '=', li.id)
      .execute();
    await t.store.write
      .insertInto('recovery_codes')
      .values({ user_id: li.id, code_hash: 'x', used_at: null })
      .execute();
    expect((await show(li.id)).body.secondFactor).toBe(true);
    expect((await remove()).status).toBe(204);
    expect((await show(li.id)).body.secondFactor).toBe(false);
    const codes = t.store.read
      .selectFrom('recovery_codes')
      .selectAll()
      .where('user_id', '=', li.id);
    expect(await codes.execute()).toEqual([]);
    // There is none any more: nothing to do, and nothing to record.
    expect((await remove()).status).toBe(204);
    expect(await events(li.id)).toMatchObject([{ action: 'account.reset-second-factor' }]);
  });

  it('one that nobody has is unknown, whatever stands in its place', async () => {
    for (const id of [randomUUID(), 'x', '%00']) {
      const path = `/api/accounts/${id}`;
      for (const [method, at, body] of [
        ['GET', path, undefined],
        ['PATCH', path, { disabled: true }],
        ['DELETE', `${path}/second-factor`, undefined],
      ] as const)
        expect(await said(t.admin(method, at, body))).toMatchObject({
          status: 404,
          body: { code: 'unknown-account' },
        });
    }
  });

  it.each([[{ disabled: 'yes' }], [{ password: 'x' }], [{ disabled: true, reason: ' ' }], [[]]])(
    'what is no change of an account is refused: %j',
    async (body) => {
      const { id } = await account(t, 'nobody');
      expect((await patch(id, body)).status).toBe(422);
      expect((await show(id)).body.disabled).toBe(false);
    },
  );

  it('are nobody’s but an admin’s, and no token’s', async () => {
    const li = await account(t, 'nobody');
    const token = await tokenOf(await idOf(t.store, 'admin'));
    for (const call of [
      await signedInAs(t, 'evaluator'),
      (method: string, path: string, body?: unknown) => t.anyone(method, path, body, token),
    ])
      for (const [method, path, body] of [
        ['GET', '/api/accounts', undefined],
        ['GET', `/api/accounts/${li.id}`, undefined],
        ['PATCH', `/api/accounts/${li.id}`, { disabled: true }],
        ['DELETE', `/api/accounts/${li.id}/second-factor`, undefined],
      ] as const)
        expect([method, path, (await call(method, path, body)).status]).toEqual([
          method,
          path,
          403,
        ]);
  });
});

describe.each(ENGINES)('the last admin (%s)', (engine) => {
  const store = withTestStore(engine);
  const t = shared(() => openTestApp(engine, {}, { store }));
  let second: Store;
  beforeAll(async () => {
    second = await openStore(store.database.options);
  });
  afterAll(() => second.close());
  const admins = async () =>
    (
      await t.store.read
        .selectFrom('users')
        .select('id')
        .where('admin', '=', 1)
        .where('disabled_at', 'is', null)
        .execute()
    ).map(({ id }) => id);

  it.each([{ disabled: true }, { admin: false }, { disabled: true, admin: false }])(
    'cannot be taken away by %j',
    async (change) => {
      const id = await idOf(t.store, 'admin');
      expect(await said(t.admin('PATCH', `/api/accounts/${id}`, change))).toMatchObject({
        status: 409,
        body: { code: 'last-admin' },
      });
      expect(await admins()).toEqual([id]);
    },
  );

  it('is what one of two is who disable each other at the same moment on two servers', async () => {
    const elsewhere = await openServer(engine, { ...t.deps, store: second });
    for (let turn = 0; turn < 10; turn += 1) {
      const [one, other] = [await account(t, 'admin'), await account(t, 'admin')];
      const first = await idOf(t.store, 'admin');
      await t.store.write
        .updateTable('users')
        .set({ admin: 0 })
        .where('id', 'not in', [one.id, other.id])
        .execute();
      const there = await account({ ...t, app: elsewhere.app }, 'nobody');
      await t.store.write
        .updateTable('sessions')
        .set({ user_id: other.id })
        .where('user_id', '=', there.id)
        .execute();
      const answers = await Promise.all([
        one.call('PATCH', `/api/accounts/${other.id}`, { disabled: true }),
        there.call('PATCH', `/api/accounts/${one.id}`, { admin: false }),
      ]);
      const statuses = answers.map(({ status }) => status).sort();
      // Whoever comes too late was told so, be it at the door.
      expect([
        [200, 409],
        [200, 401],
        [200, 403],
      ]).toContainEqual(statuses);
      expect(await admins()).toHaveLength(1);
      await t.store.write.updateTable('users').set({ admin: 1 }).where('id', '=', first).execute();
    }
    await elsewhere.close();
  });

  it('is always there, whoever takes what from whom', async () => {
    const people = await Promise.all([1, 2, 3].map(() => account(t, 'admin')));
    const all = [await idOf(t.store, 'admin'), ...people.map(({ id }) => id)];
    const step = fc.record({
      id: fc.constantFrom(...all),
      change: fc.record(
        { disabled: fc.boolean(), admin: fc.boolean(), beginsEvaluations: fc.boolean() },
        { requiredKeys: [] },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        // Whoever calls stays signed in; what is asked is whether somebody is left to do it.
        const { call } = await account(t, 'admin');
        await Promise.all(
          steps.map(({ id, change }) => call('PATCH', `/api/accounts/${id}`, change)),
        );
        expect((await admins()).length).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });
});
