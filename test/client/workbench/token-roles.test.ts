import { describe, expect, it } from 'vitest';
import {
  lendableRoles,
  SHOWN_TOKEN_ROLES,
  tokenRoleOf,
} from '../../../client/workbench/account/token-roles.ts';
import { ROLE_OF_TOKEN, ROLES } from '../../../server/accounts/permissions.ts';
import { EVALUATION_ROLES, TOKEN_ROLES } from '../../../survey-definitions/role.ts';

describe('roles of a token on the page that makes it', () => {
  it.each(EVALUATION_ROLES)('offered to a %s are those that the server takes from him', (own) => {
    const held: readonly string[] = ROLES[own];
    const taken = SHOWN_TOKEN_ROLES.filter((role) =>
      ROLES[ROLE_OF_TOKEN[role]].every((permission) => held.includes(permission)),
    );
    expect(lendableRoles(own)).toEqual(taken);
  });

  it('are all offered to an admin, and where no evaluation is named', () => {
    expect(lendableRoles('admin')).toEqual(SHOWN_TOKEN_ROLES);
    expect(lendableRoles(undefined)).toEqual(SHOWN_TOKEN_ROLES);
  });

  it('are each shown by a word, and one that nobody knows as it stands', () => {
    expect(TOKEN_ROLES.map(tokenRoleOf)).toEqual(['viewer', 'scorer', 'evaluator', 'viewer']);
    expect(tokenRoleOf('auditor')).toBeUndefined();
  });
});
