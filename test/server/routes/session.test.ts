import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../server/accounts/passwords.ts';
import { openTestApp, said, type TestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';

const hash = await hashPassword('right');

async function open(engine: (typeof ENGINES)[number], env: Record<string, string> = {}) {
  const t = await openTestApp(engine, env);
  await t.store.write
    .insertInto('users')
    .values({
      id: randomUUID(),
      username: 'scorer',
      password_hash: hash,
      admin: 1,
      begins_evaluations: 0,
      created_at: NOW.toISOString(),
    })
    .execute();
  return t;
}

/** What the device is to say from now on. */
const deviceIn = (answer: Response) => answer.headers.getSetCookie()[1]?.split(';')[0] ?? '';

const credentials = { username: 'scorer', password: 'right' };
const wrong = { ...credentials, password: 'wrong' };

describe.each(ENGINES)('signing in (%s)', (engine) => {
  let t: TestApp;
  beforeEach(async () => {
    t = await open(engine);
  });
  afterEach(() => t.close());

  const signIn = (body: unknown, headers?: Record<string, string>) =>
    t.anyone('POST', '/api/session', body, headers);
  const wait = (seconds: number) => {
    t.clock.elapsed += seconds * 1000;
  };

  it('with the right password gives a cookie that no script can read, and that says who I am', async () => {
    const answer = await signIn(credentials);
    expect(answer.status).toBe(204);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^manping=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect(await said(t.anyone('GET', '/api/session', undefined, headers))).toMatchObject({
      status: 200,
      body: { username: 'scorer', role: 'admin', kind: 'session', admin: true },
    });
  });

  it.each(['in front', 'behind'])(
    'is not undone by a forged cookie of the same name %s of it, and signing out ends the real one',
    async (place) => {
      const given = (await signIn(credentials)).headers.get('set-cookie')?.split(';')[0] ?? '';
      const forged = 'manping=forged; manping=; manping';
      const headers = {
        cookie: place === 'in front' ? `${forged}; ${given}` : `${given}; ${forged}`,
      };
      const who = () => said(t.anyone('GET', '/api/session', undefined, headers));
      expect(await who()).toMatchObject({ status: 200, body: { username: 'scorer' } });
      expect((await t.anyone('DELETE', '/api/session', undefined, headers)).status).toBe(204);
      expect((await who()).status).toBe(401);
    },
  );

  it('looks up few of very many cookies of its name', async () => {
    const given = (await signIn(credentials)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const many = Array.from({ length: 200 }, (_, n) => `manping=forged-${n}`).join('; ');
    const headers = { cookie: `${many}; ${given}` };
    expect((await t.anyone('GET', '/api/session', undefined, headers)).status).toBe(401);
  });

  it.each(['Scorer', 'ＳＣＯＲＥＲ', ' scorer\u200b', 'sco\u00adrer', '\u3000scorer'])(
    'finds the account however its name is typed: %j',
    async (username) => {
      expect((await signIn({ ...credentials, username })).status).toBe(204);
    },
  );

  it('finds an account whose name was stored before names were folded', async () => {
    await t.store.write
      .updateTable('users')
      .set({ username: 'Wang Li' })
      .where('username', '=', 'scorer')
      .execute();
    expect((await signIn({ ...credentials, username: 'Wang Li' })).status).toBe(204);
  });

  it('counts failures under one name however it is typed', async () => {
    for (const username of ['scorer', 'SCORER', 'ｓｃｏｒｅｒ']) {
      expect((await signIn({ ...wrong, username })).status).toBe(401);
    }
    expect((await signIn({ ...wrong, username: 'Scorer ' })).status).toBe(429);
  });

  it('takes a password as it is', async () => {
    expect((await signIn({ ...credentials, password: 'ｒｉｇｈｔ' })).status).toBe(401);
    expect((await signIn({ ...credentials, password: 'Right' })).status).toBe(401);
  });

  it('keeps nothing in the database that could sign in again', async () => {
    const secret = /manping=([^;]+)/.exec(
      (await signIn(credentials)).headers.get('set-cookie') ?? '',
    );
    const rows = await t.store.read.selectFrom('sessions').selectAll().execute();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(secret?.[1]);
  });

  it('lasts as long as its person says that he is still there, up to its greatest age', async () => {
    const began = t.clock.now.getTime();
    const cookie = (await signIn(credentials)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const stay = () => t.anyone('POST', '/api/session/stay', undefined, { cookie });
    const at = (minutes: number) => {
      t.clock.now = new Date(began + minutes * 60_000);
    };
    for (let minutes = 29; minutes < 12 * 60; minutes += 29) {
      at(minutes);
      expect((await stay()).status).toBe(204);
      const { body } = await said(t.anyone('GET', '/api/session', undefined, { cookie }));
      const idle = Math.min(minutes + 30, 12 * 60);
      expect(body.idleEndsAt).toBe(new Date(began + idle * 60_000).toISOString());
    }
    at(12 * 60);
    expect((await stay()).status).toBe(401);
    expect((await t.anyone('POST', '/api/session/stay')).status).toBe(401);
  });

  it('and out again ends the session on the server too', async () => {
    const cookie = (await signIn(credentials)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const out = await t.anyone('DELETE', '/api/session', undefined, { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^manping=; Max-Age=0; Path=\//);
    expect((await t.anyone('GET', '/api/session', undefined, { cookie })).status).toBe(401);
  });

  it.each([
    ['a wrong password', wrong],
    ['a name that nobody has', { username: 'nobody', password: 'right' }],
  ])('with %s is refused with the same words', async (_, body) => {
    const answer = await said(signIn(body));
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      type: 'urn:manping:problem:wrong-credentials',
      title: '用户名或密码不对',
      status: 401,
      code: 'wrong-credentials',
    });
  });

  it.each(['scorer', 'nobody'])(
    'fails three times for free, then waits longer each time: %s',
    async (username) => {
      const attempt = () => signIn({ username, password: 'wrong' });
      for (let failed = 0; failed < 3; failed += 1) expect((await attempt()).status).toBe(401);
      for (const seconds of [1, 2, 4]) {
        const refused = await attempt();
        expect(refused.status).toBe(429);
        expect(refused.headers.get('retry-after')).toBe(String(seconds));
        wait(seconds);
        expect((await attempt()).status).toBe(401);
      }
      // The right password has to wait as well: else guessing would be free.
      expect((await signIn({ username, password: 'right' })).status).toBe(429);
    },
  );

  it('waits five minutes at most, and starts afresh once it has succeeded', async () => {
    for (let failed = 0; failed < 14; failed += 1) {
      expect((await signIn(wrong)).status).toBe(401);
      wait(300);
    }
    expect((await signIn(wrong)).status).toBe(401);
    expect((await signIn(credentials)).headers.get('retry-after')).toBe('300');
    wait(300);
    expect((await signIn(credentials)).status).toBe(204);
    expect((await signIn(wrong)).status).toBe(401);
    expect((await signIn(credentials)).status).toBe(204);
  });

  it.each([24, -24])(
    'waits no longer and no shorter though the clock is set by %i hours',
    async (hours) => {
      for (let failed = 0; failed < 3; failed += 1) await signIn(wrong);
      t.clock.now = new Date(NOW.getTime() + hours * 3_600_000);
      expect((await signIn(credentials)).headers.get('retry-after')).toBe('1');
      wait(1);
      expect((await signIn(credentials)).status).toBe(204);
    },
  );

  it('on a device where one signed in before, nobody else can keep one out', async () => {
    const device = deviceIn(await signIn(credentials));
    for (let failed = 0; failed < 20; failed += 1) await signIn(wrong);
    expect((await signIn(credentials)).status).toBe(429);
    expect((await signIn(credentials, { cookie: device })).status).toBe(204);
    // What it allows is its own, and no more than anybody has.
    for (let failed = 0; failed < 3; failed += 1) {
      expect((await signIn(wrong, { cookie: device })).status).toBe(401);
    }
    expect((await signIn(credentials, { cookie: device })).status).toBe(429);
  });

  it('leaves a cookie that says so for a year, and that no script can read', async () => {
    const [, cookie = ''] = (await signIn(credentials)).headers.getSetCookie();
    expect(cookie).toMatch(
      /^manping-device=[\w-]{22}\.[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const again = await signIn(credentials, { cookie: cookie.split(';')[0] ?? '' });
    expect(deviceIn(again)).toBe(cookie.split(';')[0]);
  });

  it.each([
    ['another name', (device: string) => device, 'nobody'],
    ['a mark of one’s own making', (device: string) => `${device.slice(0, -1)}_`, 'scorer'],
    [
      'another device’s mark',
      (device: string) => device.replace(/=.{22}/, `=${'x'.repeat(22)}`),
      'scorer',
    ],
    ['nothing', () => 'manping-device=', 'scorer'],
    ['far too much', () => `manping-device=${'x.'.repeat(3000)}`, 'scorer'],
  ])('a device that says %s is like any other', async (_, forge, username) => {
    const cookie = forge(deviceIn(await signIn(credentials)));
    for (let failed = 0; failed < 3; failed += 1) await signIn({ username, password: 'wrong' });
    expect((await signIn({ username, password: 'right' }, { cookie })).status).toBe(429);
  });

  it('many times at once cannot outrun the waiting', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(wrong)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(3);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(9);
  });

  it.each([
    {},
    { username: 'scorer' },
    { ...credentials, admin: true },
    { username: 1, password: 2 },
    [],
  ])('with %j is refused by its shape', async (body) => {
    expect(await said(signIn(body))).toMatchObject({
      status: 422,
      body: { code: 'not-acceptable' },
    });
  });

  it('never leaves a name or a password in the log', async () => {
    t.lines.length = 0;
    await signIn({ username: 'somebody-secret', password: 'hunter2' });
    expect(t.lines.join('')).toContain('sign-in failed');
    expect(t.lines.join('')).not.toMatch(/somebody-secret|hunter2/);
  });
});

describe.each(ENGINES)('signing in under https (%s)', (engine) => {
  it.each([
    ['by PUBLIC_URL', { PUBLIC_URL: 'https://pj.example.gov.cn' }, {}],
    ['by the word of our proxy', { TRUST_PROXY: '1' }, { 'x-forwarded-proto': 'https' }],
    [
      'by the word of the outer of two',
      { TRUST_PROXY: '2' },
      { 'x-forwarded-proto': 'https, http' },
    ],
  ])('%s gives a cookie that no other host and no plain http can set', async (_, env, headers) => {
    const t = await open(engine, env);
    try {
      const answer = await t.anyone('POST', '/api/session', credentials, headers);
      expect(answer.headers.getSetCookie()[0]).toMatch(
        /^__Host-manping=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
      const who = await t.anyone('GET', '/api/session', undefined, { ...headers, cookie });
      expect(who.status).toBe(200);
    } finally {
      await t.close();
    }
  });

  it('is not believed of a stranger', async () => {
    const t = await open(engine);
    try {
      const headers = { 'x-forwarded-proto': 'https' };
      const answer = await t.anyone('POST', '/api/session', credentials, headers);
      expect(answer.headers.get('set-cookie')).toMatch(/^manping=/);
      expect(answer.headers.get('set-cookie')).not.toMatch(/Secure/);
    } finally {
      await t.close();
    }
  });
});
