import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, said, type TestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { account } from '../../support/signed-in-as.ts';

const MINUTE = 60_000;
const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

describe.each(ENGINES)('sessions of one’s own (%s)', (engine) => {
  let t: TestApp;
  type Person = Awaited<ReturnType<typeof account>>;
  let wang: Person;
  beforeEach(async () => {
    t = await openTestApp(engine);
    wang = await account(t, 'nobody');
  });
  afterEach(() => t.close());

  /** The same person on another device. */
  async function elsewhere(person: Person, device = 'Firefox · Windows'): Promise<Person> {
    const other = await account(t, 'nobody');
    await t.store.write
      .updateTable('sessions')
      .set({ user_id: person.id, device })
      .where('user_id', '=', other.id)
      .execute();
    return { ...other, id: person.id, username: person.username };
  }
  const list = async ({ call }: Person) => (await said(call('GET', '/api/sessions'))).body.items;
  const isSignedIn = async ({ call }: Person) => (await call('GET', '/api/session')).status === 200;
  const audit = async () =>
    (await t.store.read.selectFrom('audit_events').selectAll().execute()).map(
      ({ actor, action, subject, detail }) => ({ actor, action, subject, ...JSON.parse(detail) }),
    );

  it('are listed with their device, since when and last seen, and this one is marked', async () => {
    const phone = await elsewhere(wang);
    await account(t, 'nobody');
    t.clock.now = at(5);
    await phone.call('GET', '/api/session');
    await expect
      .poll(async () => (await list(wang)).find((each: { current: boolean }) => !each.current))
      .toEqual({
        id: expect.any(String),
        current: false,
        device: 'Firefox · Windows',
        createdAt: NOW.toISOString(),
        lastSeenAt: at(5).toISOString(),
        endsAt: at(60).toISOString(),
        idleEndsAt: at(35).toISOString(),
      });
    const sessions = await list(wang);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter((each: { current: boolean }) => each.current)).toHaveLength(1);
    expect(JSON.stringify(sessions)).not.toContain(phone.secret);
  });

  it('end at once where they are ended from another, and the audit says whose and by whom', async () => {
    const phone = await elsewhere(wang);
    const [{ id }] = (await list(wang)).filter((each: { current: boolean }) => !each.current);
    expect((await wang.call('DELETE', `/api/sessions/${id}`)).status).toBe(204);
    expect(await isSignedIn(phone)).toBe(false);
    expect(await isSignedIn(wang)).toBe(true);
    expect(await audit()).toEqual([
      {
        actor: wang.username,
        action: 'session.end',
        subject: wang.username,
        session: id,
        device: 'Firefox · Windows',
      },
    ]);
    expect(await said(wang.call('DELETE', `/api/sessions/${id}`))).toMatchObject({
      status: 404,
      body: { code: 'unknown-session' },
    });
  });

  it('all but the one that asks end together, in one event', async () => {
    const others = [await elsewhere(wang), await elsewhere(wang)];
    const stranger = await account(t, 'nobody');
    expect((await wang.call('DELETE', '/api/sessions')).status).toBe(204);
    expect(await Promise.all([wang, stranger, ...others].map(isSignedIn))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect((await wang.call('DELETE', '/api/sessions')).status).toBe(204);
    expect(await audit()).toEqual([
      { actor: wang.username, action: 'session.end', subject: wang.username, others: 2 },
    ]);
  });

  it('of somebody else are unknown, and stay, but for an admin, who sees and ends anybody’s', async () => {
    const li = await account(t, 'nobody');
    const [{ id }] = await list(li);
    expect(await said(wang.call('DELETE', `/api/sessions/${id}`))).toMatchObject({
      status: 404,
      body: { code: 'unknown-session' },
    });
    expect((await wang.call('GET', `/api/accounts/${li.id}/sessions`)).status).toBe(403);
    expect(await isSignedIn(li)).toBe(true);
    expect(await said(t.admin('GET', `/api/accounts/${li.id}/sessions`))).toMatchObject({
      status: 200,
      body: { items: [{ id, current: false }], next: null },
    });
    expect((await t.admin('DELETE', `/api/sessions/${id}`)).status).toBe(204);
    expect(await isSignedIn(li)).toBe(false);
    expect((await audit()).at(-1)).toMatchObject({
      actor: 'admin',
      action: 'session.end',
      subject: li.username,
    });
  });

  it('of an account that nobody has are unknown', async () => {
    expect(await said(t.admin('GET', '/api/accounts/nobody/sessions'))).toMatchObject({
      status: 404,
      body: { code: 'unknown-account' },
    });
  });

  it('no longer run for whoever was disabled, and are in no list', async () => {
    await t.store.write
      .updateTable('users')
      .set({ disabled_at: NOW.toISOString() })
      .where('id', '=', wang.id)
      .execute();
    expect(await isSignedIn(wang)).toBe(false);
    const of = await said(t.admin('GET', `/api/accounts/${wang.id}/sessions`));
    expect(of.body.items).toEqual([]);
  });

  it('signing out is in the audit, once', async () => {
    expect((await wang.call('DELETE', '/api/session')).status).toBe(204);
    expect((await wang.call('DELETE', '/api/session')).status).toBe(401);
    expect(await audit()).toEqual([
      {
        actor: wang.username,
        action: 'session.sign-out',
        subject: wang.username,
        session: expect.any(String),
      },
    ]);
  });

  describe('idling', () => {
    const BACKGROUND = { 'Manping-Background': '1' };
    const look = (headers = {}) => wang.call('GET', '/api/session', undefined, headers);
    const seenAt = async () =>
      (
        await t.store.read
          .selectFrom('sessions')
          .select('last_seen_at')
          .where('user_id', '=', wang.id)
          .executeTakeFirst()
      )?.last_seen_at;
    const session = async (headers = BACKGROUND) => (await said(look(headers))).body;

    it('for thirty minutes ends a session; what a person does keeps it, what a screen asks does not', async () => {
      t.clock.now = at(29);
      expect((await look()).status).toBe(200);
      await expect.poll(seenAt).toBe(at(29).toISOString());
      t.clock.now = at(58);
      expect((await look(BACKGROUND)).status).toBe(200);
      t.clock.now = at(59);
      expect((await look()).status).toBe(401);
    });

    it('is said beforehand, with the server’s own time beside it', async () => {
      t.clock.now = at(10);
      expect(await session()).toMatchObject({
        at: at(10).toISOString(),
        idleEndsAt: at(30).toISOString(),
        endsAt: at(60).toISOString(),
      });
    });

    it('is said as it is after what the person has just done', async () => {
      t.clock.now = at(20);
      expect((await said(look())).body.idleEndsAt).toBe(at(50).toISOString());
    });

    it('begins anew with staying, which has been written when it is answered', async () => {
      t.clock.now = at(28);
      const stay = await wang.call('POST', '/api/session/stay', undefined, BACKGROUND);
      expect(stay.status).toBe(204);
      expect((await session()).idleEndsAt).toBe(at(58).toISOString());
    });

    it('is never said to end later than the greatest age', async () => {
      t.clock.now = at(29);
      await wang.call('POST', '/api/session/stay');
      t.clock.now = at(45);
      await wang.call('POST', '/api/session/stay');
      expect(await session()).toMatchObject({
        idleEndsAt: at(60).toISOString(),
        endsAt: at(60).toISOString(),
      });
      t.clock.now = at(60);
      expect((await wang.call('POST', '/api/session/stay')).status).toBe(401);
    });

    it('is written down once a minute, however much is done', async () => {
      t.clock.now = at(5);
      await look();
      await expect.poll(seenAt).toBe(at(5).toISOString());
      t.clock.now = new Date(at(6).getTime() - 1);
      await look();
      expect(await seenAt()).toBe(at(5).toISOString());
    });
  });
});
