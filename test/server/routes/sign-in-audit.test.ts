import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { said, withTestApp } from '../../support/app.ts';
import { PASSWORD } from '../../support/cheap-password.ts';
import { ENGINES } from '../../support/engines.ts';
import { anAccount, auditOf, trySignIn } from '../../support/signing-in.ts';

describe.each(ENGINES)('who signed in, and who failed to (%s)', (engine) => {
  const t = withTestApp(engine, { TRUST_PROXY: '1' });
  const everything = async () =>
    JSON.stringify(await t.store.read.selectFrom('audit_events').selectAll().execute());

  it('is in the audit: whose account, and whether he did', async () => {
    const { username } = await anAccount(t);
    await trySignIn(t, { username, password: 'wrong' });
    await trySignIn(t, { username: username.toUpperCase(), password: PASSWORD });
    expect(await auditOf(t, username, 2)).toEqual([
      {
        actor: 'server:sign-in',
        action: 'session.refuse',
        subject: username,
        detail: { because: 'wrong-credentials' },
      },
      { actor: username, action: 'session.start', subject: username, detail: {} },
    ]);
  });

  it('never says a name that nobody has: people type passwords there; nor a password, nor an address', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.77' };
    const before = (await auditOf(t, '', 0)).length;
    for (const [username, password] of [
      ['hunter2 in the wrong field', 'hunter3'],
      [(await anAccount(t)).username, 'hunter4'],
    ])
      await t.anyone('POST', '/api/session', { username, password }, headers);
    const unknown = await auditOf(t, '', before + 1);
    expect(unknown.at(-1)).toEqual({
      actor: 'server:sign-in',
      action: 'session.refuse',
      subject: '',
      detail: { because: 'wrong-credentials' },
    });
    expect(await everything()).not.toMatch(/hunter|203\.0\.113/);
  });

  it('names no try that only had to wait', async () => {
    const { username } = await anAccount(t);
    for (let n = 0; n < 8; n += 1) await trySignIn(t, { username, password: 'wrong' });
    await auditOf(t, username, 3);
    await sleep(50);
    expect(await auditOf(t, username, 3)).toHaveLength(3);
  });

  it('of a disabled account looks like a wrong password, and says in the audit what it was', async () => {
    const { id, username } = await anAccount(t);
    const disabled_at = t.clock.now.toISOString();
    await t.store.write.updateTable('users').set({ disabled_at }).where('id', '=', id).execute();
    const answer = await said(trySignIn(t, { username, password: PASSWORD }));
    expect(answer).toEqual(
      await said(trySignIn(t, { username: 'nobody at all', password: PASSWORD })),
    );
    expect(await auditOf(t, username, 1)).toMatchObject([
      { action: 'session.refuse', detail: { because: 'wrong-credentials', disabled: true } },
    ]);
  });

  it('is answered the same where the audit cannot be written, and the log says that it could not', async () => {
    const { username } = await anAccount(t);
    t.lines.length = 0;
    await t.store.write.schema.alterTable('audit_events').renameTo('audit_gone').execute();
    try {
      expect((await trySignIn(t, { username, password: 'wrong' })).status).toBe(401);
      while (!t.lines.join('').includes('not in the audit')) await sleep(10);
      // Who signs in is written down, or does not sign in.
      expect((await trySignIn(t, { username, password: PASSWORD })).status).toBeGreaterThanOrEqual(
        500,
      );
    } finally {
      await t.store.write.schema.alterTable('audit_gone').renameTo('audit_events').execute();
    }
    expect((await trySignIn(t, { username, password: PASSWORD })).status).toBe(204);
  });
});
