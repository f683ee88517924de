import {
  type AccountPermission,
  EVALUATION_PERMISSIONS,
  type EvaluationPermission,
  type Permission,
} from '../../survey-definitions/permission.ts';
import {
  EVALUATION_ROLES,
  type EvaluationRole,
  TOKEN_ROLES,
} from '../../survey-definitions/role.ts';
import { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-catalogue.ts';
import { hasEvaluation, type Reach } from '../store/evaluations.ts';
import { findRole, listRolesOf } from '../store/memberships.ts';
import type { Db } from '../store/tables.ts';
import type { Actor } from './actor.ts';
import { ACCOUNTS, changes, isForTokens, ROLE_OF_TOKEN, ROLES } from './permissions.ts';
import { mustStillStand } from './still-stands.ts';

// Who may do what is decided here and nowhere else, from the table in permissions.ts.

/** What somebody is in an evaluation, and what he may do there. */
export interface Standing {
  role: string;
  permissions: readonly EvaluationPermission[];
}

/** Whether somebody has to have a second factor and has none: he reaches his own account only. */
export const owesSecondFactor = ({ account }: Actor): boolean =>
  account.secondFactorRequired && !account.secondFactor;

/**
 * Whether somebody may do to others' sessions and tokens what everybody may do to his own. Throws second-factor-required where
 * he owes one: the guard lets him in, as the address is that of his own account, too.
 */
export function mayForOthers(actor: Actor): boolean {
  if (!actor.account.admin) return false;
  if (owesSecondFactor(actor)) throw new Problem('second-factor-required');
  return true;
}

/** Which evaluations somebody sees in a list. */
export function reachOf({ account, token }: Actor): Reach {
  return {
    ...(!account.admin && { userId: account.id }),
    ...(token && token.evaluationId !== null && { evaluationId: token.evaluationId }),
  };
}

/** What somebody is in an evaluation; undefined where he has no role in it, whether it exists or not. */
export async function standingIn(
  db: Db,
  actor: Actor,
  evaluationId: string,
): Promise<Standing | undefined> {
  const { account, token } = actor;
  if (token && token.evaluationId !== null && token.evaluationId !== evaluationId) return undefined;
  return standing(actor, account.admin ? undefined : await findRole(db, account.id, evaluationId));
}

/** The same in each evaluation that he reaches, by id, for a list; an admin's is the same in all. */
export async function standings(
  db: Db,
  actor: Actor,
): Promise<(evaluationId: string) => Standing | undefined> {
  const { account } = actor;
  if (account.admin) return () => standing(actor, undefined);
  const roles = new Map(
    (await listRolesOf(db, account.id)).map(({ evaluationId, role }) => [evaluationId, role]),
  );
  return (evaluationId) => standing(actor, roles.get(evaluationId));
}

function standing(actor: Actor, stored: string | undefined): Standing | undefined {
  const { account, token } = actor;
  const own = account.admin ? EVALUATION_PERMISSIONS : stored && rolePermissions(stored);
  if (own === undefined || own === '') return undefined;
  if (token === undefined)
    return { role: account.admin ? 'admin' : (stored ?? ''), permissions: own };
  const role = tokenRole(token.role);
  const lent = role ? ROLES[role] : [];
  const permissions = own.filter(
    (permission) => lent.includes(permission as never) && mayBeLent(token, permission),
  );
  return { role: token.role, permissions };
}

/** A role that nobody knows holds nothing. */
const rolePermissions = (role: string): readonly EvaluationPermission[] =>
  isEvaluationRole(role) ? ROLES[role] : [];
const isEvaluationRole = (role: string): role is EvaluationRole =>
  (EVALUATION_ROLES as readonly string[]).includes(role);
const tokenRole = (role: string): EvaluationRole | undefined => {
  const known = TOKEN_ROLES.find((each) => each === role);
  return known && ROLE_OF_TOKEN[known];
};
const mayBeLent = ({ readOnly }: NonNullable<Actor['token']>, permission: Permission) =>
  isForTokens(permission) && !(readOnly && changes(permission));

/** What somebody may do that is of no evaluation. */
export function accountPermissions({ account, token }: Actor): readonly AccountPermission[] {
  const own = ACCOUNTS[account.admin ? 'admin' : account.evaluator ? 'evaluator' : 'anybody'];
  if (token === undefined) return own;
  const role = tokenRole(token.role);
  if (role === undefined) return [];
  const lent = ACCOUNTS[role === 'evaluator' ? 'evaluator' : 'anybody'];
  return own.filter(
    (permission) =>
      lent.includes(permission) &&
      mayBeLent(token, permission) &&
      // One that reaches a single evaluation could not even see what it began.
      !(permission === 'evaluations.create' && token.evaluationId !== null),
  );
}

/** Throws not-allowed, or read-only-token, where somebody may not do this. */
export function mustHold(actor: Actor, permission: AccountPermission): void {
  if (!accountPermissions(actor).includes(permission)) throw refusal(actor, permission);
}

/**
 * Throws `unknown` where somebody has no role in the evaluation: he is told no more than if it did not exist; not-allowed,
 * or read-only-token, where his role lacks this. In a transaction he is asked anew who he is: it may have waited.
 */
export async function mustHoldIn(
  db: Db,
  actor: Actor,
  permission: EvaluationPermission,
  evaluationId: string,
  unknown: ProblemCode,
): Promise<void> {
  if (db.isTransaction) await mustStillStand(db, actor);
  const held = await standingIn(db, actor, evaluationId);
  // An admin holds everything everywhere, also where there is nothing to be changed.
  const isThere =
    !db.isTransaction || !actor.account.admin || (await hasEvaluation(db, evaluationId));
  if (held === undefined || !isThere) throw new Problem(unknown);
  if (!held.permissions.includes(permission)) throw refusal(actor, permission);
}

/** A token that could only ever read is told so, where another could do it; a role that nobody knows is told nothing. */
function refusal({ token }: Actor, permission: Permission): Problem {
  const role = token && tokenRole(token.role);
  const reads = token && role && (token.readOnly || role === 'viewer');
  const isLent = changes(permission) && isForTokens(permission);
  return new Problem(reads && isLent ? 'read-only-token' : 'not-allowed');
}
