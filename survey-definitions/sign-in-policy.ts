/** Who has to sign in with a second factor (两步验证): whoever wants to, admins, everybody. */
export const SECOND_FACTOR_POLICIES = ['optional', 'admins', 'everyone'] as const;
export type SecondFactorPolicy = (typeof SECOND_FACTOR_POLICIES)[number];
