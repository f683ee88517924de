import type { Context } from 'hono';
import type { AppEnv, Deps } from '../context.ts';
import { recordAudit } from '../store/audit.ts';
import { inTransaction } from '../store/in-transaction.ts';
import type { Db } from '../store/tables.ts';

interface Deed {
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
  { store, now }: Pick<Deps, 'store' | 'now'>,
  c: Context<AppEnv>,
  deed: Deed | ((result: T) => Deed | undefined),
  work: (trx: Db) => Promise<T>,
): Promise<T> {
  return inTransaction(store.write, async (trx) => {
    const result = await work(trx);
    const done = typeof deed === 'function' ? deed(result) : deed;
    if (done === undefined) return result;
    await recordAudit(trx, {
      at: now().toISOString(),
      actor: c.get('actor').name,
      action: done.action,
      evaluationId: done.evaluationId ?? null,
      subject: done.subject,
      detail: done.detail ?? {},
    });
    return result;
  });
}
