import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { said, withTestApp } from '../../support/app.ts';
import { PASSWORD } from '../../support/cheap-password.ts';
import { ENGINES } from '../../support/engines.ts';
import { anAccount, auditOf, signedIn, trySignIn } from '../../support/signing-in.ts';

const NEXT = 'seven umbrellas dance';

describe.each(ENGINES)('the own password (%s)', (engine) => {
  const t = withTestApp(engine);
  const wait = (seconds: number) => {
    t.clock.elapsed += seconds * 1000;
  };
  const statusOf = async (answer: Promise<Response>) => (await answer).status;

  it('is changed by whoever knows it; his other sessions end, and those of others do not', async () => {
    const { username } = await anAccount(t);
    const [here, elsewhere] = [await signedIn(t, { username }), await signedIn(t, { username })];
    const another = await signedIn(t, await anAccount(t));
    const change = { current: PASSWORD, password: NEXT };
    expect(await statusOf(here('PUT', '/api/password', change))).toBe(204);
    expect(await statusOf(here('GET', '/api/session'))).toBe(200);
    expect(await statusOf(elsewhere('GET', '/api/session'))).toBe(401);
    expect(await statusOf(another('GET', '/api/session'))).toBe(200);
    expect(await statusOf(trySignIn(t, { username, password: PASSWORD }))).toBe(401);
    expect(await statusOf(trySignIn(t, { username, password: NEXT }))).toBe(204);
    const audit = await auditOf(t, username, 4);
    expect(audit).toContainEqual({
      actor: username,
      action: 'password.change',
      subject: username,
      detail: { ended: 1 },
    });
    expect(JSON.stringify(audit)).not.toMatch(/lantern|umbrella/);
  });

  it.each([
    ['short', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['Zhongguo@2026!', 'too-common'],
    ['            ', 'blank'],
  ])('is not changed to %j, and the field says why: %s', async (password, code) => {
    const { username } = await anAccount(t);
    const call = await signedIn(t, { username });
    const answer = await said(call('PUT', '/api/password', { current: PASSWORD, password }));
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([
      { path: '$.password', code, message: expect.stringMatching(/^密码|^这类/) },
    ]);
    expect(await statusOf(trySignIn(t, { username, password: PASSWORD }))).toBe(204);
  });

  it('is not made of the username', async () => {
    const username = `qx-${randomUUID().slice(0, 8)}`;
    const call = await signedIn(t, await anAccount(t, { username }));
    const password = `${username}${username}`;
    const answer = await said(call('PUT', '/api/password', { current: PASSWORD, password }));
    expect(answer.body.errors).toMatchObject([{ path: '$.password', code: 'like-username' }]);
  });

  it('is not changed by whoever does not know it, and guessing at an open session waits', async () => {
    const { username } = await anAccount(t);
    const call = await signedIn(t, { username });
    const guess = () => said(call('PUT', '/api/password', { current: 'wrong', password: NEXT }));
    for (let n = 0; n < 3; n += 1) {
      const answer = await guess();
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        { path: '$.current', code: 'wrong-password', message: '密码不对，请重新输入' },
      ]);
    }
    const waiting = await call('PUT', '/api/password', { current: PASSWORD, password: NEXT });
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '1']);
    const refused = (await auditOf(t, username, 4)).filter(
      ({ action }) => action === 'password.refuse',
    );
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ actor: username, detail: { because: 'wrong-credentials' } });
    wait(1);
    const right = { current: PASSWORD, password: NEXT };
    expect(await statusOf(call('PUT', '/api/password', right))).toBe(204);
  });

  it('counts what fails there and at signing in together', async () => {
    const { username } = await anAccount(t);
    const known = await trySignIn(t, { username, password: PASSWORD });
    const cookie = known.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const call = (method: string, path: string, body: object) =>
      t.anyone(method, path, body, { cookie });
    await call('POST', '/api/session', { username, password: 'wrong' });
    await call('PUT', '/api/password', { current: 'wrong', password: NEXT });
    await call('POST', '/api/session', { username, password: 'wrong' });
    const answer = await call('PUT', '/api/password', { current: PASSWORD, password: NEXT });
    expect(answer.status).toBe(429);
  });
});
