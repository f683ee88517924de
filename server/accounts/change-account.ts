import { Problem } from '../problem.ts';
import { type AccountState, holdAccount, holdAdmins, updateAccount } from '../store/accounts.ts';
import { removeSecondFactor } from '../store/second-factor.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import type { Db } from '../store/tables.ts';
import type { Actor } from './actor.ts';
import type { Act } from './audited.ts';

/** What an admin wants to be otherwise; what is left out stays. */
export interface AccountChange {
  disabled?: boolean | undefined;
  admin?: boolean | undefined;
  beginsEvaluations?: boolean | undefined;
  reason?: string | undefined;
}

/**
 * Changes an account and says what was done; undefined where all of it stood already. A disabled account keeps what names it,
 * its roles and tokens among it, and has none of it while it is disabled; its sessions end for good. Throws unknown-account; last-admin
 * where nobody would be left who could undo it; not-allowed where whoever asks is no admin any more by now.
 */
export async function changeAccount(
  trx: Db,
  actor: Actor,
  id: string,
  change: AccountChange,
  now: Date,
): Promise<Act | undefined> {
  const takes = change.disabled === true || change.admin === false;
  const admins = takes ? await holdAdmins(trx) : undefined;
  const before = await holdAccount(trx, id);
  if (before === undefined) throw new Problem('unknown-account');
  const after: AccountState = {
    admin: change.admin ?? before.admin,
    beginsEvaluations: change.beginsEvaluations ?? before.beginsEvaluations,
    disabledAt: disabledAt(before, change.disabled, now),
  };
  if (admins?.includes(id) && !(after.admin && after.disabledAt === null)) {
    if (admins.length === 1) throw new Problem('last-admin');
    // Another took it from him between the question and now.
    if (!admins.includes(actor.account.id)) throw new Problem('not-allowed');
  }
  const changed = differences(before, after);
  if (changed === undefined) return undefined;
  await updateAccount(trx, id, after);
  const turned = isDisabled(before) !== isDisabled(after);
  // Also where it is put in use again: one that began at the moment it was disabled does not come back to life.
  const sessionsEnded = turned ? await deleteSessionsOf(trx, id) : 0;
  return {
    action: actionOf(changed.after),
    subject: id,
    detail: {
      username: before.username,
      before: changed.before,
      after: changed.after,
      ...(isDisabled(after) && turned && { sessionsEnded }),
      ...(change.reason !== undefined && { reason: change.reason }),
    },
  };
}

const isDisabled = ({ disabledAt }: Pick<AccountState, 'disabledAt'>) => disabledAt !== null;

/** Since when; one that is disabled already stays so since then. */
function disabledAt(before: AccountState, wanted: boolean | undefined, now: Date): string | null {
  if (wanted === undefined || wanted === isDisabled(before)) return before.disabledAt;
  return wanted ? now.toISOString() : null;
}

interface Said {
  disabled?: boolean;
  admin?: boolean;
  beginsEvaluations?: boolean;
}

/** What is otherwise, before and after; undefined where nothing is. */
function differences(before: AccountState, after: AccountState) {
  const said = { before: {} as Said, after: {} as Said };
  const one = saidOf(before);
  const other = saidOf(after);
  for (const key of ['disabled', 'admin', 'beginsEvaluations'] as const) {
    if (one[key] === other[key]) continue;
    said.before[key] = one[key];
    said.after[key] = other[key];
  }
  return Object.keys(said.after).length === 0 ? undefined : said;
}
const saidOf = (state: AccountState) => ({
  disabled: isDisabled(state),
  admin: state.admin,
  beginsEvaluations: state.beginsEvaluations,
});

/** Named after what weighs most; the detail says all of it. */
function actionOf({ disabled, admin }: Said): string {
  if (disabled !== undefined) return disabled ? 'account.disable' : 'account.enable';
  if (admin !== undefined) return admin ? 'account.make-admin' : 'account.take-admin';
  return 'account.change';
}

/** Takes away the second factor of somebody who has lost it. Throws unknown-account. */
export async function resetSecondFactor(trx: Db, id: string): Promise<Act | undefined> {
  const account = await holdAccount(trx, id);
  if (account === undefined) throw new Problem('unknown-account');
  if (!(await removeSecondFactor(trx, id))) return undefined;
  return {
    action: 'account.reset-second-factor',
    subject: id,
    detail: { username: account.username },
  };
}
