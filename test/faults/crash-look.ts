import { compareCounts } from '../../server/store/rebuild-counts.ts';
import type { Store } from '../../server/store/store.ts';
import type { CrashResponse } from './crash-response.ts';

/** What is found in the database after a kill, against what was sent; every list but the first should be empty. */
export interface Look {
  stored: string[];
  /** Stored, and nobody sent it. */
  strange: string[];
  /** Stored, but not as it was sent. */
  torn: string[];
  /** Hashes of codes that are spent, and the response that came with them is not stored. */
  spentForNothing: string[];
  /** Responses that are stored, and the code they came with is not spent. */
  storedForNothing: string[];
  differences: unknown[];
}

export async function look(store: Store, sent: ReadonlyMap<string, CrashResponse>): Promise<Look> {
  // One snapshot: on PostgreSQL the commit that a killed server asked for last may go through between two queries.
  const { rows, codes } = await store.read
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => ({
      rows: await trx
        .selectFrom('responses')
        .select(['id', 'survey_code', 'answers', 'content_hash'])
        .execute(),
      codes: await trx
        .selectFrom('access_codes')
        .select('code_hash')
        .where('spent', '=', 1)
        .execute(),
    }));
  const spent = new Set(codes.map((code) => code.code_hash));
  const withCode = rows.flatMap(({ id }) => {
    const codeHash = sent.get(id)?.codeHash;
    return codeHash === undefined ? [] : [{ id, codeHash }];
  });
  const answered = new Set(withCode.map(({ codeHash }) => codeHash));
  const torn = rows.filter((row) => {
    const whole = sent.get(row.id);
    return (
      row.survey_code !== whole?.survey ||
      row.answers !== JSON.stringify(whole.answers) ||
      row.content_hash !== whole.contentHash
    );
  });
  return {
    stored: rows.map((row) => row.id),
    strange: rows.filter((row) => !sent.has(row.id)).map((row) => row.id),
    torn: torn.map((row) => row.id),
    spentForNothing: [...spent].filter((hash) => !answered.has(hash)),
    storedForNothing: withCode.filter(({ codeHash }) => !spent.has(codeHash)).map(({ id }) => id),
    differences: (await compareCounts(store.read)).differences,
  };
}
