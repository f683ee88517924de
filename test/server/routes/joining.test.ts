import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsAll } from '../../../server/accounts/accepting.ts';
import { ROLES } from '../../../server/accounts/permissions.ts';
import { EVALUATION_ROLES } from '../../../survey-definitions/role.ts';
import { said, withFieldwork } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { invited } from '../../support/invited.ts';
import { account } from '../../support/signed-in-as.ts';

describe.each(ENGINES)('joining with an account that is there (%s)', (engine) => {
  const t = withFieldwork(engine);
  const roleOf = async (userId: string) =>
    (
      await t.store.read
        .selectFrom('memberships')
        .select('role')
        .where('user_id', '=', userId)
        .where('evaluation_id', '=', t.evaluationId)
        .executeTakeFirst()
    )?.role;

  it('gives it the role, once', async () => {
    const { call, id, username } = await account(t, 'nobody');
    const { secret, id: invitation } = await invited(t, {
      evaluation: t.evaluationId,
      role: 'viewer',
    });
    const path = `/api/evaluations/${t.evaluationId}`;
    expect((await call('GET', path)).status).toBe(404);
    expect(await said(call('POST', '/api/invitations/join', { secret }))).toEqual({
      status: 200,
      body: { evaluation: t.evaluationId, role: 'viewer' },
    });
    expect((await said(call('GET', path))).body).toMatchObject({ role: 'viewer' });
    expect(await roleOf(id)).toBe('viewer');
    const again = await said(call('POST', '/api/invitations/join', { secret }));
    expect(again).toMatchObject({ status: 404, body: { code: 'unknown-invitation' } });
    const event = await t.store.read
      .selectFrom('audit_events')
      .select(['action', 'actor'])
      .where('subject', '=', invitation)
      .where('actor', '=', username)
      .executeTakeFirst();
    expect(event?.action).toBe('invitation.join');
  });

  it('asks who one is', async () => {
    const { secret } = await invited(t, { beginsEvaluations: true });
    expect((await t.anyone('POST', '/api/invitations/join', { secret })).status).toBe(401);
  });

  it.each([
    ['scorer', 'viewer', 'scorer'],
    ['evaluator', 'clerk', 'evaluator'],
    ['viewer', 'scorer', 'scorer'],
    ['clerk', 'evaluator', 'evaluator'],
    ['viewer', 'viewer', 'viewer'],
    ['viewer', 'clerk', 'viewer'],
  ] as const)('a %s who is invited as %s is %s then', async (present, invitedAs, then) => {
    const { call, id } = await account(t, present, [t.evaluationId]);
    const { secret } = await invited(t, { evaluation: t.evaluationId, role: invitedAs });
    expect(await said(call('POST', '/api/invitations/join', { secret }))).toEqual({
      status: 200,
      body: { evaluation: t.evaluationId, role: then },
    });
    expect(await roleOf(id)).toBe(then);
  });

  it('makes an admin, or somebody who begins evaluations, and nobody less', async () => {
    const { call } = await account(t, 'nobody');
    const session = async () => (await said(call('GET', '/api/session'))).body;
    const { secret: begins } = await invited(t, { beginsEvaluations: true });
    expect(await said(call('POST', '/api/invitations/join', { secret: begins }))).toEqual({
      status: 200,
      body: { evaluation: null, role: null },
    });
    expect((await session()).permissions).toContain('evaluations.create');
    const { secret } = await invited(t, { admin: true });
    expect((await call('POST', '/api/invitations/join', { secret })).status).toBe(200);
    expect(await session()).toMatchObject({ admin: true, role: 'admin' });
    const { secret: more } = await invited(t, { beginsEvaluations: true });
    expect((await call('POST', '/api/invitations/join', { secret: more })).status).toBe(200);
    expect(await session()).toMatchObject({ admin: true });
  });
});

describe('one role beside another', () => {
  const role = fc.constantFrom(...EVALUATION_ROLES);

  it('holds all of it only where nothing is lost', () => {
    fc.assert(
      fc.property(role, role, (one, other) => {
        const held = new Set<string>(ROLES[one]);
        expect(holdsAll(one, other)).toBe(ROLES[other].every((each) => held.has(each)));
        expect(holdsAll('evaluator', one)).toBe(true);
        expect(holdsAll(one, one)).toBe(true);
      }),
    );
  });
});
