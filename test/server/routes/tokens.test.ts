import { describe, expect, it } from 'vitest';
import { declarationsOf } from '../../../server/http/route.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { NOW } from '../../support/fieldwork.ts';
import { account } from '../../support/signed-in-as.ts';

const EXPIRES = '2026-04-01T00:00:00.000Z';

describe.each(ENGINES)('a token for another program (%s)', (engine) => {
  const t = withFieldwork(engine);

  async function token(role = 'evaluator'): Promise<{ id: string; authorization: string }> {
    const body = { name: 'reports', role, expiresAt: '2026-04-01T08:00:00+08:00' };
    const answer = await said(t.admin('POST', '/api/tokens', body));
    expect(answer).toMatchObject({
      status: 201,
      body: { name: 'reports', role, expiresAt: EXPIRES },
    });
    return { id: answer.body.id, authorization: `Bearer ${answer.body.token}` };
  }

  it('reads what staff read, and says which it is', async () => {
    const { id, authorization } = await token();
    expect((await t.anyone('GET', '/api/evaluations', undefined, { authorization })).status).toBe(
      200,
    );
    expect(await said(t.anyone('GET', '/api/session', undefined, { authorization }))).toMatchObject(
      {
        status: 200,
        body: {
          username: `token:${id}`,
          role: 'evaluator',
          admin: false,
          kind: 'token',
          endsAt: null,
          idleEndsAt: null,
        },
      },
    );
  });

  it.each(['viewer', 'reader'])('of a %s changes nothing', async (role) => {
    const { authorization } = await token(role);
    for (const [method, path] of [
      ['POST', '/api/evaluations'],
      ['PATCH', `/api/evaluations/${t.evaluationId}`],
      ['POST', `/api/surveys/${t.code}/close`],
      ['PUT', `/api/evaluations/${t.evaluationId}/scoring/A101`],
    ] as const) {
      const answer = await said(t.anyone(method, path, {}, { authorization }));
      expect(answer).toMatchObject({ status: 403, body: { code: 'read-only-token' } });
    }
  });

  it('from before tokens could write changes nothing, whatever its role', async () => {
    const { id, authorization } = await token();
    await t.store.write.updateTable('tokens').set({ read_only: 1 }).where('id', '=', id).execute();
    for (const [method, path] of [
      ['POST', '/api/evaluations'],
      ['PATCH', `/api/evaluations/${t.evaluationId}`],
      ['POST', `/api/surveys/${t.code}/close`],
    ] as const) {
      const answer = await said(t.anyone(method, path, {}, { authorization }));
      expect(answer).toMatchObject({ status: 403, body: { code: 'read-only-token' } });
    }
  });

  it('writes what its role may, and makes no token', async () => {
    const { id, authorization } = await token('scorer');
    const call = (method: string, path: string, body: unknown) =>
      said(t.anyone(method, path, body, { authorization }));
    const scoring = `/api/evaluations/${t.evaluationId}/scoring/A101`;
    expect(await call('PUT', scoring, { note: '见附件' })).toMatchObject({ status: 200 });
    const audit = await t.store.read
      .selectFrom('audit_events')
      .select('actor')
      .where('action', '=', 'scoring.enter')
      .execute();
    for (const [method, path] of [
      ['POST', `/api/surveys/${t.code}/close`],
      ['POST', '/api/evaluations'],
      ['POST', '/api/tokens'],
    ] as const)
      expect(await call(method, path, {})).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      });
    expect(audit.every(({ actor }) => actor === `token:${id}`)).toBe(true);
  });

  it('of a reader sees no single response and no audit', async () => {
    const { authorization } = await token('reader');
    for (const path of [
      `/api/surveys/${t.code}/responses`,
      `/api/surveys/${t.code}/texts?item=say`,
      `/api/evaluations/${t.evaluationId}/audit`,
    ]) {
      const answer = await said(t.anyone('GET', path, undefined, { authorization }));
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    }
    const results = `/api/surveys/${t.code}/results`;
    expect((await t.anyone('GET', results, undefined, { authorization })).status).toBe(200);
  });

  it('of a role that nobody knows reads nothing at all', async () => {
    const { id, authorization } = await token('evaluator');
    await t.store.write
      .updateTable('tokens')
      .set({ role: 'auditor' })
      .where('id', '=', id)
      .execute();
    const asked = [...declarationsOf(t.app)].filter(
      ([route, { access }]) => route.startsWith('GET ') && access !== 'public',
    );
    expect(asked.length).toBeGreaterThan(10);
    for (const [route] of asked) {
      const path = route
        .slice('GET '.length)
        .replace(':code', t.code)
        .replace(':id', t.evaluationId)
        .replace(':version', '1');
      const answer = await said(t.anyone('GET', path, undefined, { authorization }));
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'not-allowed']);
    }
  });

  it('is stored only as a hash, and its making is audited', async () => {
    const { id, authorization } = await token();
    const rows = await t.store.read.selectFrom('tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(authorization.slice(7));
    const audit = await t.store.read
      .selectFrom('audit_events')
      .selectAll()
      .where('subject', '=', id)
      .execute();
    expect(audit).toMatchObject([{ actor: 'admin', action: 'token.create' }]);
    expect(JSON.stringify(audit)).not.toContain(authorization.slice(7));
  });

  it('expires', async () => {
    const { authorization } = await token();
    const before = t.clock.now;
    t.clock.now = new Date(EXPIRES);
    expect((await t.anyone('GET', '/api/session', undefined, { authorization })).status).toBe(401);
    t.clock.now = before;
  });

  it.each(['Bearer x', 'Bearer', 'Basic YWRtaW46YWRtaW4=', ''])(
    'that is none, %j, is nobody, though a good cookie comes with it',
    async (authorization) => {
      expect((await t.admin('GET', '/api/session', undefined, { authorization })).status).toBe(401);
    },
  );

  it.each([
    ['that has expired already', { expiresAt: '2026-03-01T08:00:00Z' }],
    ['that outlives a year', { expiresAt: '2027-03-03T08:00:00Z' }],
    ['with a role that is none', { role: 'root' }],
    ['without a name', { name: ' ' }],
  ])('%s is refused', async (_, changed) => {
    const body = { name: 'reports', role: 'reader', expiresAt: EXPIRES, ...changed };
    expect(await said(t.admin('POST', '/api/tokens', body))).toMatchObject({ status: 422 });
  });
});

