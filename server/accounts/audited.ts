import { randomUUID } from 'node:crypto';
import { claimAudit, giveUpAudit, recordAudit } from '../store/audit.ts';
import { inTransaction } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import type { Actor } from './actor.ts';
import { mustStillStand } from './still-stands.ts';

/** What somebody did, as the audit says it. */
export interface Act {
  action: string;
  evaluationId?: string;
  subject: string;
  /** What changed. Never anyone's answers. */
  detail?: Record<string, unknown>;
}

/**
 * Makes a change and records who made it, both or neither. Where `work` throws, nothing happened; where it says
 * what it did by a function of its result, that is recorded. The event's id is decided once: where a commit was not
 * answered, the event says whether it happened, so that nothing is made twice, and what was made is what is answered.
 * Throws not-signed-in or not-allowed where whoever was let in is no longer who he was.
 */
export async function audited<T>(
  { store, now }: { store: Pick<Store, 'write'>; now(): Date },
  actor: Actor | Pick<Actor, 'name'>,
  act: Act | ((result: T) => Act | undefined),
  work: (trx: Db) => Promise<T>,
): Promise<T> {
  const id = randomUUID();
  const at = now().toISOString();
  let made: { result: T } | undefined;
  return inTransaction(
    store.write,
    async (trx) => {
      const claimed = made !== undefined;
      if (made !== undefined && !(await claimAudit(trx, { id, at, actor: actor.name }))) {
        return made.result;
      }
      made = undefined;
      if ('account' in actor) await mustStillStand(trx, actor);
      const result = await work(trx);
      const done = typeof act === 'function' ? act(result) : act;
      if (done === undefined) {
        if (claimed) await giveUpAudit(trx, id);
        return result;
      }
      await recordAudit(trx, {
        id,
        at,
        actor: actor.name,
        action: done.action,
        evaluationId: done.evaluationId ?? null,
        subject: done.subject,
        detail: done.detail ?? {},
      });
      made = { result };
      return result;
    },
    { repeatable: true },
  );
}
