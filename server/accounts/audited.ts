import { recordAudit } from '../store/audit.ts';
import { inTransaction } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import type { Actor } from './actor.ts';

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
 * what it did by a function of its result, that is recorded.
 */
export async function audited<T>(
  { store, now }: { store: Pick<Store, 'write'>; now(): Date },
  actor: Pick<Actor, 'name'>,
  act: Act | ((result: T) => Act | undefined),
  work: (trx: Db) => Promise<T>,
): Promise<T> {
  return inTransaction(store.write, async (trx) => {
    const result = await work(trx);
    const done = typeof act === 'function' ? act(result) : act;
    if (done === undefined) return result;
    await recordAudit(trx, {
      at: now().toISOString(),
      actor: actor.name,
      action: done.action,
      evaluationId: done.evaluationId ?? null,
      subject: done.subject,
      detail: done.detail ?? {},
    });
    return result;
  });
}
