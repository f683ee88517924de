import { afterEach, describe, expect, it } from 'vitest';
import { declarationsOf } from '../../../server/http/route.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { PASSWORD } from '../../support/cheap-password.ts';
import { ENGINES } from '../../support/engines.ts';
import { anAccount, auditOf, signedIn } from '../../support/signing-in.ts';
import { totpCode } from '../../support/totp-code.ts';

describe.each(ENGINES)('who has to have a second factor (%s)', (engine) => {
  const t = withFieldwork(engine);
  const require = (secondFactor: string) =>
    t.store.write
      .insertInto('settings')
      .values({ key: 'second-factor', value: secondFactor })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: secondFactor }))
      .execute();
  afterEach(() => require('optional'));
  const lists = async (call: typeof t.anyone) => {
    const { status, body } = await said(call('GET', '/api/evaluations'));
    return status === 200 ? 200 : body.code;
  };

  it('is read by everybody who is signed in, changed by admins alone, and in the audit', async () => {
    const admin = await anAccount(t, { admin: true });
    const [boss, staff] = [await signedIn(t, admin), await signedIn(t, await anAccount(t))];
    const read = { status: 200, body: { secondFactor: 'optional' } };
    expect(await said(staff('GET', '/api/sign-in-policy'))).toEqual(read);
    const wanted = { secondFactor: 'everyone' };
    expect((await staff('PUT', '/api/sign-in-policy', wanted)).status).toBe(403);
    for (let n = 0; n < 2; n += 1) {
      // The second time nothing changes, and he has none himself.
      const answer = await said(boss('PUT', '/api/sign-in-policy', wanted));
      if (n === 0) expect(answer).toEqual({ status: 200, body: wanted });
      else expect(answer).toMatchObject({ status: 403, body: { code: 'second-factor-required' } });
    }
    expect(await said(staff('GET', '/api/sign-in-policy'))).toEqual({ status: 200, body: wanted });
    const audit = await auditOf(t, 'second-factor', 1);
    expect(audit).toEqual([
      {
        actor: admin.username,
        action: 'sign-in-policy.change',
        subject: 'second-factor',
        detail: { before: 'optional', after: 'everyone' },
      },
    ]);
    expect((await boss('PUT', '/api/sign-in-policy', { secondFactor: 'nobody' })).status).toBe(403);
  });

  it('set to what it is writes nothing', async () => {
    const boss = await signedIn(t, await anAccount(t, { admin: true }));
    const before = (await auditOf(t, 'second-factor', 0)).length;
    const answer = await said(boss('PUT', '/api/sign-in-policy', { secondFactor: 'optional' }));
    expect(answer).toEqual({ status: 200, body: { secondFactor: 'optional' } });
    expect(await auditOf(t, 'second-factor', 0)).toHaveLength(before);
  });

  it.each([
    ['optional', 200, 200],
    ['admins', 'second-factor-required', 200],
    ['everyone', 'second-factor-required', 'second-factor-required'],
  ] as const)(
    '%s: an admin without one meets %s, an evaluator %s',
    async (policy, admin, evaluator) => {
      const boss = await signedIn(t, await anAccount(t, { admin: true }));
      const staff = await signedIn(t, await anAccount(t, { evaluationId: t.evaluationId }));
      await require(policy);
      expect([await lists(boss), await lists(staff)]).toEqual([admin, evaluator]);
      const required = async (call: typeof t.anyone) =>
        (await said(call('GET', '/api/session'))).body.secondFactor;
      expect(await required(boss)).toEqual({ on: false, required: admin !== 200 });
      expect(await required(staff)).toEqual({ on: false, required: evaluator !== 200 });
    },
  );

  it('lets whoever has to set one up sign in and set it up, and then go on', async () => {
    await require('everyone');
    const { username } = await anAccount(t, { evaluationId: t.evaluationId });
    const call = await signedIn(t, { username });
    expect(await lists(call)).toBe('second-factor-required');
    const { secret } = (await said(call('POST', '/api/second-factor', { password: PASSWORD })))
      .body;
    expect(await lists(call)).toBe('second-factor-required');
    const code = totpCode(secret, t.clock.now);
    expect((await call('PUT', '/api/second-factor', { code })).status).toBe(200);
    expect(await lists(call)).toBe(200);
    // Whoever takes it away again is where he was.
    expect((await call('DELETE', '/api/second-factor', { password: PASSWORD })).status).toBe(204);
    expect(await lists(call)).toBe('second-factor-required');
  });

  it('keeps whoever has none out of every route but those of his own account, whatever he may do otherwise', async () => {
    const boss = await signedIn(t, await anAccount(t, { admin: true }));
    await require('admins');
    const reached: string[] = [];
    for (const [key, { access }] of declarationsOf(t.app)) {
      const [method = '', path = ''] = key.split(' ');
      if (access === 'public' || key === 'DELETE /api/session') continue;
      const address = path.replace(':code', t.code).replace(':id', t.evaluationId);
      const answer = await boss(method, address, method === 'GET' ? undefined : {});
      const body = await answer.text();
      if (!body.includes('second-factor-required')) reached.push(access);
    }
    expect([...new Set(reached)].sort()).toEqual(['account', 'session']);
  });

  it("keeps an admin who has none out of others' tokens and sessions, and leaves him his own", async () => {
    const boss = await signedIn(t, await anAccount(t, { admin: true }));
    const staff = await signedIn(t, await anAccount(t, { evaluationId: t.evaluationId }));
    const made = { name: 'a program', role: 'viewer', expiresAt: '2026-12-31T00:00:00Z' };
    const theirs = async (call: typeof t.anyone) => ({
      token: `/api/tokens/${(await said(call('POST', '/api/tokens', made))).body.id}`,
      session: `/api/sessions/${(await said(call('GET', '/api/sessions'))).body.items[0].id}`,
    });
    const [his, others] = [await theirs(boss), await theirs(staff)];
    await require('admins');
    const code = async (method: string, path: string) =>
      (await said(boss(method, path))).body?.code;
    expect(await code('GET', '/api/tokens?all=1')).toBe('second-factor-required');
    expect(await code('DELETE', others.token)).toBe('second-factor-required');
    expect(await code('DELETE', others.session)).toBe('second-factor-required');
    expect((await staff('GET', '/api/session')).status).toBe(200);
    expect((await boss('GET', '/api/tokens')).status).toBe(200);
    expect((await boss('DELETE', his.token)).status).toBe(204);
    expect((await boss('DELETE', his.session)).status).toBe(204);
  });

  it('keeps his tokens out as well, which reach no more than he does', async () => {
    const boss = await signedIn(t, await anAccount(t, { admin: true }));
    const made = { name: 'a program', role: 'viewer', expiresAt: '2026-12-31T00:00:00Z' };
    const { token } = (await said(boss('POST', '/api/tokens', made))).body;
    const program: typeof t.anyone = (method, path) =>
      t.anyone(method, path, undefined, { authorization: `Bearer ${token}` });
    expect(await lists(program)).toBe(200);
    await require('admins');
    expect(await lists(program)).toBe('second-factor-required');
  });

  it('asks nothing of respondents', async () => {
    await require('everyone');
    expect((await t.anyone('GET', `/api/surveys/${t.code}/form`)).status).toBe(200);
  });
});
