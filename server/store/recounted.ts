import type { Counts } from '../../analysis/counts.ts';
import { readOwn } from '../../analysis/own-mean.ts';
import { byPlace, countsOf, type Progress } from './counts.ts';
import { isGivenUp, type OwnMeans } from './own-mean-counts.ts';
import { rebuildCounts } from './rebuild-counts.ts';
import type { Db } from './tables.ts';

/** What the raw answers of a survey say, in the forms in which its counts are read. */
export interface Recounted {
  counts: Counts;
  progress: Pick<Progress, 'byChannel' | 'byPoint'>;
  ownMeans: OwnMeans;
}

/** Counts a survey anew from its answers, page by page; nothing that is kept of them is looked at. */
export async function recounted(db: Db, code: string): Promise<Recounted> {
  const { answers, days, owns, sums } = await rebuildCounts(db, code);
  const added = new Map<string, bigint>();
  for (const { key, n } of sums.sorted())
    if (key.disposition === 'valid') added.set(key.sum, (added.get(key.sum) ?? 0n) + BigInt(n));
  const different = owns.sorted();
  return {
    counts: countsOf(answers.sorted().map(({ key, n }) => ({ ...key, n }))),
    progress: byPlace(days.sorted().map(({ key, n }) => ({ ...key, n }))),
    ownMeans: {
      sums: added,
      owns: different.some(({ key }) => isGivenUp(key))
        ? null
        : different
            .filter(({ key }) => key.disposition === 'valid')
            .map(({ key, n }) => readOwn(key.own, n)),
    },
  };
}
