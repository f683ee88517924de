import { describe, expect, it } from 'vitest';
import { declarationsOf } from '../../../server/http/route.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';

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
