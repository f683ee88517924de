import { randomUUID } from 'node:crypto';
import { isRecorded, recordAudit } from '../store/audit.ts';
import type { Topic } from '../store/changes.ts';
import { withRetry } from '../store/retry.ts';
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

/** Several in their order; none where nothing was done. */
type Acts = Act | readonly Act[] | undefined;

/**
 * Makes a change and records who made it, both or neither. Where `work` throws, nothing happened; where it says
 * what it did by a function of its result, that is recorded, behind all that `work` does: the end of the audit's chain is held from then
 * until the commit. The event's id is decided once: where a commit was not answered, the event says whether it happened, so that nothing is
 * made twice, and what was made is what is answered. Throws not-signed-in or not-allowed where whoever was let in is no longer
 * who he was.
 */
export async function audited<T>(
  { store, now }: { store: Pick<Store, 'write'> & Partial<Pick<Store, 'changes'>>; now(): Date },
  actor: Actor | Pick<Actor, 'name'>,
  act: Acts | ((result: T) => Acts),
  work: (trx: Db) => Promise<T>,
): Promise<T> {
  const id = randomUUID();
  const at = now().toISOString();
  let made: { result: T } | undefined;
  let topics: Topic[] = [];
  const result = await withRetry(
    async () => {
      // A transaction of its own: else the end of the chain would be held while `work` waits for rows.
      if (made !== undefined && (await isRecorded(store.write, id))) return made.result;
      made = undefined;
      return store.write.transaction().execute(async (trx) => {
        if ('account' in actor) await mustStillStand(trx, actor);
        const result = await work(trx);
        const acts = [typeof act === 'function' ? act(result) : act].flat();
        const done = acts.filter((each) => each !== undefined);
        topics = done.map(topicOf);
        for (const [index, { action, evaluationId = null, subject, detail = {} }] of done.entries())
          await recordAudit(trx, {
            ...(index === 0 && { id }),
            at,
            actor: actor.name,
            action,
            evaluationId,
            subject,
            detail,
          });
        if (done.length > 0) made = { result };
        return result;
      });
    },
    { repeatable: true },
  );
  store.changes?.tell(topics);
  return result;
}

/** What is of no evaluation is of people: sessions, tokens, accounts. So are roles, and what one may see by them. */
const topicOf = ({ evaluationId }: Act): Topic =>
  evaluationId === undefined ? 'people' : `evaluation:${evaluationId}`;
