import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { said, withTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { GOOD_PASSWORD, secretOf } from '../../support/invited.ts';
import { account } from '../../support/signed-in-as.ts';

const DAY = 24 * 60 * 60 * 1000;
const GONE = { status: 404, body: { code: 'unknown-invitation' } };

describe.each(ENGINES)('a forgotten password (%s)', (engine) => {
  const t = withTestApp(engine);
  const offer = async (id: string) => {
    const answer = await said(t.admin('POST', `/api/accounts/${id}/reset`));
    expect(answer).toMatchObject({ status: 201, body: { id: expect.any(String) } });
    return { ...answer.body, secret: secretOf(answer.body.url) };
  };
  const look = (secret: string) => said(t.anyone('POST', '/api/invitations/look', { secret }));
  const reset = (secret: string, password = GOOD_PASSWORD) =>
    said(t.anyone('POST', '/api/invitations/reset', { secret, password }));

  it('is replaced by an admin’s link, which ends every session and is good once', async () => {
    const { call, id, username } = await account(t, 'nobody');
    const { secret, url, expiresAt } = await offer(id);
    expect(url).toMatch(/\/invitation#[\w-]{43}$/);
    expect(Date.parse(expiresAt) - t.clock.now.getTime()).toBe(DAY);
    expect((await look(secret)).body).toEqual({
      kind: 'reset',
      username,
      admin: false,
      beginsEvaluations: false,
      invitedBy: 'admin',
      expiresAt,
    });
    expect((await call('GET', '/api/session')).status).toBe(200);
    expect((await reset(secret)).status).toBe(204);
    expect((await call('GET', '/api/session')).status).toBe(401);
    const credentials = { username, password: GOOD_PASSWORD };
    expect((await t.anyone('POST', '/api/session', credentials)).status).toBe(204);
    expect(await reset(secret, 'another good one, 88 apples')).toMatchObject(GONE);
    const stored = JSON.stringify([
      t.lines,
      await t.store.read.selectFrom('audit_events').selectAll().execute(),
      await t.store.read.selectFrom('invitations').selectAll().execute(),
    ]);
    expect(stored).toContain('password.reset');
    for (const hidden of [secret, GOOD_PASSWORD]) expect(stored).not.toContain(hidden);
  });

  it('is set once where two use the link at once, on two servers', async () => {
    const other = createApp(t.deps);
    const { id } = await account(t, 'nobody');
    const { secret } = await offer(id);
    const body = JSON.stringify({ secret, password: GOOD_PASSWORD });
    const answers = await Promise.all(
      [t.app, other].map(async (app) => {
        const headers = { 'content-type': 'application/json' };
        return app.request('/api/invitations/reset', { method: 'POST', headers, body });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
  });

  it('is not replaced by one that is easy to guess', async () => {
    const { id } = await account(t, 'nobody');
    const { secret } = await offer(id);
    expect(await reset(secret, 'short')).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.password', code: 'too-short' }] },
    });
    expect((await look(secret)).status).toBe(200);
  });

  it('has one link at a time, for a day, until the password changes', async () => {
    const { id, username } = await account(t, 'nobody');
    const first = await offer(id);
    const second = await offer(id);
    const { items } = (await said(t.admin('GET', '/api/invitations'))).body;
    expect(items).toContainEqual(
      expect.objectContaining({ id: second.id, kind: 'reset', note: username }),
    );
    expect(await look(first.secret)).toMatchObject(GONE);
    const before = t.clock.now;
    t.clock.now = new Date(before.getTime() + DAY);
    expect(await look(second.secret)).toMatchObject(GONE);
    t.clock.now = new Date(before.getTime() + 1000);
    expect((await look(second.secret)).status).toBe(200);
    await t.store.write
      .updateTable('users')
      .set({ password_changed_at: t.clock.now.toISOString() })
      .where('id', '=', id)
      .execute();
    expect(await look(second.secret)).toMatchObject(GONE);
    t.clock.now = before;
  });

  it('of a disabled account is not replaced', async () => {
    const { id } = await account(t, 'nobody');
    const { secret } = await offer(id);
    await t.store.write
      .updateTable('users')
      .set({ disabled_at: t.clock.now.toISOString() })
      .where('id', '=', id)
      .execute();
    expect(await look(secret)).toMatchObject(GONE);
    expect(await said(t.admin('POST', `/api/accounts/${id}/reset`))).toMatchObject({
      status: 409,
      body: { code: 'account-disabled' },
    });
  });

  it('is the business of admins, and a link for it lets nobody else in', async () => {
    const { id } = await account(t, 'nobody');
    const { call: other } = await account(t, 'nobody');
    expect((await other('POST', `/api/accounts/${id}/reset`)).status).toBe(403);
    for (const nobody of ['x', randomUUID()]) {
      expect(await said(t.admin('POST', `/api/accounts/${nobody}/reset`))).toMatchObject({
        status: 404,
        body: { code: 'unknown-account' },
      });
    }
    const { secret } = await offer(id);
    const accept = { secret, username: 'somebody-new', password: GOOD_PASSWORD };
    expect(await said(t.anyone('POST', '/api/invitations/accept', accept))).toMatchObject(GONE);
    expect(await said(other('POST', '/api/invitations/join', { secret }))).toMatchObject(GONE);
    const invitation = await said(t.admin('POST', '/api/invitations', { admin: true }));
    expect(await reset(secretOf(invitation.body.url))).toMatchObject(GONE);
  });
});
