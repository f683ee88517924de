import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { account } from '../../support/signed-in-as.ts';

describe.each(ENGINES)('the people of an evaluation (%s)', (engine) => {
  const t = withFieldwork(engine);
  const path = (id = '') => `/api/evaluations/${t.evaluationId}/people${id && `/${id}`}`;
  const eventsOf = (username: string) =>
    t.store.read
      .selectFrom('audit_events')
      .select(['action', 'actor', 'detail', 'evaluation_id'])
      .where('subject', '=', username)
      .orderBy('at')
      .execute();

  it('are seen by its evaluators and by admins, with role, since when and by whom', async () => {
    const evaluator = await account(t, 'evaluator', [t.evaluationId]);
    const viewer = await account(t, 'viewer', [t.evaluationId]);
    const seen = await said(evaluator.call('GET', path()));
    expect(seen.status).toBe(200);
    const since = t.clock.now.toISOString();
    const of = { since, grantedBy: 'test', disabled: false };
    expect(seen.body.items).toEqual(
      expect.arrayContaining([
        { account: viewer.id, username: viewer.username, role: 'viewer', you: false, ...of },
        {
          account: evaluator.id,
          username: evaluator.username,
          role: 'evaluator',
          you: true,
          ...of,
        },
      ]),
    );
    expect((await t.admin('GET', path())).status).toBe(200);
    expect((await viewer.call('GET', path())).status).toBe(403);
    const stranger = await account(t, 'evaluator', []);
    expect((await stranger.call('GET', path())).status).toBe(404);
  });

  it('get another role, which is recorded, and recorded once', async () => {
    const viewer = await account(t, 'viewer', [t.evaluationId]);
    for (const _ of [1, 2]) {
      expect(await said(t.admin('PATCH', path(viewer.id), { role: 'scorer' }))).toMatchObject({
        status: 200,
        body: { account: viewer.id, role: 'scorer', grantedBy: 'admin' },
      });
    }
    const events = await eventsOf(viewer.username);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: 'role.change',
      actor: 'admin',
      evaluation_id: t.evaluationId,
    });
    expect(JSON.parse(events[0]?.detail ?? '')).toEqual({ before: 'viewer', after: 'scorer' });
    const note = { note: '见附件' };
    const entry = `/api/evaluations/${t.evaluationId}/scoring/A101`;
    expect((await viewer.call('PUT', entry, note)).status).toBe(200);
  });

  it('are removed, and from then on the evaluation is unknown to them', async () => {
    const scorer = await account(t, 'scorer', [t.evaluationId]);
    expect((await t.admin('DELETE', path(scorer.id))).status).toBe(204);
    expect((await scorer.call('GET', `/api/evaluations/${t.evaluationId}`)).status).toBe(404);
    expect((await eventsOf(scorer.username)).map(({ action }) => action)).toEqual(['role.remove']);
    expect(await said(t.admin('DELETE', path(scorer.id)))).toMatchObject({
      status: 404,
      body: { code: 'unknown-account' },
    });
  });

  it.each(['x', randomUUID()])('named by %s are unknown', async (id) => {
    for (const [method, body] of [
      ['PATCH', { role: 'viewer' }],
      ['DELETE', undefined],
    ] as const) {
      expect(await said(t.admin(method, path(id), body))).toMatchObject({
        status: 404,
        body: { code: 'unknown-account' },
      });
    }
  });

  it.each(['admin', 'reader', '', null])('do not become %j', async (role) => {
    const viewer = await account(t, 'viewer', [t.evaluationId]);
    expect(await said(t.admin('PATCH', path(viewer.id), { role }))).toMatchObject({
      status: 422,
      body: { errors: [{ path: '$.role' }] },
    });
  });
});

describe.each(ENGINES)('the last evaluator (%s)', (engine) => {
  const t = withFieldwork(engine);
  const path = (id: string) => `/api/evaluations/${t.evaluationId}/people/${id}`;
  const last = { status: 409, body: { code: 'last-evaluator' } };

  it('stays until another can take over; of two who leave at once one stays', async () => {
    const one = await account(t, 'evaluator', [t.evaluationId]);
    expect(await said(one.call('DELETE', path(one.id)))).toMatchObject(last);
    expect(await said(one.call('PATCH', path(one.id), { role: 'viewer' }))).toMatchObject(last);
    expect((await one.call('PATCH', path(one.id), { role: 'evaluator' })).status).toBe(200);

    const idle = await account(t, 'evaluator', [t.evaluationId]);
    await t.store.write
      .updateTable('users')
      .set({ disabled_at: t.clock.now.toISOString() })
      .where('id', '=', idle.id)
      .execute();
    expect(await said(one.call('DELETE', path(one.id)))).toMatchObject(last);
    expect((await one.call('DELETE', path(idle.id))).status).toBe(204);

    const two = await account(t, 'evaluator', [t.evaluationId]);
    const left = await Promise.all(
      [one, two].map(async ({ call, id }) => (await call('DELETE', path(id))).status),
    );
    expect(left.sort()).toEqual([204, 409]);
  });

  it('is taken away by an admin all the same', async () => {
    const people = (await said(t.admin('GET', `/api/evaluations/${t.evaluationId}/people`))).body;
    for (const { account: id, role } of people.items) {
      if (role === 'evaluator') expect((await t.admin('DELETE', path(id))).status).toBe(204);
    }
  });

  it('and everybody else may change in an archived evaluation too', async () => {
    const scorer = await account(t, 'scorer', [t.evaluationId]);
    const evaluation = `/api/evaluations/${t.evaluationId}`;
    await t.admin('POST', `/api/surveys/${t.code}/close`, {});
    expect((await t.admin('PATCH', evaluation, { archived: true })).status).toBe(200);
    expect((await t.admin('PATCH', path(scorer.id), { role: 'viewer' })).status).toBe(200);
    expect((await t.admin('DELETE', path(scorer.id))).status).toBe(204);
  });
});
