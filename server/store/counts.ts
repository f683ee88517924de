import type { Counts } from '../../analysis/counts.ts';
import { daysAfter } from '../../survey-definitions/china-time.ts';
import {
  CHANNELS,
  type Channel,
  type Disposition,
  FLAG_CODES,
  type Flag,
} from '../../survey-definitions/response.ts';
import type { Db } from './tables.ts';

/** Days of which hours are told. */
const DAYS_BY_HOUR = 7;

interface CountFilter {
  channel?: Channel | undefined;
  /** Id of a collection point; '' for those of none. */
  point?: string | undefined;
  disposition?: Disposition | undefined;
  /** Ids of the items that are asked about; all without. */
  items?: readonly string[] | undefined;
}

/**
 * A survey's counts: item -> option -> n, where item '' counts the responses and option '' an item's
 * base. Read from count rows alone, so it costs the same however many responses there are.
 */
export async function readCounts(db: Db, code: string, filter?: CountFilter): Promise<Counts> {
  return (await readCountsOf(db, [code], filter)).get(code) ?? new Map();
}

/** The counts of several surveys in one statement, by code; a survey without any is not there. */
export async function readCountsOf(
  db: Db,
  codes: readonly string[],
  { channel, point, disposition = 'valid', items }: CountFilter = {},
): Promise<ReadonlyMap<string, Counts>> {
  const read = new Map<string, Map<string, Map<string, number>>>();
  if (codes.length === 0) return read;
  let query = db
    .selectFrom('answer_counts')
    .select(['survey_code', 'item', 'option', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', 'in', codes)
    .where('disposition', '=', disposition)
    .groupBy(['survey_code', 'item', 'option']);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  if (point !== undefined) query = query.where('point', '=', point);
  if (items !== undefined) query = query.where('item', 'in', items);
  for (const { survey_code, ...row } of await query.execute()) {
    const counts = read.get(survey_code) ?? new Map<string, Map<string, number>>();
    read.set(survey_code, counts);
    addCount(counts, row);
  }
  return read;
}

function addCount(
  counts: Map<string, Map<string, number>>,
  { item, option, n }: { item: string; option: string; n: number },
): void {
  const options = counts.get(item) ?? new Map<string, number>();
  counts.set(item, options.set(option, (options.get(option) ?? 0) + n));
}

/** The same of count rows of one survey that were made anew; those of valid responses count. */
export function countsOf(
  rows: readonly { disposition: string; item: string; option: string; n: number }[],
): Counts {
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) if (row.disposition === 'valid') addCount(counts, row);
  return counts;
}

/** Responses that carry a flag (疑点): the valid ones, and all that were received. */
export interface FlagCount {
  code: Flag['code'];
  valid: number;
  received: number;
}

/** How many of a survey's responses carry each flag that any of them carries, in the order of the closed list. */
export async function readFlagCounts(
  db: Db,
  code: string,
  { channel, point }: Pick<CountFilter, 'channel' | 'point'> = {},
): Promise<FlagCount[]> {
  let query = db
    .selectFrom('flag_counts')
    .select(['flag', 'disposition', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .groupBy(['flag', 'disposition']);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  if (point !== undefined) query = query.where('point', '=', point);
  const rows = await query.execute();
  return FLAG_CODES.map((flag) => {
    const of = rows.filter((row) => row.flag === flag);
    return {
      code: flag,
      valid: of.find(({ disposition }) => disposition === 'valid')?.n ?? 0,
      received: of.reduce((sum, { n }) => sum + n, 0),
    };
  }).filter(({ received }) => received > 0);
}

/** The counts of the valid responses of every channel, or of every collection point ('' for none), that brought any; in one statement. */
export async function readCountsBy(
  db: Db,
  code: string,
  by: 'channel' | 'point',
): Promise<ReadonlyMap<string, Counts>> {
  const rows = await db
    .selectFrom('answer_counts')
    .select([`${by} as part`, 'item', 'option', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .where('disposition', '=', 'valid')
    .groupBy([by, 'item', 'option'])
    .execute();
  const read = new Map<string, Map<string, Map<string, number>>>();
  for (const { part, item, option, n } of rows) {
    const counts = read.get(part) ?? new Map<string, Map<string, number>>();
    read.set(part, counts);
    const options = counts.get(item) ?? new Map<string, number>();
    counts.set(item, options.set(option, Number(n)));
  }
  return read;
}

/** Responses that came in; `received` is the sum of the dispositions, and `flagged` may be of any. */
export interface Received {
  received: number;
  valid: number;
  invalid: number;
  ineligible: number;
  onHold: number;
  flagged: number;
}
export const NOTHING_RECEIVED: Received = {
  received: 0,
  valid: 0,
  invalid: 0,
  ineligible: 0,
  onHold: 0,
  flagged: 0,
};
export interface Progress {
  /** Channels that brought anything, in the order online, paper, import. */
  byChannel: (Received & { channel: Channel })[];
  /** Days in China (2026-03-01) that brought anything, in order, each by channel. */
  byDay: (Received & { day: string; channel: Channel })[];
  /** Hours in China (2026-03-01T14) that brought anything, of the last seven days up to the newest, each by channel. */
  byHour: (Received & { hour: string; channel: Channel })[];
  /** Every point that brought anything, null for none, each by channel. */
  byPoint: (Received & { point: string | null; channel: Channel })[];
}

/** How the fieldwork of a survey goes, from its day counts; never from its responses. */
export async function readProgress(db: Db, code: string): Promise<Progress> {
  const rows = await db
    .selectFrom('day_counts')
    .select(['day', 'channel', 'disposition', 'flagged', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .groupBy(['day', 'channel', 'disposition', 'flagged'])
    .execute();
  const placed = await db
    .selectFrom('day_counts')
    .select(['point', 'channel', 'disposition', 'flagged', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .groupBy(['point', 'channel', 'disposition', 'flagged'])
    .execute();
  const days = [...new Set(rows.map((row) => row.day))].sort();
  const hourly = await readHours(db, code, days.at(-1));
  const hours = [...new Set(hourly.map((row) => row.hour))].sort();
  return {
    ...byPlace(placed),
    byDay: days.flatMap((day) =>
      linesOf(
        rows.filter((row) => row.day === day),
        { day },
      ),
    ),
    byHour: hours.flatMap((hour) =>
      linesOf(
        hourly.filter((row) => row.hour === hour),
        { hour },
      ),
    ),
  };
}

/** What came by each channel and at each point: of the same rows, so that they add up also while responses come in. */
export function byPlace(
  rows: readonly (CountedRow & { point: string })[],
): Pick<Progress, 'byChannel' | 'byPoint'> {
  const points = [...new Set(rows.map((row) => row.point))].sort();
  return {
    byChannel: linesOf(rows, {}),
    byPoint: points.flatMap((point) =>
      linesOf(
        rows.filter((row) => row.point === point),
        { point: point || null },
      ),
    ),
  };
}

/** The seven days up to the newest that brought anything, by the hour. */
async function readHours(db: Db, code: string, newest: string | undefined) {
  if (newest === undefined) return [];
  return db
    .selectFrom('hour_counts')
    .select(['hour', 'channel', 'disposition', 'flagged', (eb) => eb.fn.sum<number>('n').as('n')])
    .where('survey_code', '=', code)
    .where('hour', '>=', daysAfter(newest, 1 - DAYS_BY_HOUR))
    .groupBy(['hour', 'channel', 'disposition', 'flagged'])
    .execute();
}

type CountedRow = { channel: string; disposition: string; flagged: number; n: number };

/** A line for each channel that brought anything, in the order online, paper, import. */
function linesOf<T extends object>(rows: readonly CountedRow[], of: T) {
  return CHANNELS.map((channel) => ({
    ...of,
    channel,
    ...sumOf(rows.filter((row) => row.channel === channel)),
  })).filter((line) => line.received > 0);
}

function sumOf(rows: readonly { disposition: string; flagged: number; n: number }[]): Received {
  const count = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((sum, row) => sum + row.n, 0);
  return {
    received: count(() => true),
    valid: count((row) => row.disposition === 'valid'),
    invalid: count((row) => row.disposition === 'invalid'),
    ineligible: count((row) => row.disposition === 'ineligible'),
    onHold: count((row) => row.disposition === 'on-hold'),
    flagged: count((row) => row.flagged === 1),
  };
}

/** What came back to each of these surveys over all channels, in one statement, by code. */
export async function readReceivedOf(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Received>> {
  const rows =
    codes.length === 0
      ? []
      : await db
          .selectFrom('day_counts')
          .select(['survey_code', 'disposition', 'flagged', (eb) => eb.fn.sum<number>('n').as('n')])
          .where('survey_code', 'in', codes)
          .groupBy(['survey_code', 'disposition', 'flagged'])
          .execute();
  return new Map(
    codes.map((code) => [code, sumOf(rows.filter((row) => row.survey_code === code))]),
  );
}
