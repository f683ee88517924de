import { describe, expect, it } from 'vitest';
import { holds, PERMISSIONS, ROLES } from '../../../server/accounts/permissions.ts';
import { createApp } from '../../../server/app.ts';
import { declarationsOf } from '../../../server/http/route.ts';
import { openTestApp } from '../../support/app.ts';
import { ENGINES } from '../../support/engines.ts';

describe('who may do what', () => {
  it.each(PERMISSIONS)('an admin holds %s', (permission) => {
    expect(holds({ role: 'admin' }, permission)).toBe(true);
  });

  it('a reader reads everything but single responses and the audit, and changes nothing', () => {
    const lacks = PERMISSIONS.filter((permission) => !holds({ role: 'reader' }, permission));
    expect(lacks).toEqual([
      'definitions.write',
      'evaluations.write',
      'evaluations.delete',
      'example.delete',
      'surveys.write',
      'access-codes.issue',
      'responses.read',
      'base-data.write',
      'scoring.write',
      'audit.read',
      'tokens.create',
    ]);
  });

  it('an evaluator may do all that an admin may, but delete an evaluation that is not the example', () => {
    expect(PERMISSIONS.filter((permission) => !holds({ role: 'evaluator' }, permission))).toEqual([
      'evaluations.delete',
    ]);
  });

  it.each(['', 'Admin', 'owner', 'constructor', '__proto__'])(
    'a role that nobody knows, %j, may do nothing',
    (role) => {
      expect(PERMISSIONS.filter((permission) => holds({ role }, permission))).toEqual([]);
    },
  );

  it('every permission is asked for by some route, and no route asks for another', async () => {
    const t = await openTestApp(ENGINES[0] ?? 'sqlite3');
    const asked = [...declarationsOf(createApp(t.deps)).values()].map(({ access }) => access);
    await t.close();
    // Asked only once it is known that an evaluation is not the example.
    const askedLater = ['evaluations.delete'];
    const named = new Set<string>(asked.filter((access) => access !== 'public'));
    for (const permission of askedLater) named.add(permission);
    expect([...named].sort()).toEqual([...PERMISSIONS].sort());
    expect(Object.keys(ROLES)).toEqual(['admin', 'evaluator', 'reader']);
  });
});
