import { Problem } from '../problem.ts';

/** What somebody may do (权限). Every route that is not public names one. */
export const PERMISSIONS = [
  'session',
  'definitions.read',
  'definitions.write',
  'evaluations.read',
  'evaluations.write',
  'evaluations.delete',
  'example.delete',
  'surveys.read',
  'surveys.write',
  'access-codes.read',
  'access-codes.issue',
  'progress.read',
  'results.read',
  'responses.read',
  'figures.read',
  'base-data.read',
  'base-data.write',
  'scoring.read',
  'scoring.write',
  'audit.read',
  'tokens.create',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a reader sees: everything but single responses and the audit. */
const READER: readonly Permission[] = [
  'session',
  'definitions.read',
  'evaluations.read',
  'surveys.read',
  'access-codes.read',
  'progress.read',
  'results.read',
  'figures.read',
  'base-data.read',
  'scoring.read',
];

/** What an evaluator may do: everything but delete an evaluation that is not the example. */
const EVALUATOR = PERMISSIONS.filter((permission) => permission !== 'evaluations.delete');

/** The roles and what each holds; the one place that says so. A token may only read, whatever its role holds. */
export const ROLES = {
  admin: PERMISSIONS,
  evaluator: EVALUATOR,
  reader: READER,
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLES;

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** Whether somebody may do this. A role that nobody knows may do nothing. */
export function holds({ role }: { role: string }, permission: Permission): boolean {
  const held: readonly Permission[] = isRole(role) ? ROLES[role] : [];
  return held.includes(permission);
}

/** Throws not-allowed where somebody may not do this. */
export function mustHold(actor: { role: string }, permission: Permission): void {
  if (!holds(actor, permission)) throw new Problem('not-allowed');
}

/** Whether doing this changes what it is done to. */
export const changes = (permission: Permission): boolean => !permission.endsWith('.read');
