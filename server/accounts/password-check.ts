import { setTimeout as sleep } from 'node:timers/promises';
import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-catalogue.ts';
import type { User } from '../store/users.ts';
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

/** What a password is tried with. */
export interface Tried {
  username: string;
  password: string;
  /** What tells the connection from others, where anything does. */
  network: string | undefined;
  /** What the device says of who signed in there before. */
  device: string | undefined;
}

/** What was looked at and wrong; the others only waited, or nobody had time to look. */
const WRONG = ['wrong-credentials', 'wrong-code'] as const satisfies readonly ProblemCode[];
/** Nothing of what came was wrong, so there is nothing to be late for. */
const PROMPT: ProblemCode = 'second-factor-needed';

/** Told of a try that was looked at and wrong: whose account it was, undefined where there is none of the name. */
export type Refused = (user: User | undefined, because: (typeof WRONG)[number]) => void;

type CheckDeps = Pick<Deps, 'log' | 'elapsed' | 'lateMs'> & { sign: Sign };

export type PasswordCheck = ReturnType<typeof createPasswordCheck>;

/**
 * Checks passwords, and counts in this process who fails: nothing is written for a try, so that none waits for, or delays,
 * whoever writes. What `proceed` makes of the account, where the password is its own; throws wrong-credentials, or
 * too-many-attempts while one must wait, and what `proceed` throws. A device where the name signed in before has an allowance
 * of its own: nobody else can keep its user out. A name that nobody has, and an account that is disabled, cost the same time
 * and wait the same.
 */
export function createPasswordCheck({ log, elapsed, lateMs = LATE_MS, sign }: CheckDeps) {
  const now = elapsed ?? (() => performance.now());
  const names = createAttempts(now, FREE_OF_NAME);
  const networks = createAttempts(now, FREE_OF_NETWORK);
  const devices = createAttempts(now, FREE_OF_DEVICE);

  return async function check<T>(
    tried: Tried,
    find: () => Promise<User | undefined>,
    proceed: (user: User) => Promise<T>,
    refused: Refused,
  ): Promise<T> {
    const began = performance.now();
    try {
      return await attempt(tried, find, proceed, refused);
    } catch (error) {
      const isPrompt = error instanceof Problem && error.code === PROMPT;
      if (!isPrompt) await sleep(Math.max(0, began + lateMs - performance.now()));
      throw error;
    }
  };

  async function attempt<T>(
    { username: typed, password, network, device: said }: Tried,
    find: () => Promise<User | undefined>,
    proceed: (user: User) => Promise<T>,
    refused: Refused,
  ): Promise<T> {
    const username = foldUsername(typed);
    const device = await knownDevice(sign, said, username);
    const [own, ...shared] = takeAll(
      device === undefined
        ? [names.take(username), ...(network === undefined ? [] : [networks.take(network)])]
        : [devices.take(`${device} ${username}`)],
    );
    let user: User | undefined;
    let result: T;
    try {
      user = await find();
      const isRight = await verifyPassword(password, user?.passwordHash, device !== undefined);
      if (user === undefined || !isRight || user.disabledAt !== null) {
        throw new Problem('wrong-credentials');
      }
      result = await proceed(user);
    } catch (error) {
      const wrong = WRONG.find((code) => error instanceof Problem && error.code === code);
      if (wrong === undefined) {
        // Too busy, without a database, or not all that is needed: it decided nothing.
        for (const each of [own, ...shared]) each?.takeBack();
      } else {
        log.warn({ known: device !== undefined }, 'sign-in failed');
        refused(user, wrong);
      }
      throw error;
    }
    own?.clear();
    for (const each of shared) each.takeBack();
    return result;
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
