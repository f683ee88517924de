/** What somebody may do with an evaluation and all that is in it (权限), by his role there. */
export const EVALUATION_PERMISSIONS = [
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
  'responses.judge',
  'figures.read',
  'figures.write',
  'base-data.read',
  'base-data.write',
  'scoring.read',
  'scoring.write',
  'people.read',
  'people.write',
  'audit.read',
] as const;
export type EvaluationPermission = (typeof EVALUATION_PERMISSIONS)[number];

/** What somebody may do that is of no evaluation, by what his account is. */
export const ACCOUNT_PERMISSIONS = [
  'session',
  'account',
  'definitions.read',
  'definitions.write',
  'evaluations.list',
  'evaluations.create',
  'invitations',
  'accounts.read',
  'accounts.write',
  'audit.list',
] as const;
export type AccountPermission = (typeof ACCOUNT_PERMISSIONS)[number];

/** Every route that is not public names one. */
export type Permission = EvaluationPermission | AccountPermission;