describe.each(ENGINES)('tokens of one’s own (%s)', (engine) => {
  const t = withFieldwork(engine);
  type Person = Awaited<ReturnType<typeof account>>;
  const nameless = { role: 'viewer', expiresAt: EXPIRES };

  async function made({ call }: Pick<Person, 'call'>, changed: Record<string, unknown> = {}) {
    const { status, body } = await said(
      call('POST', '/api/tokens', { name: '报表', ...nameless, ...changed }),
    );
    expect(status).toBe(201);
    const { id, token } = body as { id: string; token: string };
    const asks = (path = '/api/session', headers = {}) =>
      said(t.anyone('GET', path, undefined, { authorization: `Bearer ${token}`, ...headers }));
    return { id, token, asks };
  }
  const list = async ({ call }: Pick<Person, 'call'>, query = '') =>
    (await said(call('GET', `/api/tokens${query}`))).body.items;
  const admin = () => ({ call: t.admin });
  const evaluation = () => `/api/evaluations/${t.evaluationId}`;

  it('are listed with what they may, where, until when and when they were used, without the secret', async () => {
    const wang = await account(t, 'evaluator');
    const { id, token } = await made(wang, { role: 'scorer', evaluation: t.evaluationId });
    const items = await list(wang);
    expect(items).toEqual([
      {
        id,
        name: '报表',
        role: 'scorer',
        evaluation: t.evaluationId,
        department: '生态环境局',
        year: 2019,
        readOnly: false,
        madeBy: wang.username,
        createdAt: t.clock.now.toISOString(),
        expiresAt: EXPIRES,
        lastUsedAt: null,
        revokedAt: null,
        revokedBy: null,
      },
    ]);
    expect(JSON.stringify(items)).not.toContain(token);
  });

  it('come a page at a time, newest first, each once', async () => {
    const wang = await account(t, 'viewer');
    const before = t.clock.now;
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      t.clock.now = new Date(before.getTime() + n * 1000);
      ids.unshift((await made(wang)).id);
    }
    const seen: string[] = [];
    let next: string | null = '';
    do {
      const after: string = next ? `&after=${next}` : '';
      const { body } = await said(wang.call('GET', `/api/tokens?limit=2${after}`));
      seen.push(...body.items.map((each: { id: string }) => each.id));
      next = body.next;
    } while (next);
    t.clock.now = before;
    expect(seen).toEqual(ids);
    expect((await wang.call('GET', '/api/tokens?after=x')).status).toBe(422);
  });

  it('are one’s own, but an admin sees and revokes everybody’s', async () => {
    const [wang, li] = [await account(t, 'viewer'), await account(t, 'viewer')];
    const { id, asks } = await made(wang);
    expect(await list(li)).toEqual([]);
    expect((await list(admin())).some((each: { id: string }) => each.id === id)).toBe(false);
    expect(await said(li.call('GET', '/api/tokens?all=1'))).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    expect(await said(li.call('DELETE', `/api/tokens/${id}`))).toMatchObject({
      status: 404,
      body: { code: 'unknown-token' },
    });
    expect((await asks()).status).toBe(200);
    expect(
      (await list(admin(), '?all=1&limit=200')).map((each: { id: string }) => each.id),
    ).toContain(id);
    expect((await t.admin('DELETE', `/api/tokens/${id}`)).status).toBe(204);
    expect((await asks()).status).toBe(401);
    expect(await list(wang)).toMatchObject([{ id, revokedBy: 'admin' }]);
  });

  it('are refused at once when they are revoked, in the middle of use; once more changes nothing', async () => {
    const wang = await account(t, 'evaluator');
    const { id, asks } = await made(wang, { role: 'evaluator', evaluation: t.evaluationId });
    const before = await Promise.all(Array.from({ length: 5 }, () => asks(evaluation())));
    expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await wang.call('DELETE', `/api/tokens/${id}`)).status).toBe(204);
    const after = await Promise.all(Array.from({ length: 5 }, () => asks(evaluation())));
    expect(after.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect((await wang.call('DELETE', `/api/tokens/${id}`)).status).toBe(204);
    const events = await t.store.read
      .selectFrom('audit_events')
      .selectAll()
      .where('subject', '=', id)
      .where('action', '=', 'token.revoke')
      .execute();
    expect(events).toMatchObject([{ actor: wang.username, evaluation_id: t.evaluationId }]);
    expect(await list(wang)).toMatchObject([
      { id, revokedAt: t.clock.now.toISOString(), revokedBy: wang.username },
    ]);
  });

  it('end with their maker’s account, and go on when it does', async () => {
    const wang = await account(t, 'viewer');
    const { asks } = await made(wang);
    const set = (disabled_at: string | null) =>
      t.store.write.updateTable('users').set({ disabled_at }).where('id', '=', wang.id).execute();
    await set(NOW.toISOString());
    expect((await asks()).status).toBe(401);
    await set(null);
    expect((await asks()).status).toBe(200);
  });

  it('that name no evaluation reach what their maker sees at that moment', async () => {
    const wang = await account(t, 'viewer');
    const { asks } = await made(wang, { role: 'evaluator' });
    expect((await asks(evaluation())).body).toMatchObject({ permissions: expect.anything() });
    const seen = (await asks(evaluation())).body.permissions;
    expect(seen).not.toContain('evaluations.write');
    await t.store.write.deleteFrom('memberships').where('user_id', '=', wang.id).execute();
    for (const path of [evaluation(), `/api/surveys/${t.code}`])
      expect([path, (await asks(path)).status]).toEqual([path, 404]);
    expect((await asks('/api/evaluations')).body.items).toEqual([]);
  });

  it('say when they were last used, to the minute, and nobody uses one unseen', async () => {
    const wang = await account(t, 'viewer');
    const { asks } = await made(wang);
    const before = t.clock.now;
    const used = async () => (await list(wang))[0].lastUsedAt;
    expect(await used()).toBeNull();
    await asks('/api/session', { 'Manping-Background': '1' });
    await expect.poll(used).toBe(before.toISOString());
    t.clock.now = new Date(before.getTime() + 59_000);
    await asks();
    expect(await used()).toBe(before.toISOString());
    t.clock.now = new Date(before.getTime() + 60_000);
    await Promise.all(Array.from({ length: 5 }, () => asks()));
    await expect.poll(used).toBe(t.clock.now.toISOString());
    t.clock.now = before;
  });

  it('for one evaluation need all that their role holds there; where there is no role it is unknown', async () => {
    const make = async ({ call }: Person, role: string) =>
      (
        await said(
          call('POST', '/api/tokens', { name: 'x', ...nameless, role, evaluation: t.evaluationId }),
        )
      ).status;
    const tried: Record<string, number[]> = {};
    for (const role of ['evaluator', 'clerk', 'scorer', 'viewer', 'nobody'] as const) {
      const person = await account(t, role);
      tried[role] = [];
      for (const of of ['viewer', 'reader', 'scorer', 'evaluator'])
        tried[role].push(await make(person, of));
    }
    expect(tried).toEqual({
      evaluator: [201, 201, 201, 201],
      scorer: [201, 201, 201, 403],
      viewer: [201, 201, 403, 403],
      clerk: [403, 403, 403, 403],
      nobody: [404, 404, 404, 404],
    });
  });
});
