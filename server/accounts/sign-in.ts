import { setTimeout as sleep } from 'node:timers/promises';
import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import { findUser, type User } from '../store/users.ts';
import { type Attempt, createAttempts } from './attempts.ts';
import { knownDevice } from './known-device.ts';
import { verifyPassword } from './passwords.ts';
import type { Sign } from './signing-key.ts';

/** Failures that cost no waiting: under a name, by a known device, and in a network that many share. */
const FREE_OF_NAME = 3;
const FREE_OF_DEVICE = 3;
const FREE_OF_NETWORK = 30;
/** No refusal is answered sooner, so that a flood of tries costs whoever makes it the waiting and the server nothing. */
const LATE_MS = 1000;

/** A user name as accounts are stored and found under: width, spaces, dashes and capitals tell no two people apart. */
export const foldUsername = foldCaseless;

/** What a try comes with. */
export interface Tried {
  username: string;
  password: string;
  /** What tells the connection from others, where anything does. */
  network: string | undefined;
  /** What the device says of who signed in there before. */
  device: string | undefined;
}

type SignInDeps = Pick<Deps, 'log' | 'elapsed' | 'lateMs'> & {
  /** Nothing is written for a try, so that none waits for, or delays, whoever writes. */
  store: Pick<Deps['store'], 'read'>;
  sign: Sign;
};

/**
 * Signs people in, and counts in this process who fails. The user, where name and password are right; throws
 * wrong-credentials, or too-many-attempts while one must wait. A device where the name signed in before has an allowance
 * of its own: nobody else can keep its user out. A name that nobody has costs the same time and waits the same.
 */
export function createSignIn({ store, log, elapsed, lateMs = LATE_MS, sign }: SignInDeps) {
  const now = elapsed ?? (() => performance.now());
  const names = createAttempts(now, FREE_OF_NAME);
  const networks = createAttempts(now, FREE_OF_NETWORK);
  const devices = createAttempts(now, FREE_OF_DEVICE);

  return async function signIn(tried: Tried): Promise<User> {
    const began = performance.now();
    try {
      return await attempt(tried);
    } catch (error) {
      await sleep(Math.max(0, began + lateMs - performance.now()));
      throw error;
    }
  };

  async function attempt({ username: typed, password, network, device: said }: Tried) {
    const username = foldUsername(typed);
    const device = await knownDevice(sign, said, username);
    const counted = takeAll(
      device === undefined
        ? [names.take(username), ...(network === undefined ? [] : [networks.take(network)])]
        : [devices.take(`${device} ${username}`)],
    );
    const user = await verified(typed, username, password, device !== undefined).catch((error) => {
      // Too busy, or without a database: the password was never looked at.
      for (const each of counted) each.takeBack();
      throw error;
    });
    if (user === undefined) {
      log.warn({ known: device !== undefined }, 'sign-in failed');
      throw new Problem('wrong-credentials');
    }
    const [own, ...shared] = counted;
    own?.clear();
    for (const each of shared) each.takeBack();
    return user;
  }

  async function verified(typed: string, username: string, password: string, first: boolean) {
    // An account from before names were folded is still found under its own.
    const user = (await findUser(store.read, username)) ?? (await findUser(store.read, typed));
    const right = await verifyPassword(password, user?.passwordHash, first);
    // A disabled account is refused like a wrong password, and as late: who it is of is nobody's to learn.
    return right && user?.disabledAt === null ? user : undefined;
  }
}

/** All of them, or none where one has to wait: then throws too-many-attempts. */
function takeAll(taken: (Attempt | { wait: number })[]): Attempt[] {
  const made = taken.filter((each) => 'takeBack' in each);
  const waits = taken.flatMap((each) => ('wait' in each ? [each.wait] : []));
  if (waits.length === 0) return made;
  for (const each of made) each.takeBack();
  const seconds = Math.ceil(Math.max(...waits) / 1000);
  throw new Problem('too-many-attempts', { headers: { 'Retry-After': String(seconds) } });
}
