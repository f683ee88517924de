import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import { findUserById, type User } from '../store/users.ts';
import type { Actor } from './actor.ts';
import type { PasswordCheck, Tried } from './password-check.ts';
import { noteRefusal } from './refusals.ts';

const WRONG_PASSWORD = {
  'zh-CN': '密码不对，请重新输入',
  en: 'The password is wrong; please type it again',
};

type OwnDeps = Pick<Deps, 'log' | 'now' | 'store'> & { check: PasswordCheck };

/**
 * Asks for somebody's own password before what could keep him out of his account. Counted and late like signing in: a session
 * that was left open is no place to guess it. Throws not-acceptable at `path` where it is wrong.
 */
export function createPasswordConfirmation(deps: OwnDeps) {
  return async function confirm(
    { account, name }: Actor,
    tried: Omit<Tried, 'username'> & { path: string },
  ): Promise<User> {
    const find = () => findUserById(deps.store.read, account.id);
    try {
      return await deps.check(
        { ...tried, username: account.username },
        find,
        async (user) => user,
        (user, because) =>
          noteRefusal(deps, { action: 'password.refuse', user, because, actor: name }),
      );
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'wrong-credentials') throw error;
      throw new Problem('not-acceptable', {
        errors: [{ path: tried.path, code: 'wrong-password', message: WRONG_PASSWORD }],
      });
    }
  };
}
