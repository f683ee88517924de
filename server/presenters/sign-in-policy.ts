import { z } from '@hono/zod-openapi';
import {
  SECOND_FACTOR_POLICIES,
  type SecondFactorPolicy,
} from '../../survey-definitions/sign-in-policy.ts';

export const SignInPolicySchema = z
  .object({ secondFactor: z.enum(SECOND_FACTOR_POLICIES) })
  .openapi('SignInPolicy');

export const presentSignInPolicy = (
  secondFactor: SecondFactorPolicy,
): z.infer<typeof SignInPolicySchema> => ({ secondFactor });
