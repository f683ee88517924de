import { isBlankText } from '../../survey-definitions/unseen.ts';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import { countRecoveryCodes, takeRecoveryCode, takeTotpStep } from '../store/second-factor.ts';
import type { Db } from '../store/tables.ts';
import { findUser, holdUser, type User } from '../store/users.ts';
import { audited } from './audited.ts';
import { foldUsername, type PasswordCheck, type Tried } from './password-check.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { noteRefusal } from './refusals.ts';
import { readTotpCode, totpStep } from './totp.ts';

/** By what somebody showed beside his password that it is he. */
export type ShownBy = 'totp' | 'recovery-code';

export interface SignedIn {
  user: User;
  /** Undefined where the account has no second factor. */
  shownBy: ShownBy | undefined;
}

type SignInDeps = Pick<Deps, 'log' | 'now' | 'store'> & { check: PasswordCheck };

/**
 * Signs people in: by name and password, and where the account has a second factor by a code as well, of the authenticator or
 * a recovery code. Throws what the check throws, second-factor-needed where the password is right and a code is missing, and
 * wrong-code where it is wrong or was used before, by whichever server.
 */
export function createSignIn(deps: SignInDeps) {
  const { store, check } = deps;
  return (tried: Tried & { code?: string | undefined }): Promise<SignedIn> => {
    const { username: typed, code = '' } = tried;
    // An account from before names were folded is still found under its own.
    const find = async () =>
      (await findUser(store.read, foldUsername(typed))) ?? (await findUser(store.read, typed));
    const proceed = async (user: User): Promise<SignedIn> => {
      if (user.totpSecret === null) return { user, shownBy: undefined };
      if (isBlankText(code)) throw new Problem('second-factor-needed');
      const shownBy = await takeCode(deps, user, user.totpSecret, code);
      if (shownBy === undefined) throw new Problem('wrong-code');
      return { user, shownBy };
    };
    return check(tried, find, proceed, (user, because) =>
      noteRefusal(deps, { action: 'session.refuse', user, because }),
    );
  };
}

/**
 * Throws wrong-credentials where the account was disabled, or its password changed, since it was looked at: who did that ends its
 * sessions, and would not have met the one that is begun here. Whoever does it meanwhile waits until `trx` is over.
 */
export async function mustStillSignIn(trx: Db, user: User): Promise<void> {
  const now = await holdUser(trx, user.id);
  if (now === undefined || now.disabledAt !== null || now.passwordHash !== user.passwordHash) {
    throw new Problem('wrong-credentials');
  }
}

/** Uses a code up; undefined where it is none, or was used before. */
async function takeCode(
  deps: Pick<Deps, 'now' | 'store'>,
  user: User,
  secret: string,
  typed: string,
): Promise<ShownBy | undefined> {
  const { store, now } = deps;
  if (readTotpCode(typed) !== undefined) {
    const step = totpStep(secret, typed, now());
    if (step === undefined) return undefined;
    return (await takeTotpStep(store.write, user.id, { secret, step })) ? 'totp' : undefined;
  }
  const hash = recoveryCodeHash(user.id, typed);
  if (hash === undefined) return undefined;
  const left = await audited(
    deps,
    { name: user.username },
    (codes: number | undefined) =>
      codes === undefined
        ? undefined
        : {
            action: 'second-factor.recovery-code',
            subject: user.username,
            detail: { left: codes },
          },
    async (trx) =>
      (await takeRecoveryCode(trx, user.id, hash, now()))
        ? countRecoveryCodes(trx, user.id)
        : undefined,
  );
  return left === undefined ? undefined : 'recovery-code';
}
