import {
  ACCOUNT_PERMISSIONS,
  type AccountPermission,
  EVALUATION_PERMISSIONS,
  type EvaluationPermission,
  type Permission,
} from '../../survey-definitions/permission.ts';
import type { EvaluationRole, TokenRole } from '../../survey-definitions/role.ts';

/** The commissioning party: progress, results and figures, no single response, and it changes nothing. */
const VIEWER: readonly EvaluationPermission[] = [
  'evaluations.read',
  'surveys.read',
  'access-codes.read',
  'progress.read',
  'results.read',
  'figures.read',
  'base-data.read',
  'scoring.read',
];

/** The one place that says which role holds which permission in an evaluation. An admin holds all of them in every one. */
export const ROLES = {
  evaluator: EVALUATION_PERMISSIONS.filter((permission) => permission !== 'evaluations.delete'),
  /** Keys paper, and sees how many came back; nobody's answers, and nothing that is made of them. */
  clerk: ['evaluations.read', 'surveys.read', 'progress.read'],
  scorer: [...VIEWER, 'figures.write', 'base-data.write', 'scoring.write'],
  viewer: VIEWER,
} as const satisfies Record<EvaluationRole, readonly EvaluationPermission[]>;

const EVERYBODY: readonly AccountPermission[] = [
  'session',
  'account',
  'definitions.read',
  'evaluations.list',
];
const EVALUATORS: readonly AccountPermission[] = [
  ...EVERYBODY,
  'definitions.write',
  'evaluations.create',
  'invitations',
  'audit.list',
];
/** What an account holds: anybody's, one that is evaluator of some evaluation or may begin them, an admin's. */
export const ACCOUNTS = {
  anybody: EVERYBODY,
  evaluator: EVALUATORS,
  admin: ACCOUNT_PERMISSIONS,
} as const satisfies Record<string, readonly AccountPermission[]>;

/** The role in an evaluation that a token stands for. */
export const ROLE_OF_TOKEN = {
  viewer: 'viewer',
  scorer: 'scorer',
  evaluator: 'evaluator',
  reader: 'viewer',
} as const satisfies Record<TokenRole, EvaluationRole>;

/** What no token holds, whoever made it: accounts and tokens are made by people who are there. */
const PEOPLE_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'account',
  'invitations',
  'accounts.read',
  'accounts.write',
  'people.write',
]);
export const isForTokens = (permission: Permission): boolean => !PEOPLE_ONLY.has(permission);

const OF_EVALUATIONS: ReadonlySet<string> = new Set(EVALUATION_PERMISSIONS);
/** Whether it depends on the evaluation that something is done to. */
export const isOfEvaluation = (permission: Permission): permission is EvaluationPermission =>
  OF_EVALUATIONS.has(permission);

/** Permissions that change nothing though they are not named `.read`. */
const READING: ReadonlySet<Permission> = new Set<Permission>([
  'session',
  'evaluations.list',
  'audit.list',
]);
/** Whether doing this changes what it is done to. */
export const changes = (permission: Permission): boolean =>
  !permission.endsWith('.read') && !READING.has(permission);
