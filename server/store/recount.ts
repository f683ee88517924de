import { inTransaction } from './in-transaction.ts';
import { rebuildCounts } from './rebuild-counts.ts';
import { addCounts } from './response-batch.ts';
import { changeSetting } from './settings.ts';
import type { Db } from './tables.ts';

/**
 * Which way of counting the count rows were made by. Raise it whenever a response adds other keys than before (see
 * analysis/counts.ts): then the counts of an older database are made anew at the next start.
 * 2: the responses that have a part in the composite are counted.
 */
const COUNTING = '2';

/** The shard of rows that no single writer made. */
const RECOUNTED = 0;

/** Makes all counts anew from the raw answers where they were made another way; of several processes one does it. */
export async function recountIfOutdated(db: Db): Promise<void> {
  const recount = async (trx: Db) => {
    if (!(await changeSetting(trx, 'counting', COUNTING))) return;
    const rebuilt = await rebuildCounts(trx);
    await trx.deleteFrom('answer_counts').execute();
    await trx.deleteFrom('day_counts').execute();
    await addCounts(trx, RECOUNTED, rebuilt);
  };
  // What was committed unheard is found by the setting.
  await inTransaction(db, recount, { repeatable: true });
}
