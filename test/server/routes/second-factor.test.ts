import { describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { openStore } from '../../../server/store/open.ts';
import { createResponseWriter } from '../../../server/store/response-writer.ts';
import { type Call, said, withTestApp } from '../../support/app.ts';
import { PASSWORD } from '../../support/cheap-password.ts';
import { ENGINES } from '../../support/engines.ts';
import { anAccount, auditOf, callsBy, signedIn, trySignIn } from '../../support/signing-in.ts';
import { withTestStore } from '../../support/store.ts';
import { totpCode } from '../../support/totp-code.ts';

describe.each(ENGINES)('a second factor (%s)', (engine) => {
  const own = withTestStore(engine);
  const t = withTestApp(engine, {}, { store: own });
  const wait = (seconds: number) => {
    t.clock.now = new Date(t.clock.now.getTime() + seconds * 1000);
    t.clock.elapsed += seconds * 1000;
  };
  const now = (secret: string) => totpCode(secret, t.clock.now);

  /** Somebody who set one up, as he would: by a key in an app and a code of it. */
  async function withFactor() {
    const { id, username } = await anAccount(t);
    const call = await signedIn(t, { username });
    const { secret } = (await said(call('POST', '/api/second-factor', { password: PASSWORD })))
      .body;
    const { body } = await said(call('PUT', '/api/second-factor', { code: now(secret) }));
    wait(30);
    return {
      id,
      username,
      call,
      secret: String(secret),
      recoveryCodes: body.recoveryCodes as string[],
    };
  }
  const signIn = (username: string, code?: string, password = PASSWORD) =>
    trySignIn(t, { username, password, ...(code !== undefined && { code }) });
  const refusal = async (answer: Promise<Response>) => {
    const { status, body } = await said(answer);
    return `${status} ${body?.code}`;
  };

  it('is set up by the password, a key in an app, and a code that shows it works', async () => {
    const { username } = await anAccount(t);
    const call = await signedIn(t, { username });
    const standing = async () => (await said(call('GET', '/api/second-factor'))).body;
    const off = { on: false, required: false, pending: false, recoveryCodesLeft: 0 };
    expect(await standing()).toEqual(off);
    const begun = await said(call('POST', '/api/second-factor', { password: PASSWORD }));
    expect(begun).toEqual({
      status: 201,
      body: { secret: expect.any(String), uri: expect.any(String) },
    });
    expect(begun.body.uri).toContain(`secret=${begun.body.secret}&issuer=`);
    // Until then the password is enough.
    expect(await standing()).toEqual({ ...off, pending: true });
    expect((await signIn(username)).status).toBe(204);
    const wrong = await said(call('PUT', '/api/second-factor', { code: '000000' }));
    expect(wrong).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.code', code: 'wrong-code' }] },
    });
    const confirmed = await call('PUT', '/api/second-factor', { code: now(begun.body.secret) });
    expect(confirmed.headers.get('cache-control')).toBe('no-store');
    const { recoveryCodes } = await confirmed.json();
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await standing()).toEqual({ ...off, on: true, recoveryCodesLeft: 10 });
    expect((await said(call('GET', '/api/session'))).body.secondFactor).toEqual({
      on: true,
      required: false,
    });
    expect(await refusal(call('PUT', '/api/second-factor', { code: now(begun.body.secret) }))).toBe(
      '409 second-factor-not-begun',
    );
    const audit = await auditOf(t, username, 3);
    expect(audit.map(({ action, actor }) => `${actor} ${action}`)).toContain(
      `${username} second-factor.on`,
    );
    expect(JSON.stringify(audit)).not.toContain(begun.body.secret);
  });

  it('is asked for after the right password alone, and counts as no failure there', async () => {
    const { username, secret } = await withFactor();
    for (let n = 0; n < 10; n += 1) {
      expect(await refusal(signIn(username))).toBe('401 second-factor-needed');
      expect(await refusal(signIn(username, ' '))).toBe('401 second-factor-needed');
    }
    expect(await refusal(signIn(username, now(secret), 'wrong'))).toBe('401 wrong-credentials');
    expect((await signIn(username, now(secret))).status).toBe(204);
  });

  it('does not clear what failed before by a right password alone', async () => {
    const { username } = await withFactor();
    for (let n = 0; n < 3; n += 1)
      expect((await signIn(username, undefined, 'wrong')).status).toBe(401);
    wait(1);
    expect(await refusal(signIn(username))).toBe('401 second-factor-needed');
    // Once more wrong and it is four: two seconds.
    expect((await signIn(username, undefined, 'wrong')).status).toBe(401);
    const answer = await signIn(username);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2']);
  });

  it('counts a wrong code as a failure, and makes whoever guesses wait', async () => {
    const { username, secret } = await withFactor();
    for (const code of ['000000', '12345', 'a code']) {
      expect(await refusal(signIn(username, code))).toBe('401 wrong-code');
    }
    expect(await refusal(signIn(username, now(secret)))).toBe('429 too-many-attempts');
    wait(1);
    expect((await signIn(username, now(secret))).status).toBe(204);
  });

  it('takes no code twice, nor one before it', async () => {
    const { username, secret } = await withFactor();
    const before = now(secret);
    wait(30);
    const code = now(secret);
    expect((await signIn(username, code)).status).toBe(204);
    expect(await refusal(signIn(username, code))).toBe('401 wrong-code');
    expect(await refusal(signIn(username, before))).toBe('401 wrong-code');
    wait(30);
    expect((await signIn(username, now(secret))).status).toBe(204);
  });

  it('does not take the code that it was set up by', async () => {
    const { username } = await anAccount(t);
    const call = await signedIn(t, { username });
    const { secret } = (await said(call('POST', '/api/second-factor', { password: PASSWORD })))
      .body;
    const code = now(secret);
    expect((await call('PUT', '/api/second-factor', { code })).status).toBe(200);
    expect(await refusal(signIn(username, code))).toBe('401 wrong-code');
  });

  it('takes the code of a clock that is half a minute off, either way', async () => {
    const { username, secret } = await withFactor();
    const off = (seconds: number) =>
      totpCode(secret, new Date(t.clock.now.getTime() + seconds * 1000));
    expect(await refusal(signIn(username, off(60)))).toBe('401 wrong-code');
    expect((await signIn(username, off(30))).status).toBe(204);
    wait(90);
    expect(await refusal(signIn(username, off(-60)))).toBe('401 wrong-code');
    expect((await signIn(username, off(-30))).status).toBe(204);
  });

  it('of one code sent to two servers at once lets in one, of a recovery code too', async () => {
    const { username, secret, recoveryCodes } = await withFactor();
    const second = await openStore(own.database.options);
    try {
      const other = createApp({ ...t.deps, store: second, writer: createResponseWriter(second) });
      const elsewhere: Call = async (method, path, body) =>
        other.request(path, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      for (const code of [now(secret), recoveryCodes[3] ?? '']) {
        const body = { username, password: PASSWORD, code };
        const statuses = await Promise.all(
          [t.anyone, elsewhere, t.anyone, elsewhere].map(
            async (call) => (await call('POST', '/api/session', body)).status,
          ),
        );
        expect(statuses.sort()).toEqual([204, 401, 401, 401]);
        wait(3600);
      }
    } finally {
      await second.close();
    }
  });

  it('is stood in for by each recovery code once, however it is typed', async () => {
    const { username, recoveryCodes, call } = await withFactor();
    const [code = ''] = recoveryCodes;
    expect((await signIn(username, code.toLowerCase().replaceAll('-', ' '))).status).toBe(204);
    expect(await refusal(signIn(username, code))).toBe('401 wrong-code');
    expect((await said(call('GET', '/api/second-factor'))).body.recoveryCodesLeft).toBe(9);
    const audit = await auditOf(t, username, 6);
    expect(audit).toContainEqual({
      actor: username,
      action: 'second-factor.recovery-code',
      subject: username,
      detail: { left: 9 },
    });
    expect(audit).toContainEqual(
      expect.objectContaining({ action: 'session.start', detail: { shownBy: 'recovery-code' } }),
    );
  });

  it('has nobody else’s recovery codes, and none from before new ones were made', async () => {
    const [mine, theirs] = [await withFactor(), await withFactor()];
    expect(await refusal(signIn(mine.username, theirs.recoveryCodes[0]))).toBe('401 wrong-code');
    const renewed = await said(
      mine.call('POST', '/api/second-factor/recovery-codes', { password: PASSWORD }),
    );
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect(await refusal(signIn(mine.username, mine.recoveryCodes[1]))).toBe('401 wrong-code');
    expect((await signIn(mine.username, renewed.body.recoveryCodes[1])).status).toBe(204);
  });

  it('keeps in the database no recovery code, and tells nobody the key again', async () => {
    const { id, recoveryCodes, secret, call } = await withFactor();
    const rows = await t.store.read
      .selectFrom('recovery_codes')
      .selectAll()
      .where('user_id', '=', id)
      .execute();
    expect(rows).toHaveLength(10);
    for (const code of recoveryCodes) {
      expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
    }
    for (const path of ['/api/session', '/api/second-factor']) {
      expect(await (await call('GET', path)).text()).not.toContain(secret);
    }
  });

  it('goes into another app while the one before stays good until a code is shown', async () => {
    const { username, secret, call } = await withFactor();
    const next = (await said(call('POST', '/api/second-factor', { password: PASSWORD }))).body
      .secret;
    expect((await signIn(username, now(secret))).status).toBe(204);
    wait(30);
    expect((await call('PUT', '/api/second-factor', { code: now(next) })).status).toBe(200);
    wait(30);
    expect(await refusal(signIn(username, now(secret)))).toBe('401 wrong-code');
    expect((await signIn(username, now(next))).status).toBe(204);
  });

  it('is taken away by the password, and has to be there for that', async () => {
    const { username, call } = await withFactor();
    expect((await call('DELETE', '/api/second-factor', { password: PASSWORD })).status).toBe(204);
    expect((await signIn(username)).status).toBe(204);
    for (const [method, path] of [
      ['DELETE', '/api/second-factor'],
      ['POST', '/api/second-factor/recovery-codes'],
    ] as const) {
      expect(await refusal(call(method, path, { password: PASSWORD }))).toBe(
        '409 second-factor-off',
      );
    }
    expect(await refusal(call('PUT', '/api/second-factor', { code: '123456' }))).toBe(
      '409 second-factor-not-begun',
    );
  });

  it.each([
    ['POST', '/api/second-factor'],
    ['POST', '/api/second-factor/recovery-codes'],
    ['DELETE', '/api/second-factor'],
  ])('is left alone by a wrong password, which counts: %s %s', async (method, path) => {
    const { call, username, secret } = await withFactor();
    for (let n = 0; n < 3; n += 1) {
      const answer = await said(call(method, path, { password: 'wrong' }));
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ path: '$.password', code: 'wrong-password' }]);
    }
    expect(await refusal(call(method, path, { password: PASSWORD }))).toBe('429 too-many-attempts');
    // His device waits, and nobody else.
    expect((await signIn(username, now(secret))).status).toBe(204);
    const audit = await auditOf(t, username, 7);
    expect(audit.filter(({ action }) => action === 'password.refuse')).toHaveLength(3);
  });

  it('is nothing that a token reaches', async () => {
    const maker = await signedIn(t, await anAccount(t, { admin: true }));
    const made = { name: 'a program', role: 'evaluator', expiresAt: '2026-12-31T00:00:00Z' };
    const { token } = (await said(maker('POST', '/api/tokens', made))).body;
    expect(token).toMatch(/^manping_/);
    const headers = { authorization: `Bearer ${token}` };
    for (const [method, path, body] of [
      ['GET', '/api/second-factor', undefined],
      ['POST', '/api/second-factor', { password: PASSWORD }],
      ['PUT', '/api/password', { current: PASSWORD, password: 'seven umbrellas dance' }],
      ['GET', '/api/sign-in-policy', undefined],
      ['PUT', '/api/sign-in-policy', { secondFactor: 'everyone' }],
      ['POST', '/api/session/stay', undefined],
    ] as const) {
      expect((await t.anyone(method, path, body, headers)).status).toBe(403);
    }
  });

  it('is signed in with at once from a device that is known, while strangers are made to wait', async () => {
    const { username, secret } = await withFactor();
    const first = await signIn(username, now(secret));
    expect(callsBy(t, first)).toBeTypeOf('function');
    const cookie = first.headers.getSetCookie()[1]?.split(';')[0] ?? '';
    for (let n = 0; n < 4; n += 1) await signIn(username, '000000');
    wait(30);
    const body = { username, password: PASSWORD, code: now(secret) };
    expect((await t.anyone('POST', '/api/session', body, { cookie })).status).toBe(204);
  });
});
