import {
  SECOND_FACTOR_POLICIES,
  type SecondFactorPolicy,
} from '../../survey-definitions/sign-in-policy.ts';
import { changeSetting, readSetting } from './settings.ts';
import type { Db } from './tables.ts';

/** The setting that says who has to sign in with a second factor. */
export const SECOND_FACTOR_SETTING = 'second-factor';

/** As it is set; a value that is none of ours, or none, requires nothing. */
export const policyOf = (value: string | null | undefined): SecondFactorPolicy =>
  SECOND_FACTOR_POLICIES.find((each) => each === value) ?? 'optional';

export async function readSecondFactorPolicy(db: Db): Promise<SecondFactorPolicy> {
  return policyOf(await readSetting(db, SECOND_FACTOR_SETTING));
}

/** The policy that stood before; of several at once each is told what it changed. */
export async function changeSecondFactorPolicy(
  trx: Db,
  policy: SecondFactorPolicy,
): Promise<SecondFactorPolicy> {
  const before = await readSecondFactorPolicy(trx);
  if (before !== policy) await changeSetting(trx, SECOND_FACTOR_SETTING, policy);
  return before;
}
