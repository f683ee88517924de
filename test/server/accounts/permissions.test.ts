import { describe, expect, it } from 'vitest';
import { accountPermissions, standingIn } from '../../../server/accounts/access.ts';
import type { Actor } from '../../../server/accounts/actor.ts';
import { ROLES } from '../../../server/accounts/permissions.ts';
import { createApp } from '../../../server/app.ts';
import { declarationsOf } from '../../../server/http/route.ts';
import {
  ACCOUNT_PERMISSIONS,
  EVALUATION_PERMISSIONS,
} from '../../../survey-definitions/permission.ts';
import type { EVALUATION_ROLES } from '../../../survey-definitions/role.ts';
import { openTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';
import { withTestStore } from '../../support/store.ts';

const lacks = (role: (typeof EVALUATION_ROLES)[number]) => {
  const held: readonly string[] = ROLES[role];
  return EVALUATION_PERMISSIONS.filter((permission) => !held.includes(permission));
};
const person = (changed: Partial<Actor['account']> = {}): Actor => ({
  name: 'somebody',
  kind: 'session',
  account: {
    id: 'u',
    username: 'somebody',
    admin: false,
    evaluator: false,
    secondFactor: false,
    secondFactorRequired: false,
    ...changed,
  },
});

describe('who may do what in an evaluation', () => {
  it('a viewer reads everything but single responses, people and the audit, and changes nothing', () => {
    expect(lacks('viewer')).toEqual([
      'evaluations.write',
      'evaluations.delete',
      'example.delete',
      'surveys.write',
      'access-codes.issue',
      'responses.read',
      'responses.judge',
      'figures.write',
      'base-data.write',
      'scoring.write',
      'people.read',
      'people.write',
      'audit.read',
    ]);
  });

  it('a scorer also scores, freezes figures, and changes what scores are computed from', () => {
    expect(lacks('viewer').filter((permission) => !lacks('scorer').includes(permission))).toEqual([
      'figures.write',
      'base-data.write',
      'scoring.write',
    ]);
  });

  it('a clerk sees what is asked and how many came back, and nothing that was answered', () => {
    expect(ROLES.clerk).toEqual(['evaluations.read', 'surveys.read', 'progress.read']);
  });

  it('an evaluator may do all but delete an evaluation that is not the example', () => {
    expect(lacks('evaluator')).toEqual(['evaluations.delete']);
  });

  it('every permission is asked for by some route, and no route asks for another', async () => {
    const t = await openTestApp(ENGINES[0] ?? 'sqlite3');
    const asked = [...declarationsOf(createApp(t.deps)).values()].map(({ access }) => access);
    await t.close();
    // Asked only once it is known that an evaluation is not the example.
    const askedLater = ['evaluations.delete'];
    const named = new Set<string>(asked.filter((access) => access !== 'public'));
    for (const permission of askedLater) named.add(permission);
    expect([...named].sort()).toEqual([...EVALUATION_PERMISSIONS, ...ACCOUNT_PERMISSIONS].sort());
  });
});

describe('who may do what that is of no evaluation', () => {
  it('anybody with an account sees definitions and his evaluations', () => {
    expect(accountPermissions(person())).toEqual([
      'session',
      'account',
      'definitions.read',
      'evaluations.list',
    ]);
  });

  it('an evaluator also publishes definitions, begins evaluations, invites, and reads the audit of his own', () => {
    const more = accountPermissions(person({ evaluator: true })).slice(4);
    expect(more).toEqual(['definitions.write', 'evaluations.create', 'invitations', 'audit.list']);
  });

  it('an admin may do everything', () => {
    expect(accountPermissions(person({ admin: true }))).toEqual(ACCOUNT_PERMISSIONS);
  });
});

describe('what is lent to a token', () => {
  const store = withTestStore(ENGINES[0] ?? 'sqlite3');
  const token = (changed: Partial<NonNullable<Actor['token']>>, admin = true): Actor => ({
    ...person({ admin, evaluator: admin }),
    kind: 'token',
    token: { id: 't', role: 'evaluator', evaluationId: null, readOnly: false, ...changed },
  });
  const held = async (actor: Actor, evaluation = 'e') =>
    (await standingIn(store.read, actor, evaluation))?.permissions;

  it('is what its role holds, and never people, accounts and tokens', async () => {
    expect(await held(token({}))).toEqual(
      ROLES.evaluator.filter((permission) => permission !== 'people.write'),
    );
    expect(await held(token({ role: 'scorer' }))).toEqual(
      EVALUATION_PERMISSIONS.filter((permission) => ROLES.scorer.includes(permission)),
    );
    expect(accountPermissions(token({}))).toEqual([
      'session',
      'definitions.read',
      'definitions.write',
      'evaluations.list',
      'evaluations.create',
      'audit.list',
    ]);
  });

  it('of a viewer is what a viewer holds, by either word', async () => {
    expect(await held(token({ role: 'viewer' }))).toEqual(ROLES.viewer);
    expect(await held(token({ role: 'reader' }))).toEqual(ROLES.viewer);
  });

  it('only reads where it is from before tokens could write', async () => {
    expect(
      (await held(token({ readOnly: true })))?.filter((each) => !each.endsWith('.read')),
    ).toEqual([]);
    expect(accountPermissions(token({ readOnly: true }))).not.toContain('definitions.write');
  });

  it('is nothing in another evaluation than the one it names', async () => {
    expect(await held(token({ evaluationId: 'other' }))).toBeUndefined();
    expect(accountPermissions(token({ evaluationId: 'e' }))).not.toContain('evaluations.create');
  });

  it('is never more than its maker holds', async () => {
    expect(await held(token({}, false))).toBeUndefined();
    expect(accountPermissions(token({}, false))).not.toContain('definitions.write');
  });

  it.each(['', 'Evaluator', 'owner', 'constructor', '__proto__'])(
    'is nothing at all under a role that nobody knows, %j',
    async (role) => {
      expect(await held(token({ role }))).toEqual([]);
      expect(accountPermissions(token({ role }))).toEqual([]);
    },
  );
});
