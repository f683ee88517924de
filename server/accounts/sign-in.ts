import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import {
  clearLoginFailures,
  findLoginFailures,
  type LoginFailures,
  recordLoginFailure,
} from '../store/login-failures.ts';
import { findUser, type User } from '../store/users.ts';
import { verifyPassword } from './passwords.ts';

/** Failures under a name that cost no waiting; each further one doubles it, up to five minutes. */
const FREE_FAILURES = 3;
const LONGEST_WAIT_SECONDS = 300;

/** A user name as accounts are stored and found under: width, spaces, dashes and capitals tell no two people apart. */
export const foldUsername = foldCaseless;

/** Seconds from now until the name may be tried again. */
function waitOf({ failures, lastAt }: LoginFailures, now: Date): number {
  if (failures < FREE_FAILURES) return 0;
  const delay = Math.min(2 ** (failures - FREE_FAILURES), LONGEST_WAIT_SECONDS);
  return Math.ceil((Date.parse(lastAt) + delay * 1000 - now.getTime()) / 1000);
}

const tooMany = (seconds: number) =>
  new Problem('too-many-attempts', { headers: { 'Retry-After': String(Math.max(1, seconds)) } });

/**
 * The user, where name and password are right. Throws wrong-credentials, or too-many-attempts while the name must
 * wait; a name that nobody has costs the same time and waits the same.
 */
export async function signIn(deps: Deps, typed: string, password: string): Promise<User> {
  const now = deps.now();
  const username = foldUsername(typed);
  const before = await findLoginFailures(deps.store.write, username);
  const wait = before === undefined ? 0 : waitOf(before, now);
  if (wait > 0) throw tooMany(wait);
  // Counted before it is tried, so that many tries at once do not all see a clean record.
  const count = await recordLoginFailure(deps.store.write, username, now);
  if (count > FREE_FAILURES && count !== (before?.failures ?? 0) + 1) throw tooMany(1);

  // An account from before names were folded is still found under its own.
  const user =
    (await findUser(deps.store.read, username)) ?? (await findUser(deps.store.read, typed));
  if (!(await verifyPassword(password, user?.passwordHash)) || user === undefined) {
    deps.log.warn({ failures: count }, 'sign-in failed');
    throw new Problem('wrong-credentials');
  }
  await clearLoginFailures(deps.store.write, username);
  return user;
}
