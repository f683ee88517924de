import type { Deps } from '../context.ts';
import { describeError } from '../log.ts';
import type { User } from '../store/users.ts';
import { audited } from './audited.ts';

/** Who it was is not known, and what he called himself may be a password typed into the wrong field. */
const NOBODY = 'server:sign-in';

interface Refusal {
  action: 'session.refuse' | 'password.refuse';
  user: User | undefined;
  because: string;
  /** Who was signed in meanwhile, where somebody was. */
  actor?: string;
}

/**
 * Records that a password or a code was looked at and wrong. Nobody waits for it, and nothing fails with it: the answer and
 * its time are the same. How many there can be is bounded by hashing, one password at a time.
 */
export function noteRefusal(
  deps: Pick<Deps, 'log' | 'now' | 'store'>,
  { action, user, because, actor = NOBODY }: Refusal,
): void {
  const detail = user?.disabledAt ? { because, disabled: true } : { because };
  const act = { action, subject: user?.username ?? '', detail };
  audited(deps, { name: actor }, act, async () => {}).catch((error: unknown) => {
    deps.log.warn({ error: describeError(error) }, 'a failed sign-in is not in the audit');
  });
}
