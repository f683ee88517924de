import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import {
  confirmTotp,
  removeSecondFactor,
  replaceRecoveryCodes,
  setPendingTotp,
} from '../store/second-factor.ts';
import type { Db } from '../store/tables.ts';
import { findUserById } from '../store/users.ts';
import type { Actor } from './actor.ts';
import { audited } from './audited.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

type Own = Pick<Deps, 'now' | 'store'>;

const WRONG_CODE = {
  'zh-CN': '验证码不对，请核对手机时间后再输入新的验证码',
  en: "The code is wrong; please check your phone's clock and type a new one",
};

/** A key for somebody's app, in force once he shows a code of it. */
export async function beginSecondFactor(
  { store }: Own,
  { account }: Actor,
): Promise<{ secret: string; uri: string }> {
  const secret = newTotpSecret();
  await setPendingTotp(store.write, account.id, secret);
  return { secret, uri: totpUri(secret, account.username) };
}

/** Puts the pending key in force, by a code of it; recovery codes to be shown once. */
export async function confirmSecondFactor(
  deps: Own,
  actor: Actor,
  code: string,
): Promise<string[]> {
  const { id, username } = actor.account;
  const pending = (await findUserById(deps.store.read, id))?.totpPending;
  if (!pending) throw new Problem('second-factor-not-begun');
  const step = totpStep(pending, code, deps.now());
  if (step === undefined) {
    const errors = [{ path: '$.code', code: 'wrong-code', message: WRONG_CODE }];
    throw new Problem('not-acceptable', { errors });
  }
  const act = { action: 'second-factor.on', subject: username };
  return audited(deps, actor, act, async (trx) => {
    if (!(await confirmTotp(trx, id, { secret: pending, step }))) {
      throw new Problem('second-factor-not-begun');
    }
    return storeNewCodes(trx, id);
  });
}

/** New recovery codes, to be shown once; throws second-factor-off where there is nothing to recover. */
export async function renewRecoveryCodes(deps: Own, actor: Actor): Promise<string[]> {
  const { id, username } = actor.account;
  const act = { action: 'second-factor.recovery-codes', subject: username };
  return audited(deps, actor, act, async (trx) => {
    if (!(await findUserById(trx, id))?.totpSecret) throw new Problem('second-factor-off');
    return storeNewCodes(trx, id);
  });
}

/** From now on the password is enough; throws second-factor-off where it is already. */
export async function endSecondFactor(deps: Own, actor: Actor): Promise<void> {
  const { id, username } = actor.account;
  const act = { action: 'second-factor.off', subject: username };
  await audited(deps, actor, act, async (trx) => {
    if (!(await removeSecondFactor(trx, id))) throw new Problem('second-factor-off');
  });
}

async function storeNewCodes(trx: Db, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.flatMap((code) => recoveryCodeHash(userId, code) ?? []);
  await replaceRecoveryCodes(trx, userId, hashes);
  return codes;
}
