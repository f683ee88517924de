import { z } from '@hono/zod-openapi';
import type { Actor } from '../accounts/actor.ts';
import type { User } from '../store/users.ts';

export const SecondFactorSchema = z
  .object({
    on: z.boolean(),
    required: z.boolean().describe('Without one, nothing but the own account is reached'),
    pending: z.boolean().describe('A key was given out, and no code of it shown yet'),
    recoveryCodesLeft: z.int(),
  })
  .openapi('SecondFactor');
export const RecoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()) })
  .openapi('RecoveryCodes');

/** How somebody's second factor stands; never a key or a code. */
export function presentSecondFactor(
  account: Pick<Actor['account'], 'secondFactorRequired'>,
  user: Pick<User, 'totpSecret' | 'totpPending'> | undefined,
  recoveryCodesLeft: number,
): z.infer<typeof SecondFactorSchema> {
  return {
    on: Boolean(user?.totpSecret),
    required: account.secondFactorRequired,
    pending: Boolean(user?.totpPending),
    recoveryCodesLeft,
  };
}
