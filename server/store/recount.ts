import { inTransaction } from './in-transaction.ts';
import { isPostgres } from './is-postgres.ts';
import { rebuildCounts } from './rebuild-counts.ts';
import { addCounts } from './response-batch.ts';
import { changeSetting } from './settings.ts';
import type { Db } from './tables.ts';
import { COUNT_TABLES } from './tally.ts';

/**
 * Which way of counting the count rows were made by. Raise it whenever a response adds other keys than before (see
 * analysis/counts.ts): then the counts of an older database are made anew at the next start.
 * 2: the responses that have a part in the composite are counted. 3: so are hours, minutes and flags. 4: so are own means.
 */
const COUNTING = '4';

/** The shard of rows that no single writer made. */
const RECOUNTED = 0;

/**
 * Makes all counts anew from the raw answers where they were made another way; of several processes one does it. Counts of
 * which the answers were removed at the end of their time are all that is left of them, and stay as they are.
 */
export async function recountIfOutdated(db: Db, counting: string = COUNTING): Promise<void> {
  const recount = async (trx: Db) => {
    if (!(await changeSetting(trx, 'counting', counting))) return;
    await keepAnswers(trx);
    const rebuilt = await rebuildCounts(trx);
    const kept = trx
      .selectFrom('surveys')
      .select('code')
      .where('answers_removed_at', 'is not', null);
    for (const table of COUNT_TABLES)
      await trx
        .deleteFrom(table as 'day_counts')
        .where('survey_code', 'not in', kept)
        .execute();
    await addCounts(trx, RECOUNTED, rebuilt);
  };
  // What was committed unheard is found by the setting.
  await inTransaction(db, recount, { repeatable: true });
}

/** Until the transaction ends nobody begins to remove answers, of which half would be counted then. */
async function keepAnswers(trx: Db): Promise<void> {
  if (isPostgres(trx)) await trx.selectFrom('surveys').select('code').forShare().execute();
}
