/** What somebody is in one evaluation (角色): each holds permissions, which the server's table of permissions names. */
export const EVALUATION_ROLES = ['evaluator', 'clerk', 'scorer', 'viewer'] as const;
export type EvaluationRole = (typeof EVALUATION_ROLES)[number];

/** Roles of a token for another program; `reader` is another word for viewer. */
export const TOKEN_ROLES = ['viewer', 'scorer', 'evaluator', 'reader'] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];
