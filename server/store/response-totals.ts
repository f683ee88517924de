import { readCounts } from './counts.ts';
import { countResponses, type ResponseFilter } from './responses.ts';
import type { Db } from './tables.ts';
import type { CountTable } from './tally.ts';

interface TotalFilter extends ResponseFilter {
  item?: string | undefined;
  option?: string | undefined;
}

/**
 * How many responses are under these filters, from the count rows wherever these know it, so that it costs the same however
 * many there are; with a receipt number they are counted one by one. null: with a reason, or with an answer and besides it a
 * flag or a receipt number, which nobody knows without reading every response.
 */
export async function totalOf(
  db: Db,
  code: string,
  { item, option, ...filter }: TotalFilter,
): Promise<number | null> {
  const { channel, point, disposition, flagged, flag, reason, receipt, overruled } = filter;
  const by = { survey_code: code, channel, point, disposition };
  if (item !== undefined) {
    const isSplit = [flagged, flag, reason, receipt, overruled].some((part) => part !== undefined);
    return isSplit ? null : sumOf(db, 'answer_counts', { ...by, item, option: option ?? '' });
  }
  // Looking through the reasons of two hundred thousand takes seconds, and lists are asked for often.
  if (reason !== undefined) return null;
  // Few are overruled: those are counted, and the others are all but them.
  if (overruled === true) return countResponses(db, code, filter);
  if (overruled === false) {
    const all = await totalOf(db, code, { ...filter, overruled: undefined });
    const judged = await countResponses(db, code, { ...filter, overruled: true });
    return all === null ? null : all - judged;
  }
  if (receipt !== undefined) return countResponses(db, code, filter);
  if (flag !== undefined) return flagged === false ? 0 : sumOf(db, 'flag_counts', { ...by, flag });
  return sumOf(db, 'day_counts', {
    ...by,
    flagged: flagged === undefined ? undefined : Number(flagged),
  });
}

/** How many answers in valid responses count for these text items, over all of them. */
export async function totalOfTexts(
  db: Db,
  code: string,
  items: readonly string[],
  { channel, point }: Pick<ResponseFilter, 'channel' | 'point'>,
): Promise<number> {
  const counts = await readCounts(db, code, { channel, point });
  return items.reduce((sum, item) => sum + (counts.get(item)?.get('') ?? 0), 0);
}

/** The sum of the rows of a count table that have these values; what is undefined is any. */
async function sumOf(
  db: Db,
  table: CountTable,
  by: Readonly<Record<string, string | number | undefined>>,
): Promise<number> {
  let query = db
    .selectFrom(table as 'answer_counts')
    .select((eb) => eb.fn.sum<number | null>('n').as('n'));
  for (const [column, value] of Object.entries(by))
    if (value !== undefined) query = query.where(column as 'item', '=', value as string);
  const { n } = await query.executeTakeFirstOrThrow();
  return Number(n ?? 0);
}
