import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { cookieOf, GOOD_PASSWORD, invited } from '../../support/invited.ts';
import { account } from '../../support/signed-in-as.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const GONE = { status: 404, body: { code: 'unknown-invitation' } };

describe.each(ENGINES)('an invitation (%s)', (engine) => {
  const t = withFieldwork(engine);
  const newName = () => `guest-${randomUUID()}`;
  const asScorer = () => ({ evaluation: t.evaluationId, role: 'scorer' });
  const look = (secret: string) => said(t.anyone('POST', '/api/invitations/look', { secret }));
  const accept = (secret: string, username = newName(), password = GOOD_PASSWORD) =>
    t.anyone('POST', '/api/invitations/accept', { secret, username, password });
  /** Somebody who may begin evaluations and is in none. */
  const begins = async () => {
    const made = await account(t, 'nobody');
    const user = t.store.write.updateTable('users').where('id', '=', made.id);
    await user.set({ begins_evaluations: 1 }).execute();
    return made;
  };
  const events = (action: string) =>
    t.store.read
      .selectFrom('audit_events')
      .select(['actor', 'subject', 'evaluation_id', 'detail'])
      .where('action', '=', action)
      .orderBy('at', 'desc')
      .execute();

  it('says who invites to what, and lets its holder choose name and password and in', async () => {
    const { id, secret, url, expiresAt } = await invited(t, { ...asScorer(), note: '王工' });
    expect(url).toMatch(/^http:\/\/localhost\/invitation#[\w-]{43}$/);
    expect(Date.parse(expiresAt) - t.clock.now.getTime()).toBe(WEEK);
    expect(await look(secret)).toEqual({
      status: 200,
      body: {
        kind: 'invitation',
        evaluation: t.evaluationId,
        department: '生态环境局',
        year: 2019,
        role: 'scorer',
        admin: false,
        beginsEvaluations: false,
        invitedBy: 'admin',
        expiresAt,
      },
    });
    const answer = await accept(secret, ' Wang Ｇong');
    expect(await said(answer.clone())).toEqual({
      status: 201,
      body: { evaluation: t.evaluationId, role: 'scorer' },
    });
    const cookie = cookieOf(answer);
    const session = await said(t.anyone('GET', '/api/session', undefined, { cookie }));
    expect(session.body).toMatchObject({
      username: 'wanggong',
      admin: false,
      roles: [{ evaluation: t.evaluationId, role: 'scorer' }],
    });
    const person = (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/people`))).body;
    expect(person.items).toContainEqual(
      expect.objectContaining({ username: 'wanggong', role: 'scorer', grantedBy: 'admin' }),
    );
    const [event] = await events('invitation.accept');
    expect(event).toMatchObject({ actor: 'wanggong', subject: id, evaluation_id: t.evaluationId });
    expect(await said(accept(secret))).toMatchObject(GONE);
    expect(await look(secret)).toMatchObject(GONE);
    const again = { username: 'WANG GONG', password: GOOD_PASSWORD };
    expect((await t.anyone('POST', '/api/session', again)).status).toBe(204);
  });

  it('is in no log, no audit and no column, and neither is what was chosen', async () => {
    const { secret } = await invited(t, { ...asScorer(), note: '李工' });
    await look(secret);
    await accept(secret);
    await accept(secret, 'x', 'short');
    const stored = [
      await t.store.read.selectFrom('invitations').selectAll().execute(),
      await t.store.read.selectFrom('audit_events').selectAll().execute(),
      await t.store.read.selectFrom('users').selectAll().execute(),
    ];
    const everything = t.lines.join('\n') + JSON.stringify(stored);
    expect(t.lines.join('\n')).toContain('/api/invitations/accept');
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(GOOD_PASSWORD);
  });

  it('gives one account where two accept it at once, on two servers', async () => {
    const other = createApp(t.deps);
    for (let round = 0; round < 3; round += 1) {
      const { secret } = await invited(t, asScorer());
      const [one, two] = [newName(), newName()];
      const body = (username: string) =>
        JSON.stringify({ secret, username, password: GOOD_PASSWORD });
      const headers = { 'content-type': 'application/json' };
      const answers = await Promise.all(
        [
          [t.app, one],
          [other, two],
        ].map(([app, name]) =>
          (app as typeof other).request('/api/invitations/accept', {
            method: 'POST',
            headers,
            body: body(name as string),
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
      const made = await t.store.read
        .selectFrom('users')
        .select('username')
        .where('username', 'in', [one, two])
        .execute();
      expect(made).toHaveLength(1);
    }
  });

  it('whose name somebody else has stays good for another name', async () => {
    const name = newName();
    const [first, second] = [await invited(t, asScorer()), await invited(t, asScorer())];
    const answers = await Promise.all([accept(first.secret, name), accept(second.secret, name)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const taken = await said(answers.find(({ status }) => status === 409) as Response);
    expect(taken.body.code).toBe('username-taken');
    const left = answers[0]?.status === 409 ? first : second;
    expect((await look(left.secret)).status).toBe(200);
    expect((await accept(left.secret)).status).toBe(201);
  });

  it.each([
    ['', 'blank'],
    [' \u200b', 'blank'],
    ['token:abc', 'colon'],
    ['SERVER：clock', 'colon'],
    ['ﷺ'.repeat(9), 'too-long'],
  ])('is not accepted under the name %j, and says so beside it', async (username, code) => {
    const { secret } = await invited(t, asScorer());
    expect(await said(accept(secret, username))).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.username', code }] },
    });
    expect((await look(secret)).status).toBe(200);
  });

  it('says all that is wrong with name and password at once', async () => {
    const { secret } = await invited(t, asScorer());
    expect(await said(accept(secret, 'a:b', 'short'))).toMatchObject({
      status: 422,
      body: {
        errors: [
          { path: '$.username', code: 'colon' },
          { path: '$.password', code: 'too-short' },
        ],
      },
    });
  });

  it('is good for seven days', async () => {
    const { secret } = await invited(t, asScorer());
    const before = t.clock.now;
    t.clock.now = new Date(before.getTime() + WEEK - 1);
    expect((await look(secret)).status).toBe(200);
    t.clock.now = new Date(before.getTime() + WEEK);
    expect(await look(secret)).toMatchObject(GONE);
    expect(await said(accept(secret))).toMatchObject(GONE);
    t.clock.now = before;
  });

  it('is withdrawn by an evaluator of its evaluation, and unknown from then on', async () => {
    const { id, secret } = await invited(t, asScorer());
    const path = `/api/invitations/${id}`;
    const { call: scorer } = await account(t, 'scorer');
    expect((await scorer('DELETE', path)).status).toBe(403);
    const { call: stranger } = await begins();
    expect(await said(stranger('DELETE', path))).toMatchObject(GONE);
    const { call: evaluator } = await account(t, 'evaluator');
    expect((await evaluator('DELETE', path)).status).toBe(204);
    expect(await said(evaluator('DELETE', path))).toMatchObject(GONE);
    expect(await look(secret)).toMatchObject(GONE);
    expect((await events('invitation.withdraw')).map(({ subject }) => subject)).toContain(id);
  });

  it('is made by evaluators of the evaluation and by admins, and by nobody else', async () => {
    const { call: evaluator } = await account(t, 'evaluator');
    expect((await evaluator('POST', '/api/invitations', asScorer())).status).toBe(201);
    for (const more of [{ admin: true }, { beginsEvaluations: true }]) {
      expect((await evaluator('POST', '/api/invitations', more)).status).toBe(403);
      expect((await t.admin('POST', '/api/invitations', more)).status).toBe(201);
    }
    for (const role of ['scorer', 'viewer', 'clerk'] as const) {
      const { call } = await account(t, role);
      expect((await call('POST', '/api/invitations', asScorer())).status).toBe(403);
    }
    const { call: elsewhere } = await begins();
    expect(await said(elsewhere('POST', '/api/invitations', asScorer()))).toMatchObject({
      status: 404,
      body: { code: 'unknown-evaluation' },
    });
  });

  it.each([
    [{}, '$'],
    [{ admin: true, beginsEvaluations: true }, '$'],
    [{ role: 'scorer' }, '$'],
    [{ admin: true, role: 'scorer' }, '$.evaluation'],
    [{ evaluation: '00000000-0000-4000-8000-000000000000' }, '$.role'],
    [{ evaluation: '00000000-0000-4000-8000-000000000000', role: 'admin' }, '$.role'],
  ])('is to one thing: %j is refused at %s', async (body, path) => {
    const answer = await said(t.admin('POST', '/api/invitations', body));
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('is void once whoever made it is disabled, or is evaluator there no more', async () => {
    for (const change of ['disabled', 'scorer', 'gone'] as const) {
      const maker = await account(t, 'evaluator');
      const { id, secret } = await invited(t, asScorer(), maker.call);
      expect((await look(secret)).status).toBe(200);
      const person = `/api/evaluations/${t.evaluationId}/people/${maker.id}`;
      if (change === 'disabled')
        await t.store.write
          .updateTable('users')
          .set({ disabled_at: t.clock.now.toISOString() })
          .where('id', '=', maker.id)
          .execute();
      else if (change === 'scorer') await t.admin('PATCH', person, { role: 'scorer' });
      else await t.admin('DELETE', person);
      expect([change, await look(secret)]).toMatchObject([change, GONE]);
      expect([change, await said(accept(secret))]).toMatchObject([change, GONE]);
      const { items } = (await said(t.admin('GET', '/api/invitations'))).body;
      expect(items.map((each: { id: string }) => each.id)).not.toContain(id);
    }
  });

  it('is listed while it is open, to those who may withdraw it, without its secret', async () => {
    const maker = await account(t, 'evaluator');
    const one = await invited(t, { ...asScorer(), note: '赵工' }, maker.call);
    const other = await invited(t, { admin: true });
    const list = async (call: typeof t.admin, query = '') =>
      (await said(call('GET', `/api/invitations${query}`))).body.items as { id: string }[];
    const ofAdmin = await list(t.admin);
    expect(ofAdmin.map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, other.id]));
    expect(JSON.stringify(ofAdmin)).not.toContain(one.secret);
    const own = await list(maker.call);
    expect(own).toContainEqual({
      id: one.id,
      kind: 'invitation',
      evaluation: t.evaluationId,
      role: 'scorer',
      admin: false,
      beginsEvaluations: false,
      note: '赵工',
      madeBy: maker.username,
      createdAt: t.clock.now.toISOString(),
      expiresAt: one.expiresAt,
    });
    expect(own.map(({ id }) => id)).not.toContain(other.id);
    expect(await list(t.admin, `?evaluation=${t.evaluationId}`)).toContainEqual(
      expect.objectContaining({ id: one.id }),
    );
    const page = (await said(t.admin('GET', '/api/invitations?limit=1'))).body;
    expect(page.items).toHaveLength(1);
    expect((await list(t.admin, `?limit=1&after=${page.next}`))[0]?.id).not.toBe(page.items[0].id);
    expect((await t.admin('GET', '/api/invitations?after=x')).status).toBe(422);
    expect((await maker.call('GET', `/api/invitations?evaluation=${one.id}`)).status).toBe(404);
  });

  it('is for people: no token makes, lists or uses one', async () => {
    const wanted = { name: 'x', role: 'evaluator', expiresAt: '2026-04-01T08:00:00+08:00' };
    const token = (await said(t.admin('POST', '/api/tokens', wanted))).body.token;
    const headers = { authorization: `Bearer ${token}` };
    const { secret } = await invited(t, asScorer());
    for (const [method, path, body] of [
      ['POST', '/api/invitations', asScorer()],
      ['GET', '/api/invitations', undefined],
      ['POST', '/api/invitations/join', { secret }],
    ] as const) {
      expect((await t.anyone(method, path, body, headers)).status).toBe(403);
    }
  });

  it('to an archived evaluation may be accepted, and to a deleted one is unknown', async () => {
    const made = { department: '市水务局', place: '某市', year: 2025 };
    const indicatorSystem = { id: 'tiny-system', version: 1 };
    const begun = await said(t.admin('POST', '/api/evaluations', { ...made, indicatorSystem }));
    const to = { evaluation: begun.body.id, role: 'viewer' };
    const path = `/api/evaluations/${begun.body.id}`;
    const [one, two] = [await invited(t, to), await invited(t, to)];
    expect((await t.admin('PATCH', path, { archived: true })).status).toBe(200);
    expect((await accept(one.secret)).status).toBe(201);
    const gone = await t.admin('DELETE', path, { department: made.department });
    expect(gone.status).toBe(200);
    expect(await look(two.secret)).toMatchObject(GONE);
  });
});
