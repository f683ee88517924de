import { TOKEN_ROLES, type TokenRole } from '../../../survey-definitions/role.ts';

type Shown = Exclude<TokenRole, 'reader'>;
/** Each may more than the one before. `reader` is the older word for the first. */
export const SHOWN_TOKEN_ROLES = TOKEN_ROLES.filter((role): role is Shown => role !== 'reader');

/** The word it is shown by; undefined where nobody knows the role. */
export const tokenRoleOf = (role: string): Shown | undefined =>
  role === 'reader' ? SHOWN_TOKEN_ROLES[0] : SHOWN_TOKEN_ROLES.find((shown) => shown === role);

/**
 * What somebody can lend in an evaluation by his role there; an admin, and whoever names no evaluation, anything: what he
 * may not do himself a token of his may not either.
 */
export function lendableRoles(own: string | undefined): readonly Shown[] {
  if (own === undefined || own === 'admin') return SHOWN_TOKEN_ROLES;
  return SHOWN_TOKEN_ROLES.slice(0, (SHOWN_TOKEN_ROLES as readonly string[]).indexOf(own) + 1);
}
